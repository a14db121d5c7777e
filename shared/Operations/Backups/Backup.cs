using System.Reflection;
using Logistics.EventLog;
using Logistics.Hosting;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Backups;

/// <summary>Copies the databases and the key of a running program as of one moment.</summary>
static class Backup
{
    /// <summary>
    /// Maximum number of rounds. If a follower applies an event between two snapshots, all snapshots are taken again, which takes milliseconds. A
    /// follower that stays ahead of its source
    /// was ahead before the backup.
    /// </summary>
    const int Attempts = 100;

    /// <param name="settings">Locate the databases.</param>
    /// <param name="services">Services that own them.</param>
    /// <param name="to">Folder to create.</param>
    /// <param name="clock">Supplies the time of the backup.</param>
    /// <exception cref="InvalidOperationException">The target exists, there is nothing to back up, or a database is damaged.</exception>
    public static async Task<BackupManifest> Make(Settings settings, IReadOnlyList<ServiceDefinition> services, string to, TimeProvider clock)
    {
        to = Path.GetFullPath(to);
        if (Path.Exists(to))
            throw new InvalidOperationException($"{to} already exists. Name a folder that does not exist yet.");
        var partial = to + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        PrivateFile.CreateFolder(partial);
        try
        {
            var manifest = await Copy(settings, services, partial, clock);
            manifest.Write(partial);
            Directory.Move(partial, to);
            return manifest;
        }
        catch (Exception error) when (error is IOException or SqliteException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The backup was not made: {error.Message}", error);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    static async Task<BackupManifest> Copy(Settings settings, IReadOnlyList<ServiceDefinition> services, string folder, TimeProvider clock)
    {
        var (at, snapshots) = Take(settings, services, clock);
        var copies = new List<BackupManifest.Copy>();
        try
        {
            foreach (var snapshot in snapshots)
            {
                var file = Path.Combine(folder, snapshot.Name + ".db");
                snapshot.CopyTo(file);
                if (await Wholeness.Fault(file, snapshot.Service, snapshot.Log) is { } fault)
                    throw new InvalidOperationException($"The backup was not made, because {settings.FileOf(snapshot.Name)} is damaged: {fault} Restore an older backup.");
                copies.Add(new BackupManifest.Copy(snapshot.Name, BackupManifest.CopiedFile.Of(file), snapshot.Log));
            }
        }
        finally
        {
            snapshots.ForEach(snapshot => snapshot.Dispose());
        }

        BackupManifest.CopiedFile? key = null;
        if (settings.TokenKey is { } keyFile && File.Exists(keyFile))
        {
            var copy = Path.Combine(folder, "token-key.pem");
            PrivateFile.Copy(keyFile, copy);
            key = BackupManifest.CopiedFile.Of(copy);
        }

        var version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return new BackupManifest(version ?? "", at, copies, key);
    }

    /// <summary>Takes snapshots of all databases such that none has applied an event that another's log does not contain.</summary>
    static (DateTimeOffset At, List<Snapshot> All) Take(Settings settings, IReadOnlyList<ServiceDefinition> services, TimeProvider clock)
    {
        var databases = Databases.All(services).Where(database => Databases.Exists(settings, database.Name)).ToList();
        if (databases.Count == 0)
            throw new InvalidOperationException($"There is no database in {settings.Data}.");
        for (var attempt = 1; ; attempt++)
        {
            var at = clock.GetUtcNow();
            var snapshots = databases.ConvertAll(database => new Snapshot(database.Name, settings.FileOf(database.Name), database.Service));
            if (attempt == Attempts || !FeedAhead.In(snapshots.Select(snapshot => (snapshot.Name, snapshot.Log))).Any())
                return (at, snapshots);
            snapshots.ForEach(snapshot => snapshot.Dispose());
        }
    }
}
