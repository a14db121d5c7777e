using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting;
using Logistics.Hosting.Configuration;

namespace Logistics.Operations.Backups;

/// <summary>Describes the content of a backup. It is written last, so a folder without it is not a complete backup.</summary>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="At">Time of the snapshots.</param>
/// <param name="Databases">The program's databases.</param>
/// <param name="Key">The key that signs or checks tokens; null if the program has no such file.</param>
sealed record BackupManifest(string Program, DateTimeOffset At, IReadOnlyList<BackupManifest.Copy> Databases, BackupManifest.CopiedFile? Key)
{
    public const string Name = "manifest.json";

    static readonly JsonSerializerOptions Json = new(EventBody.Json) { WriteIndented = true };

    /// <param name="File">Name in the folder of the backup.</param>
    /// <param name="Bytes">Length in bytes.</param>
    /// <param name="Sha256">Lower-case hexadecimal digits.</param>
    public sealed record CopiedFile(string File, long Bytes, string Sha256)
    {
        public static CopiedFile Of(string path)
        {
            using var file = System.IO.File.OpenRead(path);
            return new CopiedFile(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        }
    }

    /// <param name="Name">For example the name of the service.</param>
    /// <param name="Content">The file.</param>
    /// <param name="Log">End of the log; null if the database holds none.</param>
    public sealed record Copy(string Name, CopiedFile Content, LogEnd? Log);

    /// <param name="Seq">The last sequence number.</param>
    /// <param name="Hash">End of the hash chain, in lower-case hexadecimal digits.</param>
    /// <param name="Follows">Position applied of each followed log.</param>
    public sealed record LogEnd(long Seq, string Hash, IReadOnlyDictionary<string, long> Follows)
    {
        public static LogEnd Read(DbConnection connection, DbTransaction? transaction = null)
        {
            var (seq, hash) = connection.QuerySingle<(long, byte[])>("select seq, hash from log_head", transaction: transaction);
            var follows = connection.Query<(string Source, long Seq)>("select source, seq from position", transaction: transaction);
            return new LogEnd(seq, Convert.ToHexStringLower(hash), follows.ToDictionary(row => row.Source, row => row.Seq, StringComparer.Ordinal));
        }
    }

    /// <exception cref="InvalidOperationException">The folder does not contain a complete backup.</exception>
    public static BackupManifest Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json)!;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidOperationException($"{folder} does not contain a complete backup: {error.Message} Choose another folder.", error);
        }
    }

    public void Write(string folder)
    {
        using var file = PrivateFile.Open(Path.Combine(folder, Name), FileMode.CreateNew);
        JsonSerializer.Serialize(file, this, Json);
        file.Flush(flushToDisk: true);
    }
}
