namespace Logistics.Contracts;

/// <summary>The same in the three languages of the system.</summary>
public sealed record Worded(string En, string Ja, string ZhHans)
{
    /// <param name="language">ja, zh-Hans, or English for any other.</param>
    public string In(string language) => language switch
    {
        "ja" => Ja,
        "zh-Hans" => ZhHans,
        _ => En,
    };
}
