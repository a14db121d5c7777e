using System.Security.Cryptography;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Intake.Donations;

namespace Logistics.Intake.PackingLists;

/// <summary>
/// Foundation staff attach a packing list as XLSX or CSV; <c>?dryRun=true</c> only tells what would happen. Nothing is stored unless every row is
/// right, and a file that was attached before is recognised by its hash.
/// </summary>
public static class AttachPackingList
{
    /// <summary>Faults that one answer lists at most; it counts all.</summary>
    public const int MostFaultsShown = 1_000;

    /// <param name="Hash">SHA-256 of the file, in lower-case hexadecimal digits.</param>
    /// <param name="Name">As its sender calls it.</param>
    /// <param name="Reading">What it says.</param>
    public sealed record File(string Hash, string? Name, PackingListReading Reading);

    /// <param name="Number">The donation.</param>
    /// <param name="FileHash">SHA-256 of the file.</param>
    /// <param name="Encoding">How it was read.</param>
    /// <param name="Cartons">Cartons in it.</param>
    /// <param name="Pieces">Pieces in it.</param>
    /// <param name="RowsSkipped">Blank rows and total lines that were passed over.</param>
    /// <param name="Stored">False for a dry run.</param>
    /// <param name="Known">The same file had been attached before; nothing was stored again.</param>
    /// <param name="Lines">What it packs of each line; empty for a known file.</param>
    public sealed record Attached(
        DonationNumber Number, string FileHash, string Encoding, int Cartons, long Pieces, int RowsSkipped, bool Stored, bool Known, IReadOnlyList<PackedLine> Lines);

    /// <param name="Line">Line of the donation.</param>
    /// <param name="Product">Its product.</param>
    /// <param name="Cartons">Cartons with anything of it.</param>
    /// <param name="Pieces">Pieces of it.</param>
    /// <param name="Left">Pieces of the pledge that are not packed after it.</param>
    public sealed record PackedLine(int Line, ProductCode Product, int Cartons, long Pieces, long Left);

    /// <summary>A row of the file beside its faults.</summary>
    /// <param name="Row">As Excel shows it; the first is that of the titles.</param>
    /// <param name="Cells">What stands in it, long texts cut.</param>
    public sealed record ShownRow(int Row, IReadOnlyList<string> Cells);

    const int MostShownOfCell = 80;

    public static void Map(ServiceDefinition intake)
    {
        PackingList.Map(intake);
        intake.Post("/donations/{number}/packing-lists", ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"], Read, Handle, Role.Foundation);
    }

    static File Read(Upload upload) => new(
        Convert.ToHexStringLower(SHA256.HashData(upload.Content.Span)), upload.Name, PackingListReader.Read(upload.Content));

    static Answer Handle(File file, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("donation-not-found", ("number", number));
        var known = command.Session.Find<(string Encoding, int Cartons, long Pieces)?>(
            "select encoding, cartons, pieces from packing_list where donation = @number and file_hash = @Hash", new { number, file.Hash });
        if (known is { } earlier)
            return Answer.Ok(new Attached(number, file.Hash, earlier.Encoding, earlier.Cartons, earlier.Pieces, file.Reading.RowsSkipped, Stored: true, Known: true, []));

        var decision = Decide(donation, file, id => KnownTo(command.Session, id));
        if (decision.Refusal is { } refusal)
            return refusal;
        var dryRun = command.Asked("dryRun");
        if (!dryRun)
            command.Session.Append(Donation.Stream(number), decision.Events);
        var list = decision.Events.OfType<PackingListAttached>().Single();
        return Answer.Ok(new Attached(number, file.Hash, file.Reading.Encoding, list.Cartons, list.Pieces, file.Reading.RowsSkipped, Stored: !dryRun, Known: false, LinesOf(donation, decision)));
    }

    static IReadOnlyList<PackedLine> LinesOf(Donation donation, Decision decision) =>
    [
        .. decision.Events.OfType<CartonsPacked>().SelectMany(packed => packed.Cartons).SelectMany(carton => carton.Goods, (carton, goods) => (carton.Id, goods))
            .GroupBy(one => (one.goods.Line, one.goods.Product))
            .OrderBy(line => line.Key.Line)
            .Select(line => (line.Key, Cartons: line.DistinctBy(one => one.Id).Count(), Pieces: line.Sum(one => one.goods.Pieces)))
            .Select(line => new PackedLine(line.Key.Line, line.Key.Product, line.Cartons, line.Pieces, donation.On(line.Key.Line, LedgerAccount.Pledged) - line.Pieces)),
    ];

    /// <param name="donation">The donation.</param>
    /// <param name="file">The file as read.</param>
    /// <param name="knownTo">The donation that has a carton already; null where none has.</param>
    public static Decision Decide(Donation donation, File file, Func<CartonId, DonationNumber?> knownTo)
    {
        if (donation.State != DonationState.Open)
            return new Refusal("donation-not-open", ("number", donation.Number), ("state", donation.State));

        var faults = new List<RowFault>(file.Reading.Faults);
        var cartons = new Dictionary<CartonId, (string? SenderCode, List<Goods> Goods)>();
        var expiries = new Dictionary<(int, LotNumber), (Expiry Expiry, int Row)>();
        var packed = new Dictionary<int, long>();
        foreach (var row in file.Reading.Rows)
        {
            if (LineOf(donation, row, out var fault) is not { } line)
            {
                faults.Add(new RowFault(row.Row, "product", fault));
                continue;
            }

            if (row.Expiry is { } expiry && !expiries.TryAdd((line.Line, row.Lot), (expiry, row.Row)) && expiries[(line.Line, row.Lot)] is var first && first.Expiry != expiry)
            {
                faults.Add(new RowFault(row.Row, "expiry", new CodeFault(
                    "lot-expiry-conflict", ("lot", row.Lot.Value), ("value", expiry.Value), ("other", first.Row), ("expiry", first.Expiry.Value))));
            }

            var id = row.Sscc is { } sscc ? CartonId.From(sscc) : CartonId.From(donation.Number, row.CartonCode!);
            if (!cartons.TryGetValue(id, out var carton))
            {
                if (knownTo(id) is { } other)
                    faults.Add(new RowFault(row.Row, "carton", new CodeFault("carton-known", ("carton", id.Value), ("number", other))));
                cartons.Add(id, carton = (row.CartonCode, []));
            }

            carton.Goods.Add(new Goods(donation.Number, line.Line, line.Product, row.Size, row.Lot, row.Expiry, row.Pieces));
            packed[line.Line] = packed.GetValueOrDefault(line.Line) + row.Pieces;
        }

        if (faults.Count > 0)
        {
            var shown = faults.OrderBy(fault => fault.Row).Take(MostFaultsShown).ToList();
            return new Refusal("packing-list-faults", ("faults", faults.Count), ("shown", shown.Count), ("rows", Cells(file.Reading, shown)))
            {
                Errors = [.. shown.Select(fault => new RefusalDetail(fault.Row, fault.Column, fault.Fault))],
            };
        }

        foreach (var (line, pieces) in packed.OrderBy(entry => entry.Key))
        {
            if (pieces > donation.On(line, LedgerAccount.Pledged))
                return new Refusal("packed-beyond-pledge", ("line", line), ("open", donation.On(line, LedgerAccount.Pledged)), ("asked", pieces), ("unit", ProductWords.Unit(donation.Lines.First(one => one.Line == line).Product)));
        }

        return Decision.Record(PackingList.Events(
            donation,
            new PackingListAttached(donation.Number, file.Hash, file.Name, file.Reading.Encoding, cartons.Count, packed.Values.Sum()),
            [.. cartons.Select(carton => new Carton(carton.Key, carton.Value.SenderCode, carton.Value.Goods))]));
    }

    /// <summary>The header and the rows that have a fault, as they stand in the file.</summary>
    static List<ShownRow> Cells(PackingListReading reading, List<RowFault> faults) =>
    [
        .. faults.Select(fault => fault.Row).Prepend(reading.HeaderRow).Distinct().Where(reading.Cells.ContainsKey)
            .Select(row => new ShownRow(row, [.. reading.Cells[row].Select(cell => cell.Length <= MostShownOfCell ? cell : cell[..MostShownOfCell] + "…")])),
    ];

    static DonationLine? LineOf(Donation donation, PackingListRow row, out CodeFault fault)
    {
        fault = default;
        var matching = donation.Lines
            .Where(line => line.Pieces > 0 && (row.Product is null || line.Product == row.Product) && (row.Gtin is null || line.Gtin is null || line.Gtin == row.Gtin))
            .ToList();
        if (matching.Count > 1 && row.Gtin is not null)
            matching = matching.FindAll(line => line.Gtin == row.Gtin);
        if (matching.Count == 1)
            return matching[0];
        var product = row.Product?.Value ?? row.Gtin!.Value.Value;
        fault = matching.Count == 0 ? new CodeFault("product-not-pledged", ("value", product)) : new CodeFault("product-ambiguous", ("value", product));
        return null;
    }

    static DonationNumber? KnownTo(Session session, CartonId id) =>
        session.Find<DonationNumber?>("select donation from carton where id = @id", new { id });
}
