namespace Logistics.Contracts;

/// <summary>Names states, kinds and methods that are written in kebab case, from the embedded <c>Texts/States.json</c>.</summary>
public static class StateWords
{
    static readonly IReadOnlyDictionary<string, Worded> Words = WordFile.Read("States.json");

    /// <returns>The name itself if it has no words.</returns>
    public static Worded Of(string name) => Words.GetValueOrDefault(name) ?? Worded.Same(name);
}
