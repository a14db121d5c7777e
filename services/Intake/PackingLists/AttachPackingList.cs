using System.Security.Cryptography;
using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Intake.Donations;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.PackingLists;

/// <summary>
/// Attaches a packing list in XLSX or CSV format. Nothing is stored unless every row is valid. A file that was attached before is
/// recognised by its hash.
/// </summary>
public static class AttachPackingList
{
    /// <summary>Maximum number of faults listed in an answer; the answer counts all of them.</summary>
    public const int MaxFaultsShown = 1_000;

    /// <summary>Maximum number of characters of a cell shown in an answer.</summary>
    const int MaxCellLength = 80;

    /// <param name="Hash">SHA-256 of the file, in lower-case hexadecimal digits.</param>
    /// <param name="Name">The sender's name for the file.</param>
    /// <param name="Reading">The content of the file.</param>
    public sealed record File(string Hash, string? Name, PackingListReading Reading);

    public static void Map(ServiceDefinition intake)
    {
        PackingList.Map(intake);
        intake.Post(IntakeRoutes.AttachPackingList, Read, Handle, Role.Foundation);
    }

    static File Read(Upload upload) => new(
        Convert.ToHexStringLower(SHA256.HashData(upload.Content.Span)), upload.Name, PackingListReader.Read(upload.Content));

    static Answer<AttachPackingListAnswer> Handle(File file, AttachPackingListQuery asked, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("not-found", ("number", number));
        var known = command.Session.Find<(string Encoding, int Cartons, long Pieces)?>(
            "select encoding, cartons, pieces from packing_list where donation = @number and file_hash = @Hash", new { number, file.Hash });
        if (known is { } earlier)
            return Answer.Ok(new AttachPackingListAnswer(number, file.Hash, earlier.Encoding, earlier.Cartons, earlier.Pieces, file.Reading.RowsSkipped, Stored: true, Known: true, []));

        var decision = Decide(donation, file, id => KnownTo(command.Session, id));
        if (decision.Refusal is { } refusal)
            return refusal;
        if (!asked.DryRun)
            command.Session.Append(Donation.Stream(number), decision.Events);
        var list = decision.Events.OfType<PackingListAttached>().Single();
        return Answer.Ok(new AttachPackingListAnswer(number, file.Hash, file.Reading.Encoding, list.Cartons, list.Pieces, file.Reading.RowsSkipped, Stored: !asked.DryRun, Known: false, LinesOf(donation, decision)));
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
    /// <param name="knownTo">Returns the donation that already has a carton, or null.</param>
    public static Decision Decide(Donation donation, File file, Func<CartonId, DonationNumber?> knownTo)
    {
        if (donation.Ended is { } ended)
            return ended;

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
            var shown = faults.OrderBy(fault => fault.Row).Take(MaxFaultsShown).ToList();
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

    /// <summary>Returns the header and the faulty rows as written in the file.</summary>
    static List<RefusedRow> Cells(PackingListReading reading, List<RowFault> faults) =>
    [
        .. faults.Select(fault => fault.Row).Prepend(reading.HeaderRow).Distinct().Where(reading.Cells.ContainsKey)
            .Select(row => new RefusedRow(row, [.. reading.Cells[row].Select(cell => cell.Length <= MaxCellLength ? cell : cell[..MaxCellLength] + "…")])),
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
