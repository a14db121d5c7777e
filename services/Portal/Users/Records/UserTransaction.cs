using System.Data.Common;
using System.Text.Json;
using Dapper;
using Logistics.EventLog.Events;

namespace Logistics.Portal.Users.Records;

/// <summary>A transaction on the accounts.</summary>
public sealed class UserTransaction(DbTransaction transaction, DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    public int Execute(string sql, object? parameters = null) => transaction.Connection!.Execute(sql, parameters, transaction);

    public T? Row<T>(string sql, object? parameters = null) => transaction.Connection!.QueryFirstOrDefault<T>(sql, parameters, transaction);

    public List<T> Rows<T>(string sql, object? parameters = null) => transaction.Connection!.Query<T>(sql, parameters, transaction).AsList();

    /// <summary>Adds an entry to the audit trail.</summary>
    /// <param name="kind">What happened; a name of <see cref="UserEvent"/>.</param>
    /// <param name="actor">The actor; blank if unknown.</param>
    /// <param name="account">The account concerned; blank for an unknown name.</param>
    /// <param name="facts">Ids and codes; no names, no addresses, no secrets.</param>
    public void Record(string kind, string actor, string account, object? facts = null) => Execute(
        """
        insert into account_event (seq, at, actor, account, kind, facts)
        select coalesce(max(seq), 0) + 1, @now, @actor, @account, @kind, @facts from account_event
        """,
        new { now, actor, account, kind, facts = JsonSerializer.Serialize(facts ?? new { }, EventBody.Json) });
}
