using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Lookups;

/// <summary>Keeps donations and their cartons, from the log of Intake alone.</summary>
public static class WhenDonationsChange
{
    public static void Map(ServiceDefinition tracking) => tracking
        .When<DonationRegistered>("intake", Register)
        .When<DonationAmended>("intake", (amended, session) => Keep(amended.Event.Number, amended.Event.Lines, session))
        .When<CartonsPacked>("intake", Pack)
        .When<DonationReleased>("intake", Release)
        .When<DonationCancelled>("intake", Cancel)
        .When<DonationClosed>("intake", Close);

    static void Register(Recorded<DonationRegistered> registered, Session session)
    {
        var donation = registered.Event;
        session.Execute(
            "insert into donation (generation, number, donor, pledged_on, state, released) values (@Generation, @Number, @Donor, @PledgedOn, 'open', 0)",
            new { session.Generation, donation.Number, donation.Donor, donation.PledgedOn });
        Keep(donation.Number, donation.Lines, session);
    }

    static void Keep(DonationNumber number, IReadOnlyList<DonationLine> lines, Session session)
    {
        foreach (var line in lines)
        {
            var row = new { session.Generation, number, line.Line, line.Product, Gtin = line.Gtin?.Value ?? "", line.Pieces };
            session.Upsert(
                "update donation_line set gtin = @Gtin, pieces = @Pieces where generation = @Generation and donation = @number and line = @Line",
                "insert into donation_line (generation, donation, line, product, gtin, pieces) values (@Generation, @number, @Line, @Product, @Gtin, @Pieces)",
                row);
        }
    }

    static void Pack(Recorded<CartonsPacked> packed, Session session)
    {
        // A cancelled carton may be packed again.
        var ids = packed.Event.Cartons.Select(carton => carton.Id.Value).ToList();
        session.Execute("delete from carton_goods where generation = @Generation and carton in @ids", new { session.Generation, ids });
        session.Execute("delete from carton where generation = @Generation and id in @ids", new { session.Generation, ids });
        session.Execute(
            "insert into carton (generation, id, donation, sender_code, state) values (@Generation, @Id, @Number, @SenderCode, 'packed')",
            packed.Event.Cartons.Select(carton => new
            {
                session.Generation,
                carton.Id,
                packed.Event.Number,
                SenderCode = Code.Normalise(carton.SenderCode ?? OwnCode(carton.Id)),
            }));
        session.Execute(
            """
            insert into carton_goods (generation, carton, donation, line, product, size, lot, pieces)
            values (@Generation, @Id, @Donation, @Line, @Product, @Size, @Lot, @Pieces)
            """,
            packed.Event.Cartons.SelectMany(carton => carton.Goods, (carton, goods) => new
            {
                session.Generation,
                carton.Id,
                goods.Donation,
                goods.Line,
                goods.Product,
                Size = goods.Size ?? "",
                Lot = goods.Lot?.Value ?? "",
                goods.Pieces,
            }));
    }

    static string OwnCode(CartonId id) => id.IsSscc ? "" : id.Value[(id.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];

    static void Release(Recorded<DonationReleased> released, Session session)
    {
        session.Execute("update donation set released = 1 where generation = @Generation and number = @Number", new { session.Generation, released.Event.Number });
        session.Execute("update carton set state = 'released' where generation = @Generation and donation = @Number and state = 'packed'", new { session.Generation, released.Event.Number });
    }

    static void Cancel(Recorded<DonationCancelled> cancelled, Session session)
    {
        session.Execute("update donation set state = 'cancelled' where generation = @Generation and number = @Number and released = 0", new { session.Generation, cancelled.Event.Number });
        session.Execute("update carton set state = 'cancelled' where generation = @Generation and donation = @Number and state = 'packed'", new { session.Generation, cancelled.Event.Number });
    }

    static void Close(Recorded<DonationClosed> closed, Session session) =>
        session.Execute("update donation set state = 'closed' where generation = @Generation and number = @Number", new { session.Generation, closed.Event.Number });
}
