using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.PackingFiles;

/// <summary>Finds faults that only show when rows are compared. Each fault names both rows.</summary>
static class CartonConflicts
{
    /// <summary>
    /// Reports an SSCC with two codes, or the same product, size and lot twice in a carton, as <c>carton-duplicate</c>, and a code with two
    /// SSCCs as <c>carton-conflict</c>. A carton with different products, sizes or lots is a mixed carton and valid.
    /// </summary>
    internal static IEnumerable<RowFault> Find(IReadOnlyList<PackingListCells> rows, PackingListHeader header)
    {
        var codes = new Dictionary<Sscc, PackingListCells>();
        var ssccs = new Dictionary<string, PackingListCells>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row is not { Sscc: { } sscc, CartonCode: { } code })
                continue;
            if (!codes.TryAdd(sscc, row) && codes[sscc].CartonCode != code)
                yield return Fault("carton-duplicate", PackingListColumn.Sscc, row, codes[sscc], sscc.Value);
            if (!ssccs.TryAdd(code, row) && ssccs[code].Sscc != sscc)
                yield return Fault("carton-conflict", PackingListColumn.Carton, row, ssccs[code], code);
        }

        var contents = new Dictionary<(string, ProductCode?, Gtin?, string?, LotNumber), PackingListCells>();
        foreach (var row in rows)
        {
            var sscc = SsccOf(row, ssccs);
            if (row.Lot is not { } lot || (row.Product is null && row.Gtin is null) || (sscc?.Value ?? row.CartonCode) is not { } carton)
                continue;
            // A sender's code cannot contain a slash, so no code is mistaken for an SSCC.
            var content = (sscc is null ? "/" + carton : carton, row.Product, row.Gtin, row.Size, lot);
            if (!contents.TryAdd(content, row))
                yield return Fault("carton-duplicate", row.CartonCode is null ? PackingListColumn.Sscc : PackingListColumn.Carton, row, contents[content], carton);
        }

        RowFault Fault(string code, PackingListColumn column, PackingListCells row, PackingListCells other, string carton) => new(
            row.Row,
            header.Title(column == PackingListColumn.Sscc && !header.Has(column) ? PackingListColumn.Carton : column),
            new CodeFault(code, ("carton", carton), ("row", row.Row), ("other", other.Row)));
    }

    /// <summary>Maps each carton code to its row with an SSCC, for the rows of the carton that omit it.</summary>
    internal static IReadOnlyDictionary<string, PackingListCells> WithSscc(IEnumerable<PackingListCells> rows) => rows
        .Where(row => row is { Sscc: not null, CartonCode: not null })
        .DistinctBy(row => row.CartonCode)
        .ToDictionary(row => row.CartonCode!, StringComparer.Ordinal);

    internal static Sscc? SsccOf(PackingListCells row, IReadOnlyDictionary<string, PackingListCells> withSscc) =>
        row.Sscc ?? (row.CartonCode is { } code && withSscc.TryGetValue(code, out var other) ? other.Sscc : null);
}
