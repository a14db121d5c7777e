using System.Diagnostics.CodeAnalysis;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Commands;

/// <summary>A command in progress: its caller, its request and the session in which it reads and appends.</summary>
public sealed class Command(Session session, Caller caller, HttpRequest request)
{
    public Session Session { get; } = session;

    public Caller Caller { get; } = caller;

    public DateTimeOffset Now => Session.Now;

    /// <summary>Returns a code from the path.</summary>
    /// <exception cref="CodeFaultException">The code is malformed; answered as a malformed request.</exception>
    public T Route<T>(string name) where T : struct, ICode<T> => Code.Parse<T>((string?)request.RouteValues[name]);

    /// <summary>Returns a number from the path, whose pattern must say <c>:int</c>.</summary>
    public int RouteNumber(string name) => int.Parse((string)request.RouteValues[name]!);

    /// <summary>Returns a text from the query string; null if it is missing or blank.</summary>
    public string? Text(string name) => Code.Normalise(request.Query[name]) is { Length: > 0 } text ? text : null;

    /// <summary>Appends the events of a decision.</summary>
    /// <returns>False, with the refusal, if nothing was appended.</returns>
    public bool Record(string stream, Decision decision, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = decision.Refusal;
        if (refusal is not null)
            return false;
        Session.Append(stream, decision.Events);
        return true;
    }

    /// <summary>Appends the event of a decision.</summary>
    /// <returns>False, with the refusal, if nothing was appended.</returns>
    public bool Record<TEvent>(string stream, Decision<TEvent> decision, [NotNullWhen(true)] out TEvent? recorded, [NotNullWhen(false)] out Refusal? refusal)
        where TEvent : class
    {
        if (decision.IsRefused)
        {
            (recorded, refusal) = (null, decision.Refusal);
            return false;
        }

        (recorded, refusal) = (decision.Event, null);
        Session.Append(stream, [recorded]);
        return true;
    }
}
