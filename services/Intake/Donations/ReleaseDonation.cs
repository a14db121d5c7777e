using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>Foundation staff release what is packed, so that it may fly. Cartons packed later need a release of their own.</summary>
public static class ReleaseDonation
{
    public sealed record Request;

    public sealed record Released(DonationNumber Number, int Cartons, long Pieces);

    public static void Map(ServiceDefinition intake) => intake
        .Post<Request>("/donations/{number}/release", Handle, Role.Foundation)
        .On<DonationReleased>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("donation-not-found", ("number", number));
        var (cartons, pieces) = command.Session.Find<(int, long)>(
            """
            select count(distinct carton.id), coalesce(sum(carton_goods.pieces), 0)
            from carton join carton_goods on carton_goods.carton = carton.id
            where carton.donation = @number and carton.released = 0
            """,
            new { number });
        return command.Record(Donation.Stream(number), Decide(donation, cartons, pieces), out var refusal)
            ? Answer.Ok(new Released(number, cartons, pieces))
            : refusal;
    }

    public static Decision Decide(Donation donation, int cartons, long pieces)
    {
        if (donation.State != DonationState.Open)
            return new Refusal("donation-not-open", ("number", donation.Number), ("state", donation.State));
        return cartons == 0
            ? new Refusal("nothing-packed", ("number", donation.Number))
            : Decision.Record(new DonationReleased(donation.Number, cartons, pieces));
    }

    static void Apply(Recorded<DonationReleased> released, Session session) =>
        session.Execute("update carton set released = 1 where donation = @Number", new { released.Event.Number });
}
