using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Logistics.AllInOne;
using Logistics.Hosting.Configuration;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

public sealed partial class CommandLineTests
{
    [Fact]
    public void Every_setting_of_the_runbook_is_an_option_of_the_program_of_all_services()
    {
        var root = LogisticsProgram.Define("", [], AllServices.Define());
        var settings = Setting().Matches(SourceTree.Read("deploy/README.md")).SelectMany(row => Option().Matches(row.Value)).Select(option => option.Value).ToList();

        Assert.True(settings.Count > 10);
        Assert.Equal([], settings.Except(root.Options.Select(option => option.Name)));
    }

    [Fact]
    public async Task What_is_no_setting_is_named()
    {
        var errors = new StringWriter();

        Assert.Equal(1, await LogisticsProgram.Define("", ["--borker=x"], AllServices.Define()).Parse(["--borker=x"]).InvokeAsync(new() { Error = errors }));
        Assert.Contains("--borker=x", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_named_in_a_line()
    {
        var errors = new StringWriter();
        using var folder = new TemporaryFolder();
        string[] arguments = ["--data=" + folder.Path, "--public-address=ftp://example.org"];

        Assert.Equal(2, await LogisticsProgram.Define("", arguments, AllServices.Define()).Parse(arguments).InvokeAsync(new() { Error = errors }));
        Assert.Equal("The setting 'public-address' must be an address such as http://localhost:5081; it is 'ftp://example.org'.", errors.ToString().Trim());
    }

    public static TheoryData<string> Programs => HealthVerbTests.Programs;

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Every_program_shows_its_version(string program)
    {
        var (status, said) = await Operator.Does(program, ["--version"]);

        Assert.Equal(0, status);
        Assert.Matches(Version(), said.Trim());
    }

    [Fact]
    public void Every_option_of_the_help_says_something_of_its_own()
    {
        var options = LogisticsProgram.Define("", [], AllServices.Define()).Options.Select(option => option.Description).ToList();

        Assert.All(options, description => Assert.False(string.IsNullOrWhiteSpace(description)));
        Assert.Equal(options.Count, options.Distinct(StringComparer.Ordinal).Count());
    }

    public static TheoryData<string> Verbs { get; } =
    [
        "",
        "demo --exit",
        "token --role admin",
        "backup --to {folder}/backup",
        "restore --from {folder}/backup",
        "verify",
        "rebuild intake",
        "doctor",
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_file_in_the_place_of_the_data_folder_is_refused(string verb)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "no folder", TestContext.Current.CancellationToken);

        await Refused(folder, file, verb);
        Assert.Equal("no folder", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_folder_that_cannot_be_made_is_refused(string verb)
    {
        using var folder = new TemporaryFolder();

        // Nobody, not even root, can make a folder there.
        await Refused(folder, "/proc/logistics", verb);
    }

    [Theory]
    [InlineData("")]
    [InlineData("backup --to {folder}/backup")]
    [InlineData("verify")]
    [InlineData("rebuild intake")]
    public async Task A_database_that_is_damaged_is_named(string verb)
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder.Path, "intake.db");
        await File.WriteAllTextAsync(database, new string('x', 20_000), TestContext.Current.CancellationToken);

        Assert.Contains(database, await Refused(folder, folder.Path, verb), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_leaves_a_folder_alone_that_holds_something_else()
    {
        using var folder = new TemporaryFolder();
        var other = Path.Combine(folder.Path, "other");
        await File.WriteAllTextAsync(other, "", TestContext.Current.CancellationToken);

        Assert.Contains("contains something other than a demo", await Refused(folder, folder.Path, "demo --exit"), StringComparison.Ordinal);
        Assert.True(File.Exists(other));
    }

    [Fact]
    public async Task A_demo_that_runs_keeps_its_folder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "demo"), "");
        using var running = DataFolder.Share(folder.Path);

        Assert.Contains("Stop all programs that use this folder first", await Refused(folder, folder.Path, "demo --exit"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "demo")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("demo --exit")]
    public async Task A_port_that_is_in_use_is_named(string verb)
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        Assert.Contains(address, await Refused(folder, folder.Path, $"{verb} --urls {address}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demo --exit")]
    [InlineData("health")]
    public async Task An_address_that_is_none_is_named(string verb)
    {
        var (status, said) = await Operator.Does([.. Words(verb), "--urls", "nonsense"]);

        Assert.Equal(2, status);
        Assert.Equal("The setting 'urls' must be an address such as http://127.0.0.1:5080; it is 'nonsense'.", said.Trim());
    }

    static string[] Words(string verb) => verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <returns>What it said: one line, or the findings of the doctor.</returns>
    static async Task<string> Refused(TemporaryFolder folder, string data, string verb)
    {
        var (status, said) = await Operator.Does([.. Words(verb.Replace("{folder}", folder.Path, StringComparison.Ordinal)), "--data", data]);

        Assert.NotEqual(0, status);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        if (verb is not "doctor")
            Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return said;
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9a-f]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"^\| `--.*? \| `(LOGISTICS_|ASPNETCORE_)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex("--[a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
