using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>Releases the packed cartons for transport. Cartons packed later need another release.</summary>
public static class ReleaseDonation
{
    public static void Map(ServiceDefinition intake) => intake
        .Post(IntakeRoutes.ReleaseDonation, Handle, Role.Foundation)
        .On<DonationReleased>(Apply);

    static Answer<ReleaseDonationAnswer> Handle(ReleaseDonationRequest request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("not-found", ("number", number));
        var (cartons, pieces) = command.Session.Find<(int, long)>(
            """
            select count(distinct carton.id), coalesce(sum(carton_goods.pieces), 0)
            from carton join carton_goods on carton_goods.carton = carton.id
            where carton.donation = @number and carton.released = 0
            """,
            new { number });
        return command.Record(Donation.Stream(number), Decide(donation, cartons, pieces), out _, out var refusal)
            ? Answer.Ok(new ReleaseDonationAnswer(number, cartons, pieces))
            : refusal;
    }

    public static Decision<DonationReleased> Decide(Donation donation, int cartons, long pieces)
    {
        if (donation.Ended is { } ended)
            return ended;
        return cartons == 0
            ? new Refusal("nothing-packed", ("number", donation.Number))
            : new DonationReleased(donation.Number, cartons, pieces);
    }

    static void Apply(Recorded<DonationReleased> released, Session session) =>
        session.Execute("update carton set released = 1 where donation = @Number", new { released.Event.Number });
}
