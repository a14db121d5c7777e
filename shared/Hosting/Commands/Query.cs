using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Logistics.Contracts.Syntax;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Commands;

/// <summary>A query in progress, with a connection of its own.</summary>
public sealed partial class Query(DbConnection connection, Dialect dialect, Caller? caller, HttpRequest request)
{
    /// <exception cref="InvalidOperationException">The route is public.</exception>
    public Caller Caller => caller ?? throw new InvalidOperationException("A public route has no caller.");

    /// <summary>Gets the caller; null if a public route is called without a token.</summary>
    public Caller? Asker => caller;

    /// <exception cref="CodeFaultException">The code is malformed; answered as a malformed request.</exception>
    public T Route<T>(string name) where T : struct, ICode<T> => Code.Parse<T>((string?)request.RouteValues[name]);

    public string RouteText(string name) => (string)request.RouteValues[name]!;

    /// <summary>Returns a text from the query string; null if it is missing or blank.</summary>
    public string? Text(string name) => Code.Normalise(request.Query[name]) is { Length: > 0 } text ? text : null;

    /// <summary>Returns a number from the path, whose pattern must say <c>:int</c>.</summary>
    public int RouteNumber(string name) => int.Parse((string)request.RouteValues[name]!);

    /// <summary>Returns an integer from the query string; null if it is missing or blank.</summary>
    /// <exception cref="CodeFaultException"><c>filter-number</c>: not an integer from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public int? Number(string name, int least, int most) =>
        Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new CodeFaultException(new CodeFault("filter-number", ("field", name), ("value", text), ("least", least), ("most", most)));

    /// <summary>Returns rows unbuffered, for answers that are written while they are read.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters, buffered: false);

    public List<T> Rows<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    /// <summary>Returns the first rows of an ordered select: 100, or <c>?limit=</c> up to 1,000.</summary>
    /// <exception cref="CodeFaultException"><c>filter-number</c>: the limit is not from 1 to 1,000.</exception>
    public List<T> Page<T>(string sql, object? parameters = null) => First<T>(Number("limit", 1, 1000) ?? 100, sql, parameters);

    /// <summary>Returns at most the given number of rows of an ordered select, ignoring <c>?limit=</c>.</summary>
    public List<T> First<T>(int rows, string sql, object? parameters = null) => Rows<T>(sql + dialect.First(rows), parameters);

    /// <summary>
    /// Returns a page of a list ordered by its key: the rows after <c>?after=</c>. Sets the header <c>Total-Count</c> to the number of rows on all
    /// pages.
    /// </summary>
    /// <param name="columns">The selected columns.</param>
    /// <param name="from">The statement from <c>from</c> on, including a <c>where</c>.</param>
    /// <param name="key">A column that is unique for each row.</param>
    /// <param name="parameters">Parameters of the statement.</param>
    /// <exception cref="CodeFaultException"><c>filter-number</c>: the limit is not from 1 to 1,000.</exception>
    public List<T> Page<T>(string columns, string from, string key, object? parameters = null)
    {
        Count(Find<long>($"select count(*) {from}", parameters));
        var withAfter = new DynamicParameters(parameters);
        withAfter.Add("after", Text("after") ?? "");
        return Page<T>($"select {columns} {from} and {key} > @after order by {key}", withAfter);
    }

    /// <summary>Sets the header <c>Total-Count</c> to the number of rows on all pages.</summary>
    public void Count(long total) => request.HttpContext.Response.Headers["Total-Count"] = total.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a pattern for <c>like @… escape '\'</c> that finds a text anywhere; null if the text is null.</summary>
    public static string? Containing(string? text) => text is null ? null : $"%{Literally(text)}%";

    /// <summary>Escapes a text for a pattern of <c>like @… escape '\'</c>, including the brackets that denote sets in SQL Server.</summary>
    internal static string Literally(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    /// <returns>The first row, or the default value if there are no rows.</returns>
    public T? Find<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<T>(sql, parameters);
}
