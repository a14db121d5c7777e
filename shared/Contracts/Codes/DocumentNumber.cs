using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// The number of a document: a kind of 1 to 3 letters A–Z, a year of 4 digits, a serial of 4 or more. <c>GRN-2020-0001</c> goods received note,
/// <c>R-</c> receipt, <c>H-</c> hand-over, <c>A-</c> allocation plan, <c>DSC-</c> discrepancy. Any case is read.
/// Fault: <c>document-number-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<DocumentNumber>))]
public readonly record struct DocumentNumber : ICode<DocumentNumber>
{
    DocumentNumber(string value) => Value = value;

    public string Value { get; }

    public static string Example => "R-2020-0001";

    /// <summary>Gets the letters before the first hyphen.</summary>
    public string Kind => Value[..Value.IndexOf('-', StringComparison.Ordinal)];

    /// <param name="kind">1 to 3 letters A–Z.</param>
    /// <param name="year">1000 to 9999.</param>
    /// <param name="serial">1 or more.</param>
    public static DocumentNumber From(string kind, int year, long serial) => IsKind(kind)
        ? new(YearSerial.Write(kind, year, serial))
        : throw new ArgumentException("A kind of document is 1 to 3 capital letters.", nameof(kind));

    public static bool TryParse(string? text, out DocumentNumber code, out CodeFault fault)
    {
        code = default;
        fault = default;
        if (YearSerial.TryRead(Code.Plain(text).ToUpperInvariant(), out var head, out var canonical) && IsKind(head))
        {
            code = new DocumentNumber(canonical);
            return true;
        }

        fault = new CodeFault("document-number-format", ("value", text ?? ""));
        return false;
    }

    static bool IsKind(string text) => text.Length is >= 1 and <= 3 && text.All(char.IsAsciiLetterUpper);

    public override string ToString() => Value;
}
