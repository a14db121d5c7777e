using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>Allows the cartons packed before the release of a donation to be booked.</summary>
public static class WhenDonationReleased
{
    public static void Map(ServiceDefinition shipment) => shipment
        .When<DonationReleased>("intake", React)
        .On<CartonsReleased>(Apply);

    static void React(Recorded<DonationReleased> released, Session session) =>
        session.Append($"donation/{released.Event.Number}", Decide(released.Event.Number, Waiting(session, released.Event.Number, released.Seq)));

    /// <param name="donation">The donation.</param>
    /// <param name="waiting">Cartons packed before the release that are not released.</param>
    public static IReadOnlyList<object> Decide(DonationNumber donation, int waiting) => waiting == 0 ? [] : [new CartonsReleased(donation)];

    /// <summary>Counts cartons that were packed before an event of Intake and are still only announced.</summary>
    internal static int Waiting(Session session, DonationNumber donation, long seq) => session.Scalar<int>(
        "select count(*) from carton where donation = @donation and state = 'announced' and packed_seq < @seq", new { donation, seq });

    static void Apply(Recorded<CartonsReleased> released, Session session) =>
        session.Execute("update carton set state = 'released' where donation = @Donation and state = 'announced'", new { released.Event.Donation });
}
