namespace Logistics.Contracts.Syntax;

/// <summary>Why a text is not a code: a stable refusal code and the facts its message needs.</summary>
/// <param name="Code">For example <c>air-waybill-check-digit</c>.</param>
/// <param name="Facts">For example <c>value</c> and <c>expected</c>.</param>
public readonly record struct CodeFault(string Code, params (string Name, object Value)[] Facts);
