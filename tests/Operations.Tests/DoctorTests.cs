using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Dapper;
using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class DoctorTests : IAsyncLifetime
{
    readonly TemporaryFolder data = new();

    string Key => Path.Combine(data.Path, "token-key.pem");

    public async ValueTask InitializeAsync()
    {
        await (await RunningHost.StartOn(data, AllServices.Define())).DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_is_well_while_a_program_runs_and_while_it_does_not()
    {
        var still = await Operator.Succeeds(["doctor", "--data", data.Path]);
        Assert.DoesNotContain("→", still, StringComparison.Ordinal);

        await using var host = await RunningHost.StartOn(data, AllServices.Define());
        Assert.Equal(still.Split('\n').Length, (await Operator.Succeeds(["doctor", "--data", data.Path])).Split('\n').Length);
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_a_warning_and_one_that_is_none_a_problem()
    {
        File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await Finds(1, $"warning  token key: {Key} can be read by users other than its owner");

        await File.WriteAllTextAsync(Key, "no key");
        await Finds(2, "problem  token key: The setting 'token-key' must name a PEM file with a P-256 key");

        File.Delete(Key);
        await Finds(1, $"warning  token key: {Key} is missing.");
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task A_wrong_setting_is_named()
    {
        await Finds(2, "problem  settings: The setting 'broker' must be an address", "--broker", "somewhere");
        Assert.Contains("was not matched", (await Operator.Does(["doctor", "--brocker", "amqp://somewhere"])).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_damaged_older_newer_or_missing_is_named()
    {
        Change("shipment", "insert into migration (name, applied_at) values ('Logistics.Shipment.Migrations.9999-later.sql', '')");
        Change("distribution", "delete from migration where name like 'Logistics.Distribution.%'");
        Change("accounts", "insert into migration (name, applied_at) values ('Logistics.Portal.Accounts.Migrations.9999-later.sql', '')");
        Change("intake", "update log_head set seq = 1");
        File.WriteAllText(Path.Combine(data.Path, "portal.db"), new string('x', 8192));

        await Finds(2, "problem  database shipment: is of a newer program: migration Logistics.Shipment.Migrations.9999-later.sql has run");
        await Finds(2, "warning  database distribution: is of an older program");
        await Finds(2, "problem  database intake: event 1, the last of its log, is missing or was changed");
        await Finds(2, $"problem  database portal: {Path.Combine(data.Path, "portal.db")} cannot be used: SQLite Error 26: 'file is not a database'");
        await Finds(2, "problem  database accounts: is of a newer program");
        File.Delete(Path.Combine(data.Path, "accounts.db"));
        await Finds(2, "warning  database accounts: is missing");
        Assert.False(File.Exists(Path.Combine(data.Path, "accounts.db")));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_warning_and_stays_away()
    {
        var missing = Path.Combine(data.Path, "missing");

        var (status, said) = await Operator.Does(["doctor", "--data", missing]);

        Assert.Equal(1, status);
        Assert.Contains($"warning  disk: {missing} is missing.", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task A_feed_that_stands_still_is_shown_for_machines_too()
    {
        Change("tracking", "insert into stall (source, seq, type, body, error, attempts, since) values ('intake', 4, 't', '{}', 'It cannot.', 5, '2020-05-08T00:00:00+00:00')");

        var (status, said) = await Operator.Does(["doctor", "--json", "--data", data.Path]);

        Assert.Equal(2, status);
        var finding = JsonNode.Parse(said)!.AsArray().Single(finding => (string?)finding!["level"] == "problem")!;
        Assert.Equal(("tracking follows intake", "stands still at event 4 after 5 attempts: It cannot."), ((string?)finding["check"], (string?)finding["text"]));
    }

    [Fact]
    public async Task A_broker_that_is_not_there_or_does_not_let_in_or_has_an_alarm_is_named_and_no_password_is_shown()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        using var refusing = Ports.Refusing();
        var closed = $"amqp://guest:secret@127.0.0.1:{refusing.Port()}";
        Assert.DoesNotContain("secret", await Finds(2, "cannot be used: Connection refused", "--broker", closed), StringComparison.Ordinal);

        await using var broker = await RabbitNode.Start();
        var wrong = new UriBuilder(broker.Address) { Password = "secret" }.Uri.ToString();
        Assert.DoesNotContain("secret", await Finds(2, "it rejects the user name or the password.", "--broker", wrong), StringComparison.Ordinal);
        await Finds(2, "vhost nowhere not found", "--broker", $"{broker.Address}nowhere");
        await Finds(1, "warning  queue tracking.follows.intake: is missing", "--broker", broker.Address.ToString());

        await using (await RunningHost.StartOn(data, broker, AllServices.Define()))
        {
            await Eventually.Holds(
                async () => (await Operator.Does(["doctor", "--data", data.Path, "--broker", broker.Address.ToString()])) is { Status: 0 } well && well.Said.Contains("takes messages", StringComparison.Ordinal),
                "all queues at the broker");
        }

        await broker.Pause();
        await Finds(2, "problem  broker:", "--broker", broker.Address.ToString());
        await broker.Resume();
    }

    [Fact]
    public async Task Published_keys_that_are_none_and_a_clock_that_differs_are_named()
    {
        await using var portal = await RunningHost.StartOn(data, AllServices.Define());
        await Finds(0, "agrees with this one", "--keys", portal.Address + PublishedKeys.Path);
        await Finds(2, "the answer is not a set of keys", "--keys", portal.Address + "/account/sign-in");
        using (var refusing = Ports.Refusing())
            await Finds(2, "does not answer", "--keys", $"http://127.0.0.1:{refusing.Port()}{PublishedKeys.Path}");

        await using var late = await Late(TimeSpan.FromSeconds(30));
        var said = await Finds(1, "warning  clock of intake", "--intake", late.Urls.Single());
        // Half the time of the question counts as the way back, so a slow one may be off by a second.
        Assert.Contains([29, 30, 31], seconds => said.Contains($"clock of intake: is {seconds} s behind this one", StringComparison.Ordinal));
    }

    async Task<string> Finds(int status, string finding, params string[] settings)
    {
        var (got, said) = await Operator.Does(["doctor", "--data", data.Path, .. settings]);
        Assert.True(got == status, said);
        Assert.Contains(finding, said, StringComparison.Ordinal);
        return said;
    }

    void Change(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, database + ".db")};Pooling=False");
        connection.Execute(sql);
    }

    /// <summary>A program whose clock is late.</summary>
    static async Task<WebApplication> Late(TimeSpan by)
    {
        var app = WebApplication.Create(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        app.MapGet("/health/live", (HttpResponse response) =>
        {
            response.Headers.Date = (TimeProvider.System.GetUtcNow() - by).ToString("R");
        });
        await app.StartAsync();
        return app;
    }
}
