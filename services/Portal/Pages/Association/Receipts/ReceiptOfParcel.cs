using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>A receipt, valid or reversed, and its parcel.</summary>
public sealed record ReceiptOfParcel(ParcelDetails Parcel, ReceiptRow Receipt)
{
    public static async Task<Reply<ReceiptOfParcel>> Find(DistributionClient distribution, ParcelNumber parcel, DocumentNumber receipt, CancellationToken cancel)
    {
        var sent = await distribution.GetParcel(parcel, cancel);
        if (!sent.Succeeded)
            return new(null, sent.Problem);
        var receipts = await distribution.ListAllReceipts(new ListReceiptsQuery { Parcel = parcel }, cancel);
        if (!receipts.Succeeded)
            return new(null, receipts.Problem);
        return receipts.Body.FirstOrDefault(one => one.Number == receipt) is { } found
            ? new(new ReceiptOfParcel(sent.Body, found), null)
            : new(null, new Problem(404, "not-found", ""));
    }
}

static class ReceiptFigures
{
    extension(ReceiptRow receipt)
    {
        /// <summary>Good pieces of all products.</summary>
        public long Good => receipt.Lines.Sum(line => line.Good);

        /// <summary>Pieces of all products that are damaged, missing or unfit.</summary>
        public long Different => receipt.Lines.Sum(line => line.Damaged + line.Missing + line.Unfit);
    }
}
