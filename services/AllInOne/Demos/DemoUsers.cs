using System.Security.Cryptography;
using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;
using Logistics.Portal.Users.Records;
using Spectre.Console;

namespace Logistics.AllInOne.Demos;

/// <summary>
/// Creates an account for each kind of person in the demo, with the ids used by the steps. Passwords are random for
/// each folder and kept in it so that a resumed demo can show them again.
/// </summary>
static class DemoUsers
{
    const string File = "accounts.txt";

    const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    static readonly GivenUser[] People =
    [
        new("demo-admin", "admin@demo.example", "Administrator", Role.Admin, "", "en"),
        new("demo-foundation", "foundation@demo.example", "王芳", Role.Foundation, "", "zh-Hans"),
        new("demo-coordinator", "coordinator@demo.example", "佐藤 花子", Role.Coordinator, "", "ja"),
        new("demo-second-coordinator", "second@demo.example", "鈴木 一郎", Role.Coordinator, "", "ja"),
        new("demo-association-13", "tokyo@demo.example", "東京都医師会 事務局", Role.Association, "13", "ja"),
        new("demo-association-27", "osaka@demo.example", "大阪府医師会 事務局", Role.Association, "27", "ja"),
        new("demo-auditor", "auditor@demo.example", "Auditor", Role.Auditor, "", "en"),
    ];

    /// <summary>Creates the missing accounts and shows how to sign in.</summary>
    public static void Prepare(IServiceProvider program, string folder)
    {
        var passwords = Passwords(Path.Combine(folder, File));
        foreach (var person in People)
            person.Make(program, passwords[person.Email]);
        var table = new Table().AddColumns("Sign in as", "Password", "Role", "Language");
        foreach (var person in People)
            table.AddRow(person.Email, passwords[person.Email], $"{person.Role.ToString().ToLowerInvariant()} {person.Organisation}".TrimEnd(), person.Language);
        AnsiConsole.Write(table);
    }

    static Dictionary<string, string> Passwords(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            using var file = new StreamWriter(PrivateFile.Open(path, FileMode.CreateNew));
            foreach (var person in People)
                file.WriteLine($"{person.Email} {string.Join('-', RandomNumberGenerator.GetString(Letters, 15).Chunk(5).Select(part => new string(part)))}");
        }

        return System.IO.File.ReadLines(path).Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1], StringComparer.Ordinal);
    }
}
