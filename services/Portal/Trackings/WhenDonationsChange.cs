using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Commands;

namespace Logistics.Portal.Trackings;

/// <summary>What donations and their cartons are, from the log of intake alone.</summary>
public static class WhenDonationsChange
{
    public static void Map(ServiceDefinition portal) => portal
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
            "insert into donation (number, donor, pledged_on, state, released) values (@Number, @Donor, @PledgedOn, 'open', 0)",
            new { donation.Number, donation.Donor, donation.PledgedOn });
        Keep(donation.Number, donation.Lines, session);
    }

    static void Keep(DonationNumber number, IReadOnlyList<DonationLine> lines, Session session)
    {
        foreach (var line in lines)
        {
            var row = new { number, line.Line, line.Product, Gtin = line.Gtin?.Value ?? "", line.Pieces };
            if (session.Execute("update donation_line set gtin = @Gtin, pieces = @Pieces where donation = @number and line = @Line", row) == 0)
            {
                session.Execute(
                    "insert into donation_line (donation, line, product, gtin, pieces) values (@number, @Line, @Product, @Gtin, @Pieces)", row);
            }
        }
    }

    static void Pack(Recorded<CartonsPacked> packed, Session session)
    {
        // A cancelled carton may be packed again.
        var ids = packed.Event.Cartons.Select(carton => carton.Id.Value).ToList();
        session.Execute("delete from carton_goods where carton in @ids", new { ids });
        session.Execute("delete from carton where id in @ids", new { ids });
        session.Execute(
            "insert into carton (id, donation, sender_code, state) values (@Id, @Number, @SenderCode, 'packed')",
            packed.Event.Cartons.Select(carton => new { carton.Id, packed.Event.Number, SenderCode = Code.Normalise(carton.SenderCode ?? OwnCode(carton.Id)) }));
        session.Execute(
            """
            insert into carton_goods (carton, donation, line, product, size, lot, pieces)
            values (@Id, @Donation, @Line, @Product, @Size, @Lot, @Pieces)
            """,
            packed.Event.Cartons.SelectMany(carton => carton.Goods, (carton, goods) => new
            {
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
        session.Execute("update donation set released = 1 where number = @Number", new { released.Event.Number });
        session.Execute("update carton set state = 'released' where donation = @Number and state = 'packed'", new { released.Event.Number });
    }

    static void Cancel(Recorded<DonationCancelled> cancelled, Session session)
    {
        session.Execute("update donation set state = 'cancelled' where number = @Number and released = 0", new { cancelled.Event.Number });
        session.Execute("update carton set state = 'cancelled' where donation = @Number and state = 'packed'", new { cancelled.Event.Number });
    }

    static void Close(Recorded<DonationClosed> closed, Session session) =>
        session.Execute("update donation set state = 'closed' where number = @Number", new { closed.Event.Number });
}
