using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Registry;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;
using Logistics.Intake.Donations;

namespace Logistics.Intake.PackingLists;

/// <summary>Functions shared by packing lists and uniform packing.</summary>
static class PackingList
{
    public static void Map(ServiceDefinition intake) => intake
        .On<PackingListAttached>(Apply)
        .On<CartonsPacked>(Apply);

    /// <summary>Returns the events of a list and its cartons, each within the size limit.</summary>
    public static IReadOnlyList<object> Events(Donation donation, PackingListAttached list, IReadOnlyList<Carton> cartons) =>
    [
        list,
        .. cartons.Chunk(Carton.MaxPerEvent).Select(part => new CartonsPacked(donation.Number, donation.Donor, part, Movements(part))),
    ];

    /// <summary>Returns movements from pledged to packed, one for each line, size and lot.</summary>
    static Movement[] Movements(IReadOnlyList<Carton> cartons) =>
    [
        .. cartons.SelectMany(carton => carton.Goods)
            .GroupBy(goods => (goods.Line, goods.Size, goods.Lot))
            .Select(same => new Movement(LedgerAccount.Pledged, LedgerAccount.Packed, same.First() with { Pieces = same.Sum(goods => goods.Pieces) })),
    ];

    static void Apply(Recorded<PackingListAttached> attached, Session session)
    {
        var list = attached.Event;
        if (list.FileHash is null)
            return;
        session.Execute(
            """
            insert into packing_list (donation, file_hash, file_name, encoding, cartons, pieces, attached_at)
            values (@Number, @FileHash, @FileName, @Encoding, @Cartons, @Pieces, @At)
            """,
            new { list.Number, list.FileHash, list.FileName, list.Encoding, list.Cartons, list.Pieces, attached.At });
    }

    static void Apply(Recorded<CartonsPacked> packed, Session session)
    {
        var number = packed.Event.Number;
        session.Execute(
            "insert into carton (id, donation, sender_code, released) values (@Id, @number, @SenderCode, 0)",
            packed.Event.Cartons.Select(carton => new { carton.Id, number, carton.SenderCode }));
        session.Execute(
            "insert into carton_goods (carton, line, size, lot, expiry, pieces) values (@Id, @Line, @Size, @Lot, @Expiry, @Pieces)",
            packed.Event.Cartons.SelectMany(carton => carton.Goods, (carton, goods) =>
                new { carton.Id, goods.Line, Size = goods.Size ?? "", goods.Lot, goods.Expiry, goods.Pieces }));
    }
}
