namespace Logistics.Portal.Upstream;

/// <summary>Why a service did not do or show something, in the viewer's language.</summary>
/// <param name="Status">HTTP status; 503 where the service could not be reached.</param>
/// <param name="Code">Stable code of the refusal.</param>
/// <param name="Detail">What happened, what was kept, what to do.</param>
public sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>Every single fault, where there can be many.</summary>
    public IReadOnlyList<ProblemDetail> Errors { get; init; } = [];

    /// <summary>The whole answer, for a page that shows the facts of a refusal.</summary>
    public System.Text.Json.JsonElement Facts { get; init; }

    /// <summary>What is wrong with one field of the form, by its path in the request; null where nothing is.</summary>
    public string? At(string field) =>
        Errors.FirstOrDefault(error => error.Field == field)?.Detail
        ?? (Facts.ValueKind == System.Text.Json.JsonValueKind.Object && Facts.TryGetProperty("field", out var named) && named.ToString() == field ? Detail : null);

    /// <summary>Whether the service may have carried the command out all the same. It is sent again under the same key.</summary>
    public bool FateUnknown => Status >= 500;
}

/// <param name="Row">Row of a file as its spreadsheet shows it; null for a form.</param>
/// <param name="Field">Column, or path of the field.</param>
/// <param name="Code">Stable code of the fault.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record ProblemDetail(int? Row, string Field, string Code, string Detail);
