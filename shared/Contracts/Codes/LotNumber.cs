using System.Buffers;
using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// A production lot: 1 to 20 characters of the GS1 encodable character set 82, case kept (GS1 General Specifications, 3.4.1, AI (10), and
/// figure 7.11-1). Faults: <c>lot-blank</c>; <c>lot-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<LotNumber>))]
public readonly record struct LotNumber : ICode<LotNumber>
{
    static readonly SearchValues<char> CharacterSet82 = SearchValues.Create(
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    LotNumber(string value) => Value = value;

    public string Value { get; }

    public static string Example => "A";

    public static bool TryParse(string? text, out LotNumber code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var plain = Code.Plain(text);
        if (plain.Length == 0)
        {
            fault = new CodeFault("lot-blank");
            return false;
        }

        if (plain.Length > 20 || plain.AsSpan().ContainsAnyExcept(CharacterSet82))
        {
            fault = new CodeFault("lot-format", ("value", text ?? ""));
            return false;
        }

        code = new LotNumber(plain);
        return true;
    }

    public override string ToString() => Value;
}
