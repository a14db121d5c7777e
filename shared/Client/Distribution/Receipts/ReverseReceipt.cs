using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="Reason">Why it was a mistake, 1 to 500 characters.</param>
public sealed record ReverseReceiptRequest(string Reason);

public sealed record ReverseReceiptAnswer(DocumentNumber Receipt, ParcelNumber Parcel);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<ReverseReceiptRequest, ReverseReceiptAnswer> ReverseReceipt = new(Service, "/receipts/{receipt}/reversal");
}

public sealed partial class DistributionClient
{
    /// <summary>Takes a receipt back, and all that it moved.</summary>
    public Task<Reply<ReverseReceiptAnswer>> ReverseReceipt(DocumentNumber receipt, ReverseReceiptRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.ReverseReceipt, DistributionRoutes.ReverseReceipt.At(receipt), request, key, cancel);
}
