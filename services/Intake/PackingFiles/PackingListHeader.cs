using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

/// <summary>The header row, which determines the separator and the position of each column.</summary>
/// <param name="Row">1 in a text file; the first non-blank row of a workbook.</param>
/// <param name="Separator">Separator of a text file.</param>
/// <param name="Cells">The titles as written.</param>
/// <param name="Places">Positions of the columns, from 0.</param>
/// <param name="Faults">Duplicate columns.</param>
sealed record PackingListHeader(
    int Row, char Separator, string[] Cells, IReadOnlyDictionary<PackingListColumn, int> Places, IReadOnlyList<RowFault> Faults)
{
    static readonly char[] Separators = [',', '\t', ';'];

    internal int Recognised => Places.Count;

    internal bool Has(PackingListColumn column) => Places.ContainsKey(column);

    /// <summary>Returns the header as written in the file.</summary>
    internal string Title(PackingListColumn column) => Has(column) ? Cells[Places[column]].Trim() : column.Name();

    /// <summary>Chooses the separator that yields the most known columns; a comma in a tie.</summary>
    internal static PackingListHeader Of(string text)
    {
        // Only the beginning: trying three separators on a whole file would read it three times.
        var beginning = text.Length > 10_000 ? text[..10_000] : text;
        return Separators.Select(separator => Read(beginning, separator)).MaxBy(header => header.Recognised)!;
    }

    internal IEnumerable<RowFault> Missing()
    {
        if (!Has(PackingListColumn.Carton) && !Has(PackingListColumn.Sscc))
            yield return MissingColumn(PackingListColumn.Carton, ("or", PackingListColumn.Sscc.Name()));
        if (!Has(PackingListColumn.Product) && !Has(PackingListColumn.Gtin))
            yield return MissingColumn(PackingListColumn.Product, ("or", PackingListColumn.Gtin.Name()));
        if (!Has(PackingListColumn.Lot))
            yield return MissingColumn(PackingListColumn.Lot);
        if (!Has(PackingListColumn.Pieces))
            yield return MissingColumn(PackingListColumn.Pieces);
    }

    RowFault MissingColumn(PackingListColumn column, params (string, object)[] or) =>
        new(Row, column.Name(), new CodeFault("column-missing", [("column", column.Name()), .. or]));

    static PackingListHeader Read(string text, char separator) => Of(1, PackingListTable.Rows(text, separator).FirstOrDefault() ?? [], separator);

    internal static PackingListHeader Of(int row, string[] cells, char separator = ',')
    {
        var places = new Dictionary<PackingListColumn, int>();
        var faults = new List<RowFault>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (PackingListColumns.Of(cells[i]) is not { } column || places.TryAdd(column, i))
                continue;
            var other = cells[places[column]].Trim();
            faults.Add(new RowFault(row, cells[i].Trim(), new CodeFault("column-duplicate", ("column", cells[i].Trim()), ("other", other))));
        }

        return new PackingListHeader(row, separator, cells, places, faults);
    }
}
