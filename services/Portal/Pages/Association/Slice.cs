namespace Logistics.Portal.Pages.Association;

/// <summary>One page of a list.</summary>
/// <param name="Rows">Those of this page.</param>
/// <param name="Number">From 1.</param>
/// <param name="Pages">At least 1.</param>
public sealed record Slice<T>(IReadOnlyList<T> Rows, int Number, int Pages);
