using System.Collections.Frozen;
using Logistics.Contracts.Codes;

namespace Logistics.Intake.PackingLists;

/// <summary>
/// Reads a packing list saved as CSV, as people save it: in any of the usual encodings and separators, with headers in Japanese, Chinese or
/// English, blank rows and a total line. Every fault is collected, none thrown.
/// </summary>
public static class PackingListReader
{
    /// <summary>Rows beyond this are not read; the greatest gift of 2020 had 8,010 cartons.</summary>
    public const int MostRows = 100_000;

    static readonly FrozenSet<string> TotalWords =
        new[] { "合計", "総計", "計", "合计", "总计", "總計", "计", "total", "grandtotal" }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>
    /// The rows and all faults. The whole file is refused with <c>packing-list-not-text</c>, <c>packing-list-quote</c>,
    /// <c>packing-list-too-long</c> or <c>packing-list-empty</c>; a header with <c>column-missing</c> or <c>column-duplicate</c>.
    /// </returns>
    public static PackingListReading Read(ReadOnlyMemory<byte> file)
    {
        if (!PackingListText.TryDecode(file.Span, out var text, out var encoding))
            return Refused("", 1, new CodeFault("packing-list-not-text", ("remedy", "save-as-csv")));

        var header = PackingListHeader.Of(text);
        var filled = new List<(int Row, string[] Cells)>();
        var row = 0;
        int? broken = null;
        foreach (var cells in PackingListTable.Rows(text, header.Separator, at => broken ??= at))
        {
            row++;
            if (broken is not null)
                return Refused(encoding, broken.Value, new CodeFault("packing-list-quote"));
            if (row == 1 || cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (filled.Count == MostRows)
                return Refused(encoding, row, new CodeFault("packing-list-too-long", ("most", MostRows)));
            filled.Add((row, cells));
        }

        while (filled.Count > 0 && IsTotal(filled[^1].Cells, header))
            filled.RemoveAt(filled.Count - 1);
        var faults = new List<RowFault>([.. header.Faults, .. header.Missing()]);
        if (filled.Count == 0)
            faults.Add(new RowFault(1, "", new CodeFault("packing-list-empty")));

        var read = filled.ConvertAll(one => new PackingListCells(one.Row, header, one.Cells, faults));
        faults.AddRange(CartonConflicts.Find(read, header));
        return new PackingListReading(encoding, Rows(read), [.. faults.OrderBy(fault => fault.Row)], Math.Max(row - 1, 0) - filled.Count)
        {
            Cells = filled.Prepend((Row: 1, header.Cells)).ToDictionary(one => one.Row, one => one.Cells),
        };
    }

    /// <summary>A line that says total and names no carton; the word itself may stand in the carton's column.</summary>
    static bool IsTotal(string[] cells, PackingListHeader header)
    {
        return cells.Any(SaysTotal) && NamesNone(PackingListColumn.Carton) && NamesNone(PackingListColumn.Sscc);

        bool NamesNone(PackingListColumn column) =>
            !header.Places.TryGetValue(column, out var at) || at >= cells.Length || string.IsNullOrWhiteSpace(cells[at]) || SaysTotal(cells[at]);
    }

    static bool SaysTotal(string cell) =>
        cell.Length <= 20 && TotalWords.Contains(Code.Normalise(cell).ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).TrimEnd(':'));

    static List<PackingListRow> Rows(List<PackingListCells> read)
    {
        var withSscc = CartonConflicts.WithSscc(read);
        return
        [
            .. from one in read
               where one is { Right: true, Lot: not null, Pieces: not null }
               select new PackingListRow(
                   one.Row, CartonConflicts.SsccOf(one, withSscc), one.CartonCode, one.Product, one.Gtin, one.Size, one.Lot!.Value, one.Expiry, one.Pieces!.Value),
        ];
    }

    static PackingListReading Refused(string encoding, int row, CodeFault fault) => new(encoding, [], [new RowFault(row, "", fault)], 0);
}
