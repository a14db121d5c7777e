using Logistics.Operations.Backups;

namespace Logistics.Operations.Backups;

/// <summary>A database that has applied events missing from the followed log: the two are not from the same moment.</summary>
/// <param name="Follower">Service that owns the database.</param>
/// <param name="Source">Service whose log is followed.</param>
/// <param name="Position">Sequence number of the last event applied.</param>
/// <param name="End">Last sequence number of the log.</param>
sealed record FeedAhead(string Follower, string Source, long Position, long End)
{
    public static IEnumerable<FeedAhead> In(IEnumerable<(string Name, BackupManifest.LogEnd? Log)> databases)
    {
        var logs = databases.Where(database => database.Log is not null).ToDictionary(database => database.Name, database => database.Log!, StringComparer.Ordinal);
        return
            from follower in logs
            from followed in follower.Value.Follows
            where logs.ContainsKey(followed.Key) && followed.Value > logs[followed.Key].Seq
            select new FeedAhead(follower.Key, followed.Key, followed.Value, logs[followed.Key].Seq);
    }

    public override string ToString() => $"{Follower} has applied {Source} up to event {Position}, but its log ends at {End}.";
}
