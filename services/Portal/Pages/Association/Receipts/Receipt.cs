using Logistics.Client;
using Logistics.Portal.Pages.Association.Parcels;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>A receipt, standing or reversed.</summary>
public sealed record Receipt
{
    public required string Number { get; init; }

    public required string Parcel { get; init; }

    public required string Recipient { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Entered by a coordinator for the association.</summary>
    public required bool OnBehalf { get; init; }

    /// <summary>Id of an account.</summary>
    public required string ConfirmedBy { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    /// <summary>Id of an account.</summary>
    public string? ReversedBy { get; init; }

    public string? ReversalReason { get; init; }

    public required IReadOnlyList<Found> Lines { get; init; }

    /// <summary>Good pieces of all products together.</summary>
    public long Good => Lines.Sum(line => line.Good);

    /// <summary>Pieces that are damaged, missing or unfit, of all products together.</summary>
    public long Different => Lines.Sum(line => line.Damaged + line.Missing + line.Unfit);

    /// <summary>A receipt together with the parcel that it is about.</summary>
    public static async Task<Reply<Confirmed>> Find(Services services, string parcel, string number, CancellationToken gone)
    {
        var sent = await services.Get<SentParcel>("distribution", $"/parcels/{Uri.EscapeDataString(parcel)}", gone);
        if (!sent.Succeeded)
            return new(null, sent.Problem);
        var receipts = await services.Get<List<Receipt>>("distribution", $"/receipts?parcel={Uri.EscapeDataString(parcel)}&limit=1000", gone);
        if (!receipts.Succeeded)
            return new(null, receipts.Problem);
        return receipts.Body.Find(receipt => receipt.Number == number) is { } found
            ? new(new Confirmed(sent.Body, found), null)
            : new(null, new Problem(404, "not-found", ""));
    }

    public sealed record Confirmed(SentParcel Parcel, Receipt Receipt);

    public sealed record Found
    {
        public required int Line { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public string? Reason { get; init; }

        public IReadOnlyList<string> Photos { get; init; } = [];
    }
}
