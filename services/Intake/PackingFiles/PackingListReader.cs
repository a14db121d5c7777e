using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

/// <summary>
/// Reads packing lists as people save them: XLSX workbooks, or CSV in any common encoding with any common separator, with headers in Japanese,
/// Chinese or English, blank rows and a total line. Collects all faults and throws none.
/// </summary>
public static class PackingListReader
{
    /// <summary>Maximum number of rows read; the largest donation of 2020 had 8,010 cartons.</summary>
    public const int MaxRows = 100_000;

    /// <returns>
    /// The rows and all faults. The whole file is refused with <c>packing-list-not-text</c>, <c>packing-list-quote</c>,
    /// <c>packing-list-too-long</c> or <c>packing-list-empty</c>, or with a fault of <see cref="PackingListWorkbook.Read"/>; a header with
    /// <c>column-missing</c> or <c>column-duplicate</c>.
    /// </returns>
    public static PackingListReading Read(ReadOnlyMemory<byte> file) =>
        PackingListWorkbook.Is(file.Span) ? OfWorkbook(file) : OfText(file.Span);

    static PackingListReading OfWorkbook(ReadOnlyMemory<byte> file)
    {
        var (rows, unreadable) = PackingListWorkbook.Read(file, 2 * MaxRows);
        if (unreadable is { } fault)
            return Refused("", 1, fault);
        var header = rows.FirstOrDefault(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)), (Row: 1, Cells: []));
        return Of("XLSX", PackingListHeader.Of(header.Row, header.Cells), rows);
    }

    static PackingListReading OfText(ReadOnlySpan<byte> file)
    {
        if (!PackingListText.TryDecode(file, out var text, out var encoding))
            return Refused("", 1, new CodeFault("packing-list-not-text", ("remedy", "save-as-csv")));

        var header = PackingListHeader.Of(text);
        int? broken = null;
        var rows = PackingListTable.Rows(text, header.Separator, at => broken ??= at).Select((cells, i) => (Row: i + 1, cells)).TakeWhile(_ => broken is null);
        var reading = Of(encoding, header, rows);
        return broken is { } row ? Refused(encoding, row, new CodeFault("packing-list-quote")) : reading;
    }

    /// <param name="encoding">The encoding in which the file was read.</param>
    /// <param name="header">The header row.</param>
    /// <param name="rows">All rows by the number that a spreadsheet shows.</param>
    static PackingListReading Of(string encoding, PackingListHeader header, IEnumerable<(int Row, string[] Cells)> rows)
    {
        var filled = new List<(int Row, string[] Cells)>();
        var seen = 0;
        foreach (var (row, cells) in rows.SkipWhile(row => row.Row <= header.Row))
        {
            seen++;
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (filled.Count == MaxRows)
                return Refused(encoding, row, new CodeFault("packing-list-too-long", ("most", MaxRows)));
            filled.Add((row, cells));
        }

        while (filled.Count > 0 && IsTotal(filled[^1].Cells, header))
            filled.RemoveAt(filled.Count - 1);
        var faults = new List<RowFault>([.. header.Faults, .. header.Missing()]);
        if (filled.Count == 0)
            faults.Add(new RowFault(header.Row, "", new CodeFault("packing-list-empty")));

        var read = filled.ConvertAll(one => new PackingListCells(one.Row, header, one.Cells, faults));
        faults.AddRange(CartonConflicts.Find(read, header));
        return new PackingListReading(encoding, Rows(read), [.. faults.OrderBy(fault => fault.Row)], seen - filled.Count)
        {
            HeaderRow = header.Row,
            Cells = filled.Prepend((header.Row, header.Cells)).DistinctBy(one => one.Row).ToDictionary(one => one.Row, one => one.Cells),
        };
    }

    /// <summary>Returns whether a row is a total: it says so and names no carton, except that the word itself may be in the carton's column.</summary>
    static bool IsTotal(string[] cells, PackingListHeader header)
    {
        return cells.Any(SaysTotal) && NamesNone(PackingListColumn.Carton) && NamesNone(PackingListColumn.Sscc);

        bool NamesNone(PackingListColumn column) =>
            !header.Places.TryGetValue(column, out var at) || at >= cells.Length || string.IsNullOrWhiteSpace(cells[at]) || SaysTotal(cells[at]);
    }

    static bool SaysTotal(string cell) =>
        cell.Length <= 20 && PackingListWords.Totals.Contains(Code.Normalise(cell).ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).TrimEnd(':'));

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
