namespace Logistics.Contracts.Syntax;

/// <summary>Explains why a text is not a valid code: a stable refusal code and the facts that its message needs.</summary>
/// <param name="Code">For example <c>air-waybill-check-digit</c>.</param>
/// <param name="Facts">For example <c>value</c> and <c>expected</c>.</param>
public readonly record struct CodeFault(string Code, params (string Name, object Value)[] Facts);
