using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>
/// Cancels the part of a donation that has not been released. Released cartons belong to Shipment and continue, so a cancellation
/// never races with a booking.
/// </summary>
public static class CancelDonation
{
    public static void Map(ServiceDefinition intake) => intake
        .Post(IntakeRoutes.CancelDonation, Handle, Role.Foundation)
        .On<DonationCancelled>(Apply);

    static Answer<CancelDonationAnswer> Handle(CancelDonationRequest request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("not-found", ("number", number));
        var decision = Decide(donation, PackedGoods.Unreleased(command.Session, number), request);
        return command.Record(Donation.Stream(number), decision, out var cancelled, out var refusal)
            ? Answer.Ok(new CancelDonationAnswer(number, cancelled.Movements.Sum(movement => movement.Goods.Pieces)))
            : refusal;
    }

    /// <param name="donation">The donation.</param>
    /// <param name="unreleased">Packed goods that are not released, totalled by line, size and lot.</param>
    /// <param name="request">The reason.</param>
    public static Decision<DonationCancelled> Decide(Donation donation, IReadOnlyList<Goods> unreleased, CancelDonationRequest request)
    {
        if (donation.Ended is { } ended)
            return ended;
        if (Check.Reason("reason", request.Reason) is { } unreasoned)
            return unreasoned;
        IEnumerable<Movement> pledged = donation.Lines
            .Where(line => donation.On(line.Line, LedgerAccount.Pledged) > 0)
            .Select(line => new Movement(LedgerAccount.Pledged, LedgerAccount.Cancelled, new Goods(
                donation.Number, line.Line, line.Product, null, null, null, donation.On(line.Line, LedgerAccount.Pledged))));
        Movement[] movements = [.. pledged, .. unreleased.Select(goods => new Movement(LedgerAccount.Packed, LedgerAccount.Cancelled, goods))];
        return movements.Length == 0
            ? new Refusal("donation-all-released", ("number", donation.Number))
            : new DonationCancelled(donation.Number, request.Reason, movements);
    }

    static void Apply(Recorded<DonationCancelled> cancelled, Session session)
    {
        var number = cancelled.Event.Number;
        session.Execute("delete from carton_goods where carton in (select id from carton where donation = @number and released = 0)", new { number });
        session.Execute("delete from carton where donation = @number and released = 0", new { number });
        session.Execute(
            """
            update donation set state = 'cancelled'
            where number = @number and not exists (select 1 from carton where donation = @number)
            """,
            new { number });
    }
}
