namespace Logistics.Portal.Papers;

/// <summary>The head of every sheet of a document.</summary>
/// <param name="Words">Its languages.</param>
/// <param name="Title">Key of its title.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="Address">Target of its QR code.</param>
/// <param name="Sheet">From 1.</param>
/// <param name="Sheets">Number of sheets.</param>
public sealed record SheetHead(Bilingual Words, string Title, string Number, string Address, int Sheet, int Sheets)
{
    /// <summary>Divides rows into sheets; returns at least one sheet, which may be empty.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Divide<T>(IReadOnlyList<T> rows, int perSheet) =>
        rows.Count == 0 ? [[]] : [.. rows.Chunk(perSheet)];
}
