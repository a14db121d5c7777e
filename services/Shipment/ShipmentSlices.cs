using Logistics.Hosting.Commands;
using Logistics.Shipment.Cartons;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;
using Logistics.Shipment.Customs;

namespace Logistics.Shipment;

/// <summary>Lists every slice of the service.</summary>
public static class ShipmentSlices
{
    public static ServiceDefinition Define()
    {
        var shipment = new ServiceDefinition("shipment", typeof(ShipmentSlices).Assembly);

        WhenCartonsPacked.Map(shipment);
        WhenDonationReleased.Map(shipment);
        WhenDonationCancelled.Map(shipment);

        BookConsignment.Map(shipment);
        RecordMilestone.Map(shipment);
        WithdrawMilestone.Map(shipment);
        ListConsignments.Map(shipment);
        GetConsignment.Map(shipment);
        ListCartons.Map(shipment);
        ExportCartons.Map(shipment);
        ListReleased.Map(shipment);

        EnterCustoms.Map(shipment);
        HoldAtCustoms.Map(shipment);
        ReleaseFromCustoms.Map(shipment);

        OpenCount.Map(shipment);
        CountCartons.Map(shipment);
        CountRange.Map(shipment);
        CountQuantity.Map(shipment);
        UndoEntry.Map(shipment);
        GetCount.Map(shipment);
        ConfirmCount.Map(shipment);
        ListNotes.Map(shipment);
        ListDiscrepancies.Map(shipment);

        DeliverConsignment.Map(shipment);
        ReportFound.Map(shipment);
        ReinspectCartons.Map(shipment);
        AcceptLoss.Map(shipment);

        return shipment;
    }
}
