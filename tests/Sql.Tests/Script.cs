using Logistics.Testing;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>Reads T-SQL as SQL Server 2019 and later do.</summary>
static class Script
{
    /// <returns>The script, or its first fault.</returns>
    public static (TSqlScript? Script, string? Fault) Parse(string text)
    {
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors is [var error, ..] ? (null, $"{error.Message} ({error.Line}:{error.Column})") : ((TSqlScript)script, null);
    }

    public static IEnumerable<TSqlStatement> Statements(string text) => Parse(text) is { Script: { } script }
        ? script.Batches.SelectMany(batch => batch.Statements)
        : throw new InvalidDataException(Parse(text).Fault);

    /// <summary>The scripts that make the tables of a database in their order. Those of the log are part of it, but for the accounts.</summary>
    /// <param name="folder">Of its scripts for SQLite.</param>
    /// <param name="within">Where in it those of a database are.</param>
    public static IEnumerable<string> For(string folder, string within = "/SqlServer") =>
        new[] { "shared/EventLog/Migrations", folder }.Distinct(StringComparer.Ordinal)
            .Where(one => one == folder || !folder.Contains("Accounts", StringComparison.Ordinal))
            .SelectMany(one => SourceTree.Files(one, "*.sql").Where(file => Path.GetDirectoryName(file)!.Replace('\\', '/') == one + within).Order(StringComparer.Ordinal));

    /// <summary>Every folder with scripts for SQL Server.</summary>
    public static IEnumerable<string> Folders { get; } =
    [
        .. new[] { "shared", "services", "tests" }.SelectMany(folder => SourceTree.Files(folder, "*.sql"))
            .Where(file => file.Contains("/SqlServer/", StringComparison.Ordinal))
            .Select(file => file[..file.IndexOf("/SqlServer/", StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
