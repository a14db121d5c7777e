using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;

namespace Logistics.Distribution.Tests;

static class Tables
{
    /// <summary>Every row of every table that is written from events, as text.</summary>
    public static async Task<IReadOnlyList<string>> Dump(Log log)
    {
        await using var connection = log.Database.Open();
        var tables = connection.Query<string>(log.Database.Dialect.Tables).Except(["migration", "command", "lease"], StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. tables.SelectMany(table => connection.Query($"select * from {table}")
            .Select(row => $"{table}: " + string.Join(" | ", ((IDictionary<string, object?>)row).Values.Select(Show)))
            .Order(StringComparer.Ordinal))];
    }

    static string Show(object? value) => value switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => value.ToString()!,
    };
}
