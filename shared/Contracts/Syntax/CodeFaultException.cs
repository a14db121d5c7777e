namespace Logistics.Contracts.Syntax;

/// <summary>Thrown for a malformed code where a <see cref="CodeFault"/> cannot be returned, as in JSON.</summary>
public sealed class CodeFaultException(CodeFault fault) : FormatException(fault.Code)
{
    public CodeFault Fault { get; } = fault;
}
