using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>Withdraws the cartons that were not released before a donation was cancelled. Released cartons continue.</summary>
public static class WhenDonationCancelled
{
    public static void Map(ServiceDefinition shipment) => shipment
        .When<DonationCancelled>("intake", React)
        .On<CartonsWithdrawn>(Apply);

    static void React(Recorded<DonationCancelled> cancelled, Session session)
    {
        var number = cancelled.Event.Number;
        session.Append($"donation/{number}", Decide(number, WhenDonationReleased.Waiting(session, number, cancelled.Seq)));
    }

    /// <param name="donation">The donation.</param>
    /// <param name="waiting">Cartons packed before the cancellation that are not released.</param>
    public static IReadOnlyList<object> Decide(DonationNumber donation, int waiting) => waiting == 0 ? [] : [new CartonsWithdrawn(donation)];

    static void Apply(Recorded<CartonsWithdrawn> withdrawn, Session session) =>
        session.Execute("update carton set state = 'withdrawn' where donation = @Donation and state = 'announced'", new { withdrawn.Event.Donation });
}
