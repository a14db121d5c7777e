using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Photos;
using Logistics.Distribution.Plans;
using Logistics.Distribution.Receipts;
using Logistics.Distribution.Recipients;
using Logistics.Distribution.Stocks;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution;

/// <summary>Lists every slice of the service.</summary>
public static class DistributionSlices
{
    public static ServiceDefinition Define()
    {
        var distribution = new ServiceDefinition("distribution", typeof(DistributionSlices).Assembly);

        WhenCartonsReachHub.Map(distribution);
        GetStock.Map(distribution);

        UploadWeights.Map(distribution);
        ListRecipients.Map(distribution);

        DraftPlan.Map(distribution);
        PreviewPlan.Map(distribution);
        ComparePlans.Map(distribution);
        ApprovePlan.Map(distribution);
        PublishPlan.Map(distribution);
        DiscardPlan.Map(distribution);
        GetPlan.Map(distribution);
        ListPlans.Map(distribution);

        DispatchParcels.Map(distribution);
        ListReserved.Map(distribution);
        GetParcel.Map(distribution);
        ListParcels.Map(distribution);
        ExportParcels.Map(distribution);
        ListParcelCartons.Map(distribution);

        TakePhoto.Map(distribution);
        GetPhoto.Map(distribution);

        ConfirmReceipt.Map(distribution);
        ReverseReceipt.Map(distribution);
        ResolveDiscrepancy.Map(distribution);
        ListReceipts.Map(distribution);
        GetReceiptsBoard.Map(distribution);
        ExportReceipts.Map(distribution);
        CountOverdue.Map(distribution);
        ListDiscrepancies.Map(distribution);

        HandOverGoods.Map(distribution);
        ReverseHandOver.Map(distribution);
        ListHandOvers.Map(distribution);
        ExportHandOvers.Map(distribution);
        ListHoldings.Map(distribution);
        GetInstitutionsReached.Map(distribution);

        return distribution;
    }
}
