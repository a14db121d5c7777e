using System.Data.Common;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Logistics.AllInOne;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Health;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>The system in containers on one machine, held against the programs, the files that it mounts, and itself.</summary>
public sealed partial class ComposeTests
{
    static readonly JsonObject Small = Yaml.File("docker-compose.yml");
    static readonly JsonObject Whole = Yaml.Merge(Small, Yaml.File("docker-compose.override.yml"));

    static readonly string[] Programs = [.. AllServices.Define().Select(service => service.Name)];

    static JsonObject Services => Whole["services"]!.AsObject();

    [Fact]
    public void Every_program_is_there_and_nothing_else_is_built()
    {
        var built = Services.Where(service => service.Value!["build"] is not null).ToList();

        Assert.Equal(Programs.Order(StringComparer.Ordinal), built.Select(service => service.Key).Order(StringComparer.Ordinal));
        Assert.All(built, service =>
        {
            var build = service.Value!["build"]!;
            Assert.Equal("deploy/Dockerfile", (string?)build["dockerfile"]);
            Assert.Equal(service.Key, ((string)build["args"]!["SERVICE"]!).ToLowerInvariant());
            Assert.Contains((string)build["args"]!["SERVICE"]!, ImageTests.Programs.Select(program => program.Data));
        });
    }

    [Fact]
    public void Every_variable_is_a_setting_of_the_program_that_it_is_set_for() =>
        Assert.All(AllServices.Define(), program => DeployedSettings.AreKnown(program, Environment(program)));

    [Fact]
    public void Every_secret_is_used_made_and_kept()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(SourceTree.Root, "deploy/secrets/make"), Path.Combine(folder.Path, "make"));
        var used = Services.SelectMany(service => Mounted(service.Value!)).Select(secret => secret.Source).ToHashSet(StringComparer.Ordinal);

        var made = Make(folder);

        Assert.Equal(used.Order(StringComparer.Ordinal), Declared(Whole).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(made.Keys.Select(name => $"deploy/secrets/{name}").Order(StringComparer.Ordinal), Declared(Whole).Values.Order(StringComparer.Ordinal));
        Assert.All(Programs, program => Opens(program, made));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
        Assert.Equal(made, Make(folder));
    }

    [Fact]
    public void A_program_finds_its_own_secrets_under_the_names_of_settings() => Assert.All(Programs, program =>
    {
        Assert.Equal("/run/secrets", (string?)Services[program]!["environment"]!["LOGISTICS_SECRETS"]);
        Assert.Equal(
            [($"{program}-broker", "broker"), ($"{program}-database", "database")],
            Mounted(Services[program]!).Order());
    });

    [Fact]
    public void Databases_are_made_with_the_variables_and_logins_that_the_script_has()
    {
        var script = SourceTree.Read("deploy/sqlserver/databases.sql");
        var given = Exported().Matches((string)Services["databases"]!["entrypoint"]![2]!).Select(export => export.Groups["name"].Value).Except(["SQLCMDPASSWORD"]);
        var wanted = SqlcmdVariable().Matches(script).Select(variable => variable.Groups["name"].Value).Distinct();

        Assert.Equal(wanted.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        Assert.All(Programs, program => Assert.Contains($"logistics_{program}", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_image_has_a_version() => Assert.All(
        Services.Where(service => service.Value!["build"] is null),
        service => Assert.Matches(ImageTests.Pinned(), (string)service.Value!["image"]!));

    [Fact]
    public void Every_file_that_is_mounted_is_in_the_tree()
    {
        var files = Services.SelectMany(service => service.Value!["volumes"].Strings()).Where(volume => volume.StartsWith("./", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, file.Split(':')[0])), file));
    }

    [Fact]
    public void Nobody_has_more_rights_or_memory_than_it_needs() => Assert.All(Services, service =>
    {
        Assert.Equal(["ALL"], service.Value!["cap_drop"].Strings());
        Assert.Equal(["no-new-privileges:true"], service.Value["security_opt"].Strings());
        Assert.NotNull(service.Value["mem_limit"]);
        Assert.True((string?)service.Value["read_only"] == "true" || service.Key == "sqlserver", service.Key);
        Assert.All(service.Value["ports"].Strings(), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    });

    [Fact]
    public void A_program_is_asked_whether_it_is_ready_and_served_at_the_port_of_its_image() => Assert.All(Programs, program =>
    {
        Assert.Equal(["CMD", ImageTests.Program, HealthProbe.Verb], Services[program]!["healthcheck"]!["test"].Strings());
        Assert.EndsWith($":{ImageTests.Port}", Services[program]!["ports"].Strings().Single(), StringComparison.Ordinal);
    });

    [Fact]
    public void Addresses_lead_to_what_is_there()
    {
        var addresses = Programs.SelectMany(program => Services[program]!["environment"]!.AsObject())
            .SelectMany(variable => Address().Matches((string)variable.Value!))
            .Select(address => (Host: address.Groups["host"].Value, Port: address.Groups["port"].Value))
            .Where(address => address.Host != "localhost")
            .ToHashSet();

        Assert.All(addresses.Where(address => address.Host != "collector"), address =>
        {
            Assert.Contains(address.Host, Programs);
            Assert.Equal(ImageTests.Port, address.Port);
        });
        Assert.Contains(("collector", "4317"), addresses);
        Assert.Equal("0.0.0.0:4317", (string?)Yaml.File("deploy/telemetry/collector.yml")["receivers"]!["otlp"]!["protocols"]!["grpc"]!["endpoint"]);
    }

    [Fact]
    public void What_waits_for_another_can_see_it_come() => Assert.All(
        Services.SelectMany(service => (service.Value!["depends_on"] as JsonObject ?? []).Select(dependency => (service.Key, On: dependency.Key, Condition: (string?)dependency.Value!["condition"]))),
        wait =>
        {
            var other = Services[wait.On];
            Assert.NotNull(other);
            if (wait.Condition == "service_healthy")
                Assert.NotNull(other["healthcheck"]);
            else
                Assert.Equal(("service_completed_successfully", "no"), (wait.Condition, (string?)other["restart"]));
        });

    [Fact]
    public void Without_the_second_file_nothing_is_watched_and_nothing_is_missing()
    {
        Assert.DoesNotContain("OTEL_", Small.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("collector", Small.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Programs, program => Assert.NotNull(Small["services"]![program]));
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.yml", "docker-compose.override.yml")]
    public async Task Compose_accepts_the_files(params string[] files)
    {
        if ((await Tool.RunOrSkip("docker", "compose", "version")).Status != 0)
            Assert.Skip("docker has no compose here.");

        var read = await Tool.Run("docker", ["compose", .. files.SelectMany(file => new[] { "-f", Path.Combine(SourceTree.Root, file) }), "config", "--quiet"]);

        Assert.True(read.Status == 0, read.Errors);
    }

    static Dictionary<string, string> Environment(ServiceDefinition program) =>
        Services[program.Name]!["environment"]!.AsObject().ToDictionary(variable => variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);

    static Dictionary<string, string> Declared(JsonObject compose) =>
        compose["secrets"]!.AsObject().ToDictionary(secret => secret.Key, secret => (string)secret.Value!["file"]!, StringComparer.Ordinal);

    static IEnumerable<(string Source, string Target)> Mounted(JsonNode service) => (service["secrets"] as JsonArray ?? []).Select(secret =>
        secret is JsonObject longer ? ((string)longer["source"]!, (string)longer["target"]!) : ((string)secret!, (string)secret!));

    static Dictionary<string, string> Make(TemporaryFolder folder)
    {
        var script = Path.Combine(folder.Path, "make");
        var made = Tool.Run("bash", script).GetAwaiter().GetResult();
        Assert.True(made.Status == 0, made.Errors);
        return Directory.GetFiles(folder.Path).Where(file => file != script).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
    }

    /// <summary>The connection string and the address of a program hold the passwords that its login and its user are made with.</summary>
    static void Opens(string program, Dictionary<string, string> made)
    {
        var database = new DbConnectionStringBuilder { ConnectionString = made[$"{program}-database"] };
        Assert.Equal(("sqlserver", "logistics", $"logistics_{program}"), ((string)database["Server"], (string)database["Database"], (string)database["User Id"]));
        Assert.Equal(made[$"{program}-database-password"], (string)database["Password"]);
        Assert.Equal($"amqp://{program}:{made[$"{program}-broker-password"]}@rabbitmq:5672/logistics", made[$"{program}-broker"]);
        Assert.True(Services.ContainsKey("sqlserver") && Services.ContainsKey("rabbitmq"));
    }

    [GeneratedRegex(@"^export (?<name>\w+)=", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exported();

    [GeneratedRegex(@"\$\((?<name>\w+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SqlcmdVariable();

    [GeneratedRegex("http://(?<host>[a-z.]+):(?<port>[0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
