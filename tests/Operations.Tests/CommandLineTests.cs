using System.Text.RegularExpressions;
using Logistics.AllInOne;
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

    [GeneratedRegex(@"^\| `--.*? \| `(LOGISTICS_|ASPNETCORE_)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex("--[a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
