using Dapper;
using Logistics.Hosting;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Backups;

/// <summary>Replaces the current databases and key with those of a backup, and keeps the replaced files.</summary>
static class Restore
{
    /// <summary>A file that has been copied and checked, and its destination.</summary>
    sealed record Step(string Ready, string Place);

    /// <returns>The folder with the replaced files; null if there were none.</returns>
    /// <exception cref="InvalidOperationException">
    /// The backup is damaged or belongs to another program, or a program has a database open. Nothing was changed.
    /// </exception>
    public static async Task<string?> Run(Settings settings, IReadOnlyList<ServiceDefinition> services, string from, TimeProvider clock)
    {
        from = Path.GetFullPath(from);
        var manifest = BackupManifest.Read(from);
        var owned = Databases.All(services).ToDictionary(database => database.Name, database => database.Service, StringComparer.Ordinal);
        if (manifest.Databases.FirstOrDefault(copy => !owned.ContainsKey(copy.Name)) is { } foreign)
            throw new InvalidOperationException($"{from} holds '{foreign.Name}', which does not belong to this program. Restore it with the program that made the backup.");
        if (FeedAhead.In(manifest.Databases.Select(copy => (copy.Name, copy.Log))).FirstOrDefault() is { } ahead)
            throw new InvalidOperationException($"{from} is not consistent: {ahead} Restore another backup.");
        foreach (var file in manifest.Databases.Select(copy => copy.Content).Append(manifest.Key).OfType<BackupManifest.CopiedFile>())
            Check(from, file);

        settings.MakeFolder();
        using var folder = DataFolder.Take(settings.Data);
        var ready = Path.Combine(settings.Data, "restoring");
        if (Directory.Exists(ready))
            Directory.Delete(ready, recursive: true);
        PrivateFile.CreateFolder(ready);
        try
        {
            var steps = new List<Step>();
            foreach (var copy in manifest.Databases)
            {
                var step = Prepare(from, copy.Content, ready, settings.FileOf(copy.Name));
                if (await Wholeness.Fault(step.Ready, owned[copy.Name], copy.Log) is { } fault)
                    throw new InvalidOperationException($"{copy.Content.File} of {from} is damaged: {fault} Restore another backup.");
                steps.Add(step);
            }

            if (manifest.Key is { } key && settings.TokenKey is { } place && !(File.Exists(place) && BackupManifest.CopiedFile.Of(place).Sha256 == key.Sha256))
                steps.Add(Prepare(from, key, ready, place));
            foreach (var former in manifest.Databases.Select(copy => settings.FileOf(copy.Name)).Where(File.Exists))
                Close(former);
            return Exchange(folder, steps, Path.Combine(settings.Data, $"before-{clock.GetUtcNow():yyyyMMddTHHmmssfffZ}"), $"restore --from {from}");
        }
        finally
        {
            Directory.Delete(ready, recursive: true);
        }
    }

    static void Check(string from, BackupManifest.CopiedFile file)
    {
        var path = Path.Combine(from, file.File);
        if (!File.Exists(path) || BackupManifest.CopiedFile.Of(path) != file)
            throw new InvalidOperationException($"{path} is missing or differs from the file that was backed up. Restore another backup.");
    }

    static Step Prepare(string from, BackupManifest.CopiedFile file, string ready, string place)
    {
        var copy = Path.Combine(ready, file.File);
        PrivateFile.Copy(Path.Combine(from, file.File), copy);
        Check(ready, file);
        return new Step(copy, place);
    }

    /// <summary>Merges the write-ahead log into the file. SQLite refuses while another connection is open.</summary>
    static void Close(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            connection.Execute("pragma journal_mode = delete");
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            throw new InvalidOperationException($"Another program has {database} open: {error.Message}. Stop it first.", error);
        }
        catch (SqliteException)
        {
            // The database is damaged, which is why it is being replaced. It is kept unchanged.
        }
    }

    static string? Exchange(DataFolder folder, List<Step> steps, string aside, string how)
    {
        folder.Begin(how);
        foreach (var (ready, place) in steps)
        {
            foreach (var former in new[] { place, place + "-wal", place + "-shm" }.Where(File.Exists))
            {
                PrivateFile.CreateFolder(aside);
                File.Move(former, Path.Combine(aside, Path.GetFileName(former)));
            }

            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(ready, place);
        }

        folder.Finish();
        return Directory.Exists(aside) ? aside : null;
    }
}
