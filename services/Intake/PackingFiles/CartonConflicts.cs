using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.PackingFiles;

/// <summary>What can be seen only by comparing rows. Each fault names both rows.</summary>
static class CartonConflicts
{
    /// <summary>
    /// One SSCC under two codes, or the same product, size and lot twice in one carton: <c>carton-duplicate</c>. One code with two
    /// SSCCs: <c>carton-conflict</c>. The same carton with another product, size or lot is a mixed carton and right.
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
            // The slash cannot be in a sender's code, so no code is mistaken for an SSCC.
            var content = (sscc is null ? "/" + carton : carton, row.Product, row.Gtin, row.Size, lot);
            if (!contents.TryAdd(content, row))
                yield return Fault("carton-duplicate", row.CartonCode is null ? PackingListColumn.Sscc : PackingListColumn.Carton, row, contents[content], carton);
        }

        RowFault Fault(string code, PackingListColumn column, PackingListCells row, PackingListCells other, string carton) => new(
            row.Row,
            header.Title(column == PackingListColumn.Sscc && !header.Has(column) ? PackingListColumn.Carton : column),
            new CodeFault(code, ("carton", carton), ("row", row.Row), ("other", other.Row)));
    }

    /// <summary>The SSCC of each carton code that has one, for the rows of the carton that leave it out.</summary>
    internal static IReadOnlyDictionary<string, PackingListCells> WithSscc(IEnumerable<PackingListCells> rows) => rows
        .Where(row => row is { Sscc: not null, CartonCode: not null })
        .DistinctBy(row => row.CartonCode)
        .ToDictionary(row => row.CartonCode!, StringComparer.Ordinal);

    internal static Sscc? SsccOf(PackingListCells row, IReadOnlyDictionary<string, PackingListCells> withSscc) =>
        row.Sscc ?? (row.CartonCode is { } code && withSscc.TryGetValue(code, out var other) ? other.Sscc : null);
}
