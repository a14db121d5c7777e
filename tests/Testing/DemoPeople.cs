namespace Logistics.Testing;

/// <summary>The accounts of the demo, by who they are; their passwords are in the demo's folder.</summary>
public static class DemoPeople
{
    static readonly Dictionary<string, string> Emails = new(StringComparer.Ordinal)
    {
        ["admin"] = "admin@demo.example",
        ["foundation"] = "foundation@demo.example",
        ["coordinator"] = "coordinator@demo.example",
        ["second coordinator"] = "second@demo.example",
        ["association"] = "tokyo@demo.example",
        ["association 27"] = "osaka@demo.example",
        ["auditor"] = "auditor@demo.example",
    };

    public static string Email(string who) => Emails[who];

    public static string Password(string folder, string who) =>
        File.ReadLines(Path.Combine(folder, "accounts.txt")).Select(line => line.Split(' ')).Single(words => words[0] == Emails[who])[1];
}
