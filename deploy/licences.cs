#:property RestorePackagesWithLockFile=false

// Lists the licence of every package that the programs are built from, as their lock files name them:
//   dotnet run deploy/licences.cs
// The licences are read from the package folder, so restore the solution first. Exits with status 1 when a licence is not among those allowed here.

using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;

// A package that carries its licence as a file is allowed by that file's hash, so a new text is read by a person before it ships.
HashSet<string> allowed =
[
    "Apache-2.0",
    "Apache-2.0 OR MPL-2.0",
    "BSD-3-Clause",
    "MIT",
    "MS-PL OR Apache-2.0",
    "LICENSE.txt 0bc32be0ce13330b", // MIT, by Otp.NET
    "LICENSE.txt 9335e8bad875dd7b", // Microsoft's terms for the native Windows part of SqlClient
    "LICENSE.txt 99464c3a88df7b70", // public domain, by SQLite
];

var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
    ? given
    : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var used = Directory.EnumerateFiles(Path.Combine(Root(), "services"), "packages.lock.json", SearchOption.AllDirectories)
    .SelectMany(Packages)
    .Distinct()
    .Select(package => (package.Name, package.Version, Licence: Licence(package.Name, package.Version)))
    .OrderBy(package => package.Licence, StringComparer.Ordinal)
    .ThenBy(package => package.Name, StringComparer.Ordinal)
    .ToList();
foreach (var package in used)
    Console.WriteLine($"{package.Licence,-36} {package.Name} {package.Version}");
var refused = used.FindAll(package => !allowed.Contains(package.Licence));
foreach (var package in refused)
    Console.Error.WriteLine($"{package.Name} {package.Version}: the licence \"{package.Licence}\" is not allowed. Read it, then add it to deploy/licences.cs or remove the package.");
return refused.Count == 0 ? 0 : 1;

static IEnumerable<(string Name, string Version)> Packages(string lockFile)
{
    using var content = JsonDocument.Parse(File.ReadAllBytes(lockFile));
    foreach (var framework in content.RootElement.GetProperty("dependencies").EnumerateObject())
    {
        foreach (var package in framework.Value.EnumerateObject())
        {
            if (package.Value.TryGetProperty("resolved", out var version))
                yield return (package.Name, version.GetString()!);
        }
    }
}

string Licence(string name, string version)
{
    var folder = Path.Combine(packages, name.ToLowerInvariant(), version);
    var licence = XDocument.Load(Path.Combine(folder, name.ToLowerInvariant() + ".nuspec")).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
    return (string?)licence?.Attribute("type") switch
    {
        "expression" => licence.Value,
        "file" => $"{licence.Value} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, licence.Value))))[..16]}",
        _ => "not stated",
    };
}

static string Root([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
