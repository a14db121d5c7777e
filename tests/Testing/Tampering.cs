using System.Text;
using Dapper;
using Logistics.EventLog.Databases;

namespace Logistics.Testing;

/// <summary>What somebody does who writes past the program.</summary>
public static class Tampering
{
    /// <summary>Changes letters in the body of an event.</summary>
    public static void Change(this Database database, long seq, string from, string to)
    {
        using var connection = database.Open();
        var body = Encoding.UTF8.GetString(connection.QuerySingle<byte[]>("select body from event where seq = @seq", new { seq }));
        if (!body.Contains(from, StringComparison.Ordinal))
            throw new InvalidOperationException($"There is no {from} in {body}");
        connection.Execute(
            "update event set body = @changed where seq = @seq",
            new { seq, changed = Encoding.UTF8.GetBytes(body.Replace(from, to, StringComparison.Ordinal)) });
    }
}
