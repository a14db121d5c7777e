using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

/// <summary>Reads text and keeps what was said about it.</summary>
static class Faults
{
    internal static CodeFault Of<T>(string? text) where T : struct, ICode<T>
    {
        Assert.False(T.TryParse(text, out var code, out var fault), $"{text} was read as {code}");
        return fault;
    }

    internal static object Fact(this CodeFault fault, string name) => fault.Facts.Single(fact => fact.Name == name).Value;
}
