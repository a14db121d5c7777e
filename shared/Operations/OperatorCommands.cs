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

/// <summary>The operator commands that every program has in addition to serving.</summary>
public static class OperatorCommands
{
    /// <param name="root">Receives the commands.</param>
    /// <param name="services">Services of the program.</param>
    /// <param name="usual">Default address of the program.</param>
    public static void AddTo(RootCommand root, IReadOnlyList<ServiceDefinition> services, string? usual = null)
    {
        root.Add(DefineHealth(usual));
        root.Add(DefineBackup(services));
        root.Add(DefineRestore(services));
        root.Add(DefineVerify(services));
        root.Add(DefineRebuild(services));
        root.Add(DefineDoctor(services));
    }

    /// <summary>Returns every setting of a program as a command-line option.</summary>
    internal static IReadOnlyList<Option<string?>> SettingsOf(IReadOnlyList<ServiceDefinition> services) =>
        [.. Settings.Known.Concat(services.SelectMany(service => service.Settings)).Select(setting => new Option<string?>("--" + setting.Name) { Description = setting.Help })];

    static Command DefineHealth(string? usual)
    {
        var urls = new Option<string?>("--urls") { Description = "Address of the program.", DefaultValueFactory = _ => usual };
        var health = new Command(HealthProbe.Verb, "Checks whether the program running here is ready. Exit status 0 if it is, 1 if not.") { urls };
        health.SetAction((parsed, _) => CommandFaults.Tell(
            parsed.InvocationConfiguration.Error, () => HealthProbe.Ask(parsed.GetValue(urls) is { } address ? [$"--urls={address}"] : [])));
        return health;
    }

    static Command DefineBackup(IReadOnlyList<ServiceDefinition> services)
    {
        var to = new Option<string>("--to") { Description = "Folder to create.", Required = true };
        var backup = new Command("backup", "Copies the SQLite databases and the token key while the program keeps running, and checks the copies.") { to };
        return Define(backup, services, async (parsed, configuration, say) =>
        {
            var manifest = await Backup.Make(Files(configuration, services), services, parsed.GetValue(to)!, TimeProvider.System);
            foreach (var copy in manifest.Databases)
                say.WriteLine(copy.Log is { } log ? $"{copy.Name}: {Number(log.Seq)} events, intact" : $"{copy.Name}: intact");
            var ahead = FeedAhead.In(manifest.Databases.Select(copy => (copy.Name, copy.Log))).ToList();
            foreach (var feed in ahead)
                say.WriteLine($"This backup cannot be restored: {feed} The running program is affected too; see 'A feed is ahead of its source' in deploy/README.md.");
            return ahead.Count == 0 ? 0 : 1;
        });
    }

    static Command DefineRestore(IReadOnlyList<ServiceDefinition> services)
    {
        var from = new Option<string>("--from") { Description = "Folder of the backup.", Required = true };
        var restore = new Command("restore", "Replaces the databases with those of a backup and keeps the replaced files. Stop the program first.") { from };
        return Define(restore, services, async (parsed, configuration, say) =>
        {
            var aside = await Restore.Run(Files(configuration, services), services, parsed.GetValue(from)!, TimeProvider.System);
            say.WriteLine($"Restored from {parsed.GetValue(from)}.");
            if (aside is not null)
                say.WriteLine($"The replaced files are in {aside}.");
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
                say.WriteLine(broken is null ? $"{service.Name}: {Number(head)} events, intact" : $"{service.Name}: {Number(head)} events, broken at event {broken}");
                whole &= broken is null;
            }

            return whole ? 0 : 1;
        });
    }

    static Command DefineRebuild(IReadOnlyList<ServiceDefinition> services)
    {
        var name = new Argument<string>("service") { Description = "Service whose tables are rebuilt." };
        name.AcceptOnlyFromAmong([.. services.Select(service => service.Name)]);
        var rebuild = new Command(
            "rebuild", "Rebuilds the tables of a service from its log and the logs it follows. Stop the program first, unless the service keeps serving its old tables until the new ones are complete.") { name };
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
                throw new InvalidOperationException($"A program with {service.Name} is running. Stop it first; a killed program counts as running for {Lease.Term.TotalSeconds:0} seconds.");
            await log.Rebuild();
            await lease.Release();
            say.WriteLine($"{service.Name}: {Number(log.Head)} events applied again. Start the program to apply the logs that it follows.");
            return 0;
        });
    }

    static async Task<int> Fill(ServiceDefinition service, Settings settings, TextWriter say)
    {
        using var shared = settings.SqlServer is null ? DataFolder.Share(settings.Data) : null;
        using var log = Databases.OpenLog(service, settings, TimeProvider.System, NullLogger<Log>.Instance);
        await new Generations(log, [.. service.Sources]).Begin();
        say.WriteLine($"{service.Name}: the running program, or the next one to start, fills new tables. The current ones stay in use until that is done.");
        return 0;
    }

    static Command DefineDoctor(IReadOnlyList<ServiceDefinition> services)
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON array instead of lines." };
        var doctor = new Command("doctor", "Checks everything that the program needs. Exit status: 0 if all is well, 1 with warnings, 2 with problems.") { json };
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

    /// <summary>Adds the settings of the program to a command as options. Failures are reported in one line with status 2.</summary>
    /// <param name="command">The command.</param>
    /// <param name="services">Services of the program.</param>
    /// <param name="run">Takes the settings and the output; returns the exit status.</param>
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

    /// <exception cref="InvalidOperationException">The databases are on SQL Server.</exception>
    static Settings Files(IConfiguration configuration, IReadOnlyList<ServiceDefinition> services) =>
        Settings.Read(configuration, services.SelectMany(service => service.Settings)) is { SqlServer: null } files
            ? files
            : throw new InvalidOperationException("The databases are on SQL Server, which has its own backups; see deploy/sqlserver.");

    static InvalidOperationException NoDatabase(ServiceDefinition service, Settings settings) => new($"There is no database of {service.Name} in {settings.Data}.");

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
