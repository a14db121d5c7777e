using System.Text.Json;

namespace Logistics.Client;

/// <summary>Why a service did not do or show something: problem details (RFC 9457) in the caller's language.</summary>
/// <param name="Status">HTTP status; 503 if the service could not be reached.</param>
/// <param name="Code">Stable code of the refusal.</param>
/// <param name="Detail">What happened, what was kept, what to do.</param>
public sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>Code of the problem that stands for a service that gives no answer.</summary>
    public const string Unreachable = "service-unreachable";

    /// <summary>Every single fault, if there can be many.</summary>
    public IReadOnlyList<ProblemDetail> Errors { get; init; } = [];

    /// <summary>All members of the answer: the figures and names behind the sentence.</summary>
    public JsonElement Facts { get; init; }

    /// <summary>Returns what is wrong with one field of the request, by its path; null if the field is valid.</summary>
    public string? At(string field) =>
        Errors.FirstOrDefault(error => error.Field == field)?.Detail ?? (Fact("field") == field ? Detail : null);

    /// <summary>Returns a member of the answer as text; null if it has no such member.</summary>
    public string? Fact(string name) =>
        Facts.ValueKind == JsonValueKind.Object && Facts.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>Tells whether the service may have carried the command out all the same. Send it again under the same key.</summary>
    public bool FateUnknown => Status >= 500;

    /// <summary>Reads problem details.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static async Task<Problem> Read(HttpResponseMessage response, CancellationToken cancel)
    {
        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel);
        var facts = json.RootElement.Clone();
        return new Problem((int)response.StatusCode, Text(facts, "code"), Text(facts, "detail"))
        {
            Facts = facts,
            Errors = facts.TryGetProperty("errors", out var errors)
                ? [.. errors.EnumerateArray().Select(one => new ProblemDetail(one.TryGetProperty("row", out var row) ? row.GetInt32() : null, Text(one, "field"), Text(one, "code"), Text(one, "detail")))]
                : [],
        };
    }

    static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.ToString() : "";
}

/// <summary>One fault of many.</summary>
/// <param name="Row">Row of a file as its spreadsheet shows it; null for a request.</param>
/// <param name="Field">Column, or path of the field.</param>
/// <param name="Code">Stable code of the fault.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record ProblemDetail(int? Row, string Field, string Code, string Detail);
