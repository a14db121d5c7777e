using System.Data.Common;
using Dapper;
using Logistics.Contracts.Codes;
using Logistics.EventLog;
using Logistics.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http;

namespace Logistics.ServiceDefaults.Commands;

/// <summary>A question being answered, from a connection of its own.</summary>
public sealed class Query(DbConnection connection, Dialect dialect, Caller? caller, HttpRequest request)
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

    public List<T> Rows<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    /// <summary>The first rows of an ordered select: 100, or <c>?limit=</c> up to 1,000.</summary>
    public List<T> Page<T>(string sql, object? parameters = null) =>
        Rows<T>(sql + dialect.First(int.TryParse(Text("limit"), out var limit) ? Math.Clamp(limit, 1, 1000) : 100), parameters);

    /// <returns>The first row, or the default where there is none.</returns>
    public T? Find<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<T>(sql, parameters);
}
