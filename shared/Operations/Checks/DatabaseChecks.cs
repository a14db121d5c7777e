using System.Data.Common;
using System.Globalization;
using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Logistics.Operations.Backups;

namespace Logistics.Operations.Checks;

/// <summary>Checks whether the databases of a program are usable and whether its feeds advance.</summary>
static class DatabaseChecks
{
    const long LittleSpace = 1_000_000_000;
    const long NoSpace = 100_000_000;

    public static IEnumerable<Finding> All(Settings settings, IReadOnlyList<ServiceDefinition> services)
    {
        if (settings.SqlServer is null)
            yield return Space(settings.Data);
        var logs = new List<(string, BackupManifest.LogEnd?)>();
        foreach (var finding in Databases.All(services).SelectMany(own => One(settings, own, logs)))
            yield return finding;

        foreach (var ahead in FeedAhead.In(logs))
            yield return new(Level.Problem, $"{ahead.Follower} follows {ahead.Source}", ahead.ToString(), "See 'A feed is ahead of its source' in deploy/README.md.");
    }

    static Finding Space(string folder)
    {
        if (!Directory.Exists(folder))
            return new(Level.Warning, "disk", $"{folder} is missing. The program creates it when it starts.", "If it existed before, restore a backup before starting any program.");
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = $"{(free / 1_000_000).ToString("N0", CultureInfo.InvariantCulture)} MB free for {folder}";
        return free switch
        {
            < NoSpace => new(Level.Problem, "disk", text, "Free some space or add more: commands are refused when the disk is full."),
            < LittleSpace => new(Level.Warning, "disk", text, "Free some space or add more."),
            _ => new(Level.Ok, "disk", text),
        };
    }

    static List<Finding> One(Settings settings, OwnDatabase own, List<(string, BackupManifest.LogEnd?)> logs)
    {
        var (name, service, scripts) = own;
        var check = $"database {name}";
        if (!Databases.Exists(settings, name))
            return [new(Level.Warning, check, "is missing. The program creates an empty one when it starts.", "If it existed before, restore a backup before starting any program.")];
        try
        {
            var database = settings.DatabaseOf(name);
            using var connection = database.Open();
            var findings = new List<Finding>();
            if (Damage(database, connection) is { } damage)
                return [new(Level.Problem, check, damage, "Stop the program and restore a backup.")];
            if (database.Dialect is not SqliteDialect)
                findings.AddRange(Server(check, connection));
            findings.Add(Version(check, [.. scripts(database)], connection));
            if (service is null)
                return findings;
            var end = BackupManifest.LogEnd.Read(connection);
            findings.Add(LastLink(check, end, connection));
            logs.Add((name, end));
            // A database of an older program lacks this table.
            var canFill = connection.Query<string>(database.Dialect.Tables).Contains("filling_stall", StringComparer.Ordinal);
            findings.AddRange(service.Sources.Select(source => Feed(service.Name, source, canFill, connection)));
            return findings;
        }
        catch (DbException error)
        {
            return [new(Level.Problem, check, error.Message, "Check the disk, the owner and mode of the file, and whether the server answers. If the file is damaged, restore a backup.")];
        }
    }

    static string? Damage(Database database, DbConnection connection)
    {
        if (database.Dialect is not SqliteDialect)
            return null;
        return connection.QueryFirst<string>("pragma quick_check") is not "ok" and var damage ? $"is damaged: {damage}" : null;
    }

    /// <summary>Checks the settings and the clock of a SQL Server database.</summary>
    static IEnumerable<Finding> Server(string check, DbConnection connection)
    {
        var (snapshot, collation, clock) = connection.QuerySingle<(bool, string, DateTime)>(
            "select is_read_committed_snapshot_on, collation_name, sysutcdatetime() as clock from sys.databases where name = db_name()");
        if (!snapshot)
            yield return new(Level.Problem, check, "read_committed_snapshot is off: readers and the writer block each other", "Turn it on as deploy/sqlserver/databases.sql does.");
        if (!collation.EndsWith("_BIN2", StringComparison.Ordinal))
            yield return new(Level.Problem, check, $"its collation {collation} treats codes that differ only in case as equal", "Create the database with deploy/sqlserver/databases.sql.");
        yield return Clocks.Compare(check, new DateTimeOffset(clock, TimeSpan.Zero) - TimeProvider.System.GetUtcNow());
    }

    static Finding Version(string check, IReadOnlyCollection<string> known, DbConnection connection)
    {
        var applied = Database.Applied(connection);
        if (Database.Newer(applied, known) is { } newer)
            return new(Level.Problem, check, $"is of a newer program: migration {newer} has run", "Start the newer program, or restore the backup that was taken before the upgrade.");
        return known.Count(script => !applied.Contains(script)) is > 0 and var missing
            ? new(Level.Warning, check, $"is of an older program: {missing} migrations have not run", "The next start runs them. Take a backup first.")
            : new(Level.Ok, check, "opens and matches this program");
    }

    static Finding LastLink(string check, BackupManifest.LogEnd end, DbConnection connection)
    {
        var seq = end.Seq;
        var number = seq.ToString("N0", CultureInfo.InvariantCulture);
        if (seq == 0)
            return new(Level.Ok, check, "its log is empty");
        var previous = seq == 1 ? new byte[32] : connection.QuerySingleOrDefault<byte[]>("select hash from event where seq = @before", new { before = seq - 1 });
        var body = connection.QuerySingleOrDefault<byte[]>("select body from event where seq = @seq", new { seq });
        return previous is not null && body is not null && Convert.ToHexStringLower(EventBody.Chain(previous, body)) == end.Hash
            ? new(Level.Ok, check, $"{number} events; the last one follows from its predecessor")
            : new(Level.Problem, check, $"event {number}, the last of its log, is missing or was changed", "Stop the program, run verify, and restore a backup.");
    }

    static Finding Feed(string follower, string source, bool canFill, DbConnection connection)
    {
        var check = $"{follower} follows {source}";
        var stall = connection.QueryFirstOrDefault<(long Seq, string Error, int Attempts)?>(
            $"""
            select seq, error, attempts from stall where source = @source
            {(canFill ? "union all select seq, error, attempts from filling_stall where source = @source" : "")}
            """,
            new { source });
        return stall is { } at
            ? new(Level.Problem, check, $"stands still at event {at.Seq} after {at.Attempts} attempts: {at.Error}", "See 'A feed stands still' in deploy/README.md.")
            : new(Level.Ok, check, "goes on");
    }
}
