using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Logistics.Contracts.Syntax;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Commands;

/// <summary>A question being answered, from a connection of its own.</summary>
public sealed partial class Query(DbConnection connection, Dialect dialect, Caller? caller, HttpRequest request)
{
    /// <exception cref="InvalidOperationException">The route is public.</exception>
    public Caller Caller => caller ?? throw new InvalidOperationException("A public route has no caller.");

    /// <summary>Who asks; null where a public route is asked without a token.</summary>
    public Caller? Asker => caller;

    /// <exception cref="CodeFaultException">It is not such a code; answered as a malformed request.</exception>
    public T Route<T>(string name) where T : struct, ICode<T> => Code.Parse<T>((string?)request.RouteValues[name]);

    public string RouteText(string name) => (string)request.RouteValues[name]!;

    /// <summary>A text in the query; null where it is missing or blank.</summary>
    public string? Text(string name) => Code.Normalise(request.Query[name]) is { Length: > 0 } text ? text : null;

    /// <summary>A number in the path, whose pattern must say <c>:int</c>.</summary>
    public int RouteNumber(string name) => int.Parse((string)request.RouteValues[name]!);

    /// <summary>A whole number in the query; null where it is missing or blank.</summary>
    /// <exception cref="CodeFaultException"><c>filter-number</c>: it is none, or not from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public int? Number(string name, int least, int most) =>
        Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new CodeFaultException(new CodeFault("filter-number", ("field", name), ("value", text), ("least", least), ("most", most)));

    /// <summary>One of some words in the query; null where it is missing or blank.</summary>
    /// <exception cref="CodeFaultException"><c>filter-unknown</c>: it is none of them.</exception>
    public string? OneOf(string name, params string[] allowed) =>
        Text(name) is not { } text ? null
        : Array.Find(allowed, one => one.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new CodeFaultException(new CodeFault("filter-unknown", ("field", name), ("value", text), ("allowed", allowed)));

    /// <summary>A switch in the query such as <c>?overdue=true</c>; false where it is missing.</summary>
    /// <exception cref="CodeFaultException"><c>switch-format</c>: it is neither true nor false.</exception>
    public bool Asked(string name) => Switch.Read(name, Text(name));

    /// <summary>A code in the query; null where it is missing or blank.</summary>
    /// <exception cref="CodeFaultException">It is not such a code.</exception>
    public T? Coded<T>(string name) where T : struct, ICode<T> => Text(name) is { } text ? Code.Parse<T>(text) : null;

    /// <summary>Rows that are read while they are used, for answers that are written as they are read.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters, buffered: false);

    public List<T> Rows<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    /// <summary>The first rows of an ordered select: 100, or <c>?limit=</c> up to 1,000.</summary>
    /// <exception cref="CodeFaultException"><c>filter-number</c>: the limit is not from 1 to 1,000.</exception>
    public List<T> Page<T>(string sql, object? parameters = null) => First<T>(Number("limit", 1, 1000) ?? 100, sql, parameters);

    /// <summary>At most so many rows of an ordered select, whatever was asked.</summary>
    public List<T> First<T>(int rows, string sql, object? parameters = null) => Rows<T>(sql + dialect.First(rows), parameters);

    /// <summary>
    /// A page of a list in the order of its key: the rows after <c>?after=</c>, and how many there are on all pages as the header
    /// <c>Total-Count</c>.
    /// </summary>
    /// <param name="columns">What is selected.</param>
    /// <param name="from">From <c>from</c> on, with a <c>where</c>.</param>
    /// <param name="key">A column that names each row.</param>
    /// <param name="parameters">Of both.</param>
    /// <exception cref="CodeFaultException"><c>filter-number</c>: the limit is not from 1 to 1,000.</exception>
    public List<T> Page<T>(string columns, string from, string key, object? parameters = null)
    {
        Count(Find<long>($"select count(*) {from}", parameters));
        var withAfter = new DynamicParameters(parameters);
        withAfter.Add("after", Text("after") ?? "");
        return Page<T>($"select {columns} {from} and {key} > @after order by {key}", withAfter);
    }

    /// <summary>Tells how many rows there are on all pages.</summary>
    public void Count(long total) => request.HttpContext.Response.Headers["Total-Count"] = total.ToString(CultureInfo.InvariantCulture);

    /// <summary>A pattern for <c>like @… escape '\'</c> that finds a text anywhere; null where there is no text.</summary>
    public static string? Containing(string? text) => text is null ? null : $"%{Literally(text)}%";

    /// <summary>A text as part of a pattern for <c>like @… escape '\'</c>, in which nothing stands for anything else; SQL Server knows sets in brackets too.</summary>
    internal static string Literally(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    /// <returns>The first row, or the default where there is none.</returns>
    public T? Find<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<T>(sql, parameters);
}
