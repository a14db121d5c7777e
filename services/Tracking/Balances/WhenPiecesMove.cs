using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Timelines;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Balances;

/// <summary>
/// Posts every movement of the three logs. Postings are sums, so their order does not matter: an account is negative while the movement
/// that filled it is still on its way here, and correct once that arrives.
/// </summary>
public static class WhenPiecesMove
{
    /// <summary>One side of a movement.</summary>
    public sealed record Leg(LedgerAccount Account, Goods Goods, long Pieces)
    {
        /// <summary>Gets the lot; empty for the account <c>pledged</c>, which has no lots.</summary>
        public string Lot => Account == LedgerAccount.Pledged ? "" : Goods.Lot?.Value ?? "";
    }

    public static void Map(ServiceDefinition tracking)
    {
        foreach (var source in Sources.All)
        {
            foreach (var (_, type) in Events.All.Where(e => e.Type.IsAssignableTo(typeof(IMovesPieces))))
                tracking.Reactions.On(source, type, (about, data, session) => PostAll(about, (IMovesPieces)data, session));
        }

        tracking.When<CartonsBooked>("shipment", Open);
    }

    static void PostAll(Recorded about, IMovesPieces moved, Session session)
    {
        List<Leg> legs = [.. moved.Movements.SelectMany(Legs)];
        foreach (var ofDonation in legs.GroupBy(leg => leg.Goods.Donation))
            Post(new Subject(Subject.Donation, ofDonation.Key.Value), about, moved, ofDonation, session);
        if (ConsignmentOf(moved) is { } consignment)
            Post(new Subject(Subject.Consignment, consignment.Value), about, moved, legs, session);
        if (ParcelOf(moved) is { } parcel)
            Post(new Subject(Subject.Parcel, parcel.Value), about, moved, moved is ParcelDispatched ? legs.Where(leg => leg.Pieces > 0) : legs, session);
    }

    /// <summary>Opens the balance of a consignment when it is booked, and that of a parcel when it is dispatched.</summary>
    static void Open(Recorded<CartonsBooked> booked, Session session) => Post(
        new Subject(Subject.Consignment, booked.Event.AirWaybill.Value),
        booked,
        booked.Event,
        booked.Event.Cartons.SelectMany(carton => carton.Goods).Select(goods => new Leg(LedgerAccount.Packed, goods, goods.Pieces)),
        session);

    public static IEnumerable<Leg> Legs(Movement movement)
    {
        if (movement.From is { } from)
            yield return new Leg(from, movement.Goods, -movement.Goods.Pieces);
        if (movement.To is { } to)
            yield return new Leg(to, movement.Goods, movement.Goods.Pieces);
    }

    static AirWaybill? ConsignmentOf(IMovesPieces moved) => moved switch
    {
        MilestoneRecorded e => e.AirWaybill,
        MilestoneWithdrawn e => e.AirWaybill,
        CountConfirmed e => e.AirWaybill,
        CartonsFound e => e.AirWaybill,
        CartonsReinspected e => e.AirWaybill,
        LossAccepted e => e.AirWaybill,
        CartonsDelivered e => e.AirWaybill,
        _ => null,
    };

    static ParcelNumber? ParcelOf(IMovesPieces moved) => moved switch
    {
        ParcelDispatched e => e.Parcel,
        ReceiptConfirmed e => e.Parcel,
        ReceiptReversed e => e.Parcel,
        DiscrepancyResolved e => e.Parcel,
        _ => null,
    };

    static void Post(Subject subject, Recorded about, object data, IEnumerable<Leg> legs, Session session)
    {
        var at = BusinessTime.Of(data) ?? about.At;
        var rows = legs
            .GroupBy(leg => (leg.Goods.Donation, leg.Goods.Line, leg.Goods.Product, leg.Lot, leg.Account))
            .Select(group => new
            {
                session.Generation,
                subject.Kind,
                subject.Code,
                group.Key.Donation,
                group.Key.Line,
                group.Key.Product,
                group.Key.Lot,
                Account = group.Key.Account.Name,
                Holder = group.Key.Account.Holder ?? "",
                about.Source,
                about.Seq,
                at,
                Pieces = group.Sum(leg => leg.Pieces),
            })
            .Where(row => row.Pieces != 0);
        foreach (var row in rows)
        {
            session.Execute(
                """
                insert into posting (generation, kind, code, donation, line, lot, account, holder, source, seq, at, pieces)
                values (@Generation, @Kind, @Code, @Donation, @Line, @Lot, @Account, @Holder, @Source, @Seq, @at, @Pieces)
                """,
                row);
            session.Upsert(
                """
                update balance set pieces = pieces + @Pieces
                where generation = @Generation and kind = @Kind and code = @Code and donation = @Donation and line = @Line and lot = @Lot and account = @Account and holder = @Holder
                """,
                """
                insert into balance (generation, kind, code, donation, line, lot, account, holder, product, pieces)
                values (@Generation, @Kind, @Code, @Donation, @Line, @Lot, @Account, @Holder, @Product, @Pieces)
                """,
                row);
        }
    }
}
