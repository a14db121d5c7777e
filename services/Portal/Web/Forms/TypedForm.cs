using System.Text.Json;
using Logistics.Client;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Refusals;

namespace Logistics.Portal.Web.Forms;

/// <summary>
/// Reads form input as values of a request. Keeps the first fault as a problem, worded like the refusals of the services.
/// </summary>
public sealed class TypedForm(RefusalTexts refusals, Viewer viewer)
{
    /// <summary>Gets the problem of the first unreadable field, or null.</summary>
    public Problem? Problem { get; private set; }

    public T Code<T>(string field, string? text) where T : struct, ICode<T>
    {
        if (!T.TryParse(text, out var code, out var fault))
            Refuse(field, fault);
        return code;
    }

    /// <summary>Reads a local time.</summary>
    /// <param name="field">Path of the field in the request.</param>
    /// <param name="local">In browser format: <c>2020-05-12T02:35</c>.</param>
    /// <param name="offset">Offset of the place: <c>+09:00</c>.</param>
    public DateTimeOffset Instant(string field, string? local, string? offset) =>
        Typed.Instant(local, offset) ?? Refuse<DateTimeOffset>(field, new CodeFault("instant-format", ("value", $"{local}{offset}")));

    /// <summary>Reads an integer typed with the keyboards of three languages.</summary>
    public int Number(string field, string? text) =>
        Typed.Number(text) is { } number and <= int.MaxValue ? (int)number : Refuse<int>(field, new CodeFault("json-invalid"));

    /// <summary>Returns a required value.</summary>
    public T Given<T>(string field, T? value) where T : struct => value ?? Refuse<T>(field, new CodeFault("json-invalid"));

    /// <summary>Reads a filter by the name under which its member travels; null if it is blank.</summary>
    public T? Filter<T>(string field, string? text) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (var member in Enum.GetValues<T>())
        {
            if (Wire.NameOf(member).Equals(text, StringComparison.OrdinalIgnoreCase))
                return member;
        }

        return Refuse<T>(field, new CodeFault("filter-unknown", ("value", text), ("allowed", Enum.GetValues<T>().Select(member => Wire.NameOf(member)).ToArray())));
    }

    /// <summary>Sends a request unless one of its fields was unreadable.</summary>
    public Task<Reply<T>> Send<T>(Func<Task<Reply<T>>> send) => Problem is null ? send() : Task.FromResult(new Reply<T>(default, Problem));

    T Refuse<T>(string field, CodeFault fault) where T : struct
    {
        Refuse(field, fault);
        return default;
    }

    void Refuse(string field, CodeFault fault)
    {
        (string, object?)[] facts = [.. (fault.Facts ?? []).Select(fact => (fact.Name, (object?)fact.Value)), ("field", field)];
        Problem ??= new Problem(refusals.StatusOf(fault.Code), fault.Code, refusals.Text(fault.Code, viewer.Language, facts))
        {
            Facts = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["field"] = field }),
        };
    }
}
