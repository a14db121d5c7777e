using FsCheck;
using FsCheck.Fluent;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class CheckDigitTests
{
    [Fact]
    public void One_wrong_digit_of_an_SSCC_is_always_found() => OneWrongDigitIsFound<Sscc>(18);

    [Fact]
    public void One_wrong_digit_of_a_GTIN_is_always_found()
    {
        foreach (var length in new[] { 8, 12, 13, 14 })
            OneWrongDigitIsFound<Gtin>(length);
    }

    [Fact]
    public void One_wrong_digit_of_a_GLN_is_always_found() => OneWrongDigitIsFound<Gln>(13);

    static void OneWrongDigitIsFound<T>(int length) where T : struct, ICode<T>
    {
        var cases =
            from digits in Gen.Choose(0, 9).ArrayOf(length - 1)
            from at in Gen.Choose(0, length - 1)
            from shift in Gen.Choose(1, 9)
            select (digits, at, shift);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var body = string.Concat(one.digits);
            var right = body + Code.CheckDigit(body);
            var wrong = right.ToCharArray();
            wrong[one.at] = (char)('0' + (wrong[one.at] - '0' + one.shift) % 10);
            return T.TryParse(right, out _, out _)
                && !T.TryParse(new string(wrong), out _, out var fault)
                && fault.Code.EndsWith("-check-digit", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }
}
