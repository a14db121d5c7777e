namespace Logistics.Contracts.Syntax;

/// <summary>Thrown where text is read into a code and no caller can take a <see cref="CodeFault"/>, as in JSON.</summary>
public sealed class CodeFaultException(CodeFault fault) : FormatException(fault.Code)
{
    public CodeFault Fault { get; } = fault;
}
