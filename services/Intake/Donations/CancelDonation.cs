using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Intake.PackingLists;

namespace Logistics.Intake.Donations;

/// <summary>
/// Foundation staff say that what was not released will not come. Released cartons belong to the shipment and go on; so a cancellation
/// never races with a flight that is being booked.
/// </summary>
public static class CancelDonation
{
    public sealed record Request(string Reason);

    public sealed record Cancelled(DonationNumber Number, long Pieces);

    public static void Map(ServiceDefinition intake) => intake
        .Post<Request>("/donations/{number}/cancellation", Handle, Role.Foundation)
        .On<DonationCancelled>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("donation-not-found", ("number", number));
        var decision = Decide(donation, PackedGoods.Unreleased(command.Session, number), request);
        return command.Record(Donation.Stream(number), decision, out var refusal)
            ? Answer.Ok(new Cancelled(number, decision.Events.OfType<DonationCancelled>().Sum(e => e.Movements.Sum(m => m.Goods.Pieces))))
            : refusal;
    }

    /// <param name="donation">The donation.</param>
    /// <param name="unreleased">What is packed and not released, summed by line, size and lot.</param>
    /// <param name="request">The reason.</param>
    public static Decision Decide(Donation donation, IReadOnlyList<Goods> unreleased, Request request)
    {
        if (donation.State != DonationState.Open)
            return new Refusal("donation-not-open", ("number", donation.Number), ("state", donation.State));
        if (request.Reason.Length == 0)
            return new Refusal("reason-required", ("field", "reason"));
        IEnumerable<Movement> pledged = donation.Lines
            .Where(line => donation.On(line.Line, LedgerAccount.Pledged) > 0)
            .Select(line => new Movement(LedgerAccount.Pledged, LedgerAccount.Cancelled, new Goods(
                donation.Number, line.Line, line.Product, null, null, null, donation.On(line.Line, LedgerAccount.Pledged))));
        Movement[] movements = [.. pledged, .. unreleased.Select(goods => new Movement(LedgerAccount.Packed, LedgerAccount.Cancelled, goods))];
        return movements.Length == 0
            ? new Refusal("donation-all-released", ("number", donation.Number))
            : Decision.Record(new DonationCancelled(donation.Number, request.Reason, movements));
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
