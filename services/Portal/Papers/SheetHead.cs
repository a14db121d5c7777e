namespace Logistics.Portal.Papers;

/// <summary>What stands at the top of every sheet of a document.</summary>
/// <param name="Words">Its languages.</param>
/// <param name="Title">Key of its title.</param>
/// <param name="Number">By which it is found again.</param>
/// <param name="Address">Where its QR code leads.</param>
/// <param name="Sheet">From 1.</param>
/// <param name="Sheets">How many it has.</param>
public sealed record SheetHead(Bilingual Words, string Title, string Number, string Address, int Sheet, int Sheets)
{
    /// <summary>Rows as they fit on sheets, at least one sheet, which may be empty.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Divide<T>(IReadOnlyList<T> rows, int perSheet) =>
        rows.Count == 0 ? [[]] : [.. rows.Chunk(perSheet)];
}
