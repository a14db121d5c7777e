using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <param name="Line">Line of the parcel.</param>
/// <param name="Kind">What the receipt reported.</param>
/// <param name="Resolution">What became of the pieces.</param>
/// <param name="Pieces">How many of them, at least 1.</param>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record ResolveDiscrepancyRequest(int Line, DiscrepancyKind Kind, Resolution Resolution, long Pieces, string Reason);

/// <param name="Discrepancy">Its number.</param>
/// <param name="Unsettled">Pieces that are still to be resolved.</param>
public sealed record ResolveDiscrepancyAnswer(DocumentNumber Discrepancy, long Unsettled);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<ResolveDiscrepancyRequest, ResolveDiscrepancyAnswer> ResolveDiscrepancy = new(Service, "/receipts/{receipt}/resolutions");
}

public sealed partial class DistributionClient
{
    /// <summary>Resolves some or all pieces of a discrepancy that a receipt reported.</summary>
    public Task<Reply<ResolveDiscrepancyAnswer>> ResolveDiscrepancy(DocumentNumber receipt, ResolveDiscrepancyRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.ResolveDiscrepancy, DistributionRoutes.ResolveDiscrepancy.At(receipt), request, key, cancel);
}
