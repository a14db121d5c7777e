using Logistics.Hosting.Refusals;

namespace Logistics.Hosting.Commands;

/// <summary>Checks that every service applies to the fields of its requests. Each returns null if the field is valid.</summary>
public static class Check
{
    /// <summary>Maximum length of a reason, a note or a name in characters.</summary>
    public const int MaxText = 500;

    /// <summary>Maximum number of pieces in a line: more than anybody gives, and far below the limit of a <c>long</c>.</summary>
    public const long MaxPieces = 1_000_000_000_000;

    /// <summary>Refuses years before 2000 and after 2100, which are typing errors: <c>day-out-of-range</c>.</summary>
    public static Refusal? Date(string field, DateOnly day) =>
        day.Year is >= 2000 and <= 2100 ? null : new Refusal("day-out-of-range", ("field", field), ("value", day.ToString("O")));

    /// <summary>
    /// Refuses what <see cref="Date"/> refuses and instants in the future, with one day of tolerance for wrong clocks and offsets:
    /// <c>instant-in-future</c>.
    /// </summary>
    public static Refusal? Instant(string field, DateTimeOffset at, DateTimeOffset now) =>
        Date(field, DateOnly.FromDateTime(at.DateTime)) ?? (at > now.AddDays(1) ? new Refusal("instant-in-future", ("field", field), ("value", at)) : null);

    /// <summary>Refuses a text of more than <paramref name="max"/> characters: <c>text-too-long</c>. A missing text is valid.</summary>
    public static Refusal? Text(string field, string? text, int max = MaxText) =>
        text?.Length > max ? new Refusal("text-too-long", ("field", field), ("limit", max)) : null;

    /// <summary>Refuses a missing or blank text (<c>text-required</c>) and one that is too long.</summary>
    public static Refusal? Required(string field, string? text, int max = MaxText) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("text-required", ("field", field)) : Text(field, text, max);

    /// <summary>Refuses a missing or blank reason (<c>reason-required</c>) and one that is too long.</summary>
    public static Refusal? Reason(string field, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("reason-required", ("field", field)) : Text(field, reason);

    /// <summary>Refuses numbers of pieces that are not from 1 to <see cref="MaxPieces"/>: <c>pieces-not-positive</c>.</summary>
    public static Refusal? Pieces(string field, long pieces) =>
        pieces is >= 1 and <= MaxPieces ? null : new Refusal("pieces-not-positive", ("field", field), ("value", pieces));
}
