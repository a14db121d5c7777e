using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.EventLog.Transport;
using Logistics.Hosting;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Logistics.Hosting.Health;
using Logistics.Operations.Backups;
using Logistics.Operations.Checks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

using Command = System.CommandLine.Command;

namespace Logistics.Operations;

/// <summary>What every program does for its operator beside serving.</summary>
public static class OperatorCommands
{
    /// <param name="root">Gets the verbs.</param>
    /// <param name="services">Of the program.</param>
    /// <param name="usual">Where the program serves unless it is told otherwise.</param>
    public static void AddTo(RootCommand root, IReadOnlyList<ServiceDefinition> services, string? usual = null)
    {
        root.Add(DefineHealth(usual));
        root.Add(DefineBackup(services));
        root.Add(DefineRestore(services));
        root.Add(DefineVerify(services));
        root.Add(DefineRebuild(services));
        root.Add(DefineDoctor(services));
    }

    /// <summary>Every setting of a program, as an option of its command line.</summary>
    internal static IReadOnlyList<Option<string?>> SettingsOf(IReadOnlyList<ServiceDefinition> services) =>
        [.. Settings.Known.Concat(services.SelectMany(service => service.Settings)).Select(setting => new Option<string?>("--" + setting.Name) { Description = setting.Help })];

    static Command DefineHealth(string? usual)
    {
        var urls = new Option<string?>("--urls") { Description = "Where it serves.", DefaultValueFactory = _ => usual };
        var health = new Command(HealthProbe.Verb, "Asks the program that serves here whether it is ready. Status 0 where it is.") { urls };
        health.SetAction((parsed, _) => CommandFaults.Tell(
            parsed.InvocationConfiguration.Error, () => HealthProbe.Ask(parsed.GetValue(urls) is { } address ? [$"--urls={address}"] : [])));
        return health;
    }

    static Command DefineBackup(IReadOnlyList<ServiceDefinition> services)
    {
        var to = new Option<string>("--to") { Description = "Folder to make.", Required = true };
        var backup = new Command("backup", "Copies the SQLite databases and the token key while the program goes on, and checks the copies.") { to };
        return Define(backup, services, async (parsed, configuration, say) =>
        {
            var manifest = await Backup.Make(Files(configuration, services), services, parsed.GetValue(to)!, TimeProvider.System);
            foreach (var copy in manifest.Databases)
                say.WriteLine(copy.Log is { } log ? $"{copy.Name}: {Number(log.Seq)} events, whole" : $"{copy.Name}: whole");
            var ahead = FeedAhead.In(manifest.Databases.Select(copy => (copy.Name, copy.Log))).ToList();
            foreach (var feed in ahead)
                say.WriteLine($"This backup cannot be restored: {feed} So it is in the running program too; see 'A feed is ahead of its source' in deploy/README.md.");
            return ahead.Count == 0 ? 0 : 1;
        });
    }

    static Command DefineRestore(IReadOnlyList<ServiceDefinition> services)
    {
        var from = new Option<string>("--from") { Description = "Folder of a backup.", Required = true };
        var restore = new Command("restore", "Puts a backup in the place of what is there, which is kept. The program must not be running.") { from };
        return Define(restore, services, async (parsed, configuration, say) =>
        {
            var aside = await Restore.Run(Files(configuration, services), services, parsed.GetValue(from)!, TimeProvider.System);
            say.WriteLine($"Restored from {parsed.GetValue(from)}.");
            if (aside is not null)
                say.WriteLine($"What was there before is in {aside}.");
            return 0;
        });
    }

    static Command DefineVerify(IReadOnlyList<ServiceDefinition> services)
    {
        var verify = new Command("verify", "Recomputes the hash chain of each log from its first event to its last. The program may be running.");
        return Define(verify, services, async (_, configuration, say) =>
        {
            var settings = Settings.Read(configuration, services.SelectMany(service => service.Settings));
            var whole = true;
            foreach (var service in services)
            {
                if (!Databases.Exists(settings, service.Name))
                    throw NoDatabase(service, settings);
                var (head, broken) = await Wholeness.Chain(settings.DatabaseOf(service.Name), service);
                say.WriteLine(broken is null ? $"{service.Name}: {Number(head)} events, whole" : $"{service.Name}: {Number(head)} events, broken at event {broken}");
                whole &= broken is null;
            }

            return whole ? 0 : 1;
        });
    }

    static Command DefineRebuild(IReadOnlyList<ServiceDefinition> services)
    {
        var name = new Argument<string>("service") { Description = "Whose tables." };
        name.AcceptOnlyFromAmong([.. services.Select(service => service.Name)]);
        var rebuild = new Command(
            "rebuild", "Fills the tables of a service again from its log and from those that it follows. Stop the program first, except for a service whose old tables answer until the new ones are filled.") { name };
        return Define(rebuild, services, async (parsed, configuration, say) =>
        {
            var settings = Settings.Read(configuration, services.SelectMany(service => service.Settings));
            var service = services.Single(service => service.Name == parsed.GetValue(name));
            if (!Databases.Exists(settings, service.Name))
                throw NoDatabase(service, settings);
            if (service.HasGenerations)
                return await Fill(service, settings, say);
            using var alone = settings.SqlServer is null ? DataFolder.Take(settings.Data) : null;
            using var log = Databases.OpenLog(service, settings, TimeProvider.System, NullLogger<Log>.Instance);
            var lease = Relay.LeaseOf(log);
            if (settings.SqlServer is not null && !await lease.Take())
                throw new InvalidOperationException($"A program of {service.Name} runs. Stop it first; one that was killed counts as running for {Lease.Term.TotalSeconds:0} seconds.");
            await log.Rebuild();
            await lease.Release();
            say.WriteLine($"{service.Name}: {Number(log.Head)} events applied anew. Start the program: it asks for the logs that it follows.");
            return 0;
        });
    }

    static async Task<int> Fill(ServiceDefinition service, Settings settings, TextWriter say)
    {
        using var shared = settings.SqlServer is null ? DataFolder.Share(settings.Data) : null;
        using var log = Databases.OpenLog(service, settings, TimeProvider.System, NullLogger<Log>.Instance);
        await new Generations(log, [.. service.Sources]).Begin();
        say.WriteLine($"{service.Name}: the running program, or the next one that starts, fills the tables a second time. The present ones answer until that is done.");
        return 0;
    }

    static Command DefineDoctor(IReadOnlyList<ServiceDefinition> services)
    {
        var json = new Option<bool>("--json") { Description = "One JSON array instead of lines." };
        var doctor = new Command("doctor", "Looks at everything that the program needs. Status 0 where all is well, 1 with warnings, 2 with problems.") { json };
        return Define(doctor, services, async (parsed, configuration, say) =>
        {
            var findings = await Doctor.Examine(configuration, services);
            if (parsed.GetValue(json))
                say.WriteLine(JsonSerializer.Serialize(findings, EventBody.Json));
            else
                findings.ForEach(say.WriteLine);
            return (int)findings.Max(finding => finding.Level);
        });
    }

    /// <summary>Gives a command the settings of the program as options; what cannot be done is said in a line, with status 2.</summary>
    /// <param name="command">The command.</param>
    /// <param name="services">Of the program.</param>
    /// <param name="run">Does it, with the settings and where to write; returns the exit status.</param>
    public static Command Define(Command command, IReadOnlyList<ServiceDefinition> services, Func<ParseResult, IConfiguration, TextWriter, Task<int>> run)
    {
        var settings = SettingsOf(services);
        foreach (var option in settings)
            command.Add(option);
        command.SetAction((parsed, _) => CommandFaults.Tell(parsed.InvocationConfiguration.Error, () =>
        {
            DapperTypes.Register();
            var configuration = Settings.Gather(given => given.AddInMemoryCollection(
                settings.Select(option => KeyValuePair.Create(option.Name.TrimStart('-'), parsed.GetValue(option))).Where(setting => setting.Value is not null)));
            return run(parsed, configuration, parsed.InvocationConfiguration.Output);
        }));
        return command;
    }

    /// <exception cref="InvalidOperationException">The data are on SQL Server.</exception>
    static Settings Files(IConfiguration configuration, IReadOnlyList<ServiceDefinition> services) =>
        Settings.Read(configuration, services.SelectMany(service => service.Settings)) is { SqlServer: null } files
            ? files
            : throw new InvalidOperationException("The databases are on SQL Server, which has backups of its own: see deploy/sqlserver.");

    static InvalidOperationException NoDatabase(ServiceDefinition service, Settings settings) => new($"There is no database of {service.Name} in {settings.Data}.");

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
