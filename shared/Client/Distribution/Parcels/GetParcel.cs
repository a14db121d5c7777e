using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>A parcel, what was sent in it and what became of it.</summary>
public sealed record ParcelDetails
{
    public required ParcelNumber Number { get; init; }

    public required RecipientCode Recipient { get; init; }

    public required ParcelState State { get; init; }

    public required string Carrier { get; init; }

    /// <summary>The carrier's number.</summary>
    public string? Waybill { get; init; }

    public required DateTimeOffset DispatchedAt { get; init; }

    public required DateOnly ExpectedOn { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    /// <summary>Pieces that no receipt reports on.</summary>
    public required long Outstanding { get; init; }

    /// <summary>Number of receipts and reversals so far; a receipt repeats it as <see cref="ConfirmReceiptRequest.Seen"/>.</summary>
    public required int Version { get; init; }

    /// <summary>Plans that it fulfils.</summary>
    public IReadOnlyList<DocumentNumber> Plans { get; init; } = [];

    public IReadOnlyList<ParcelDetailsLine> Lines { get; init; } = [];

    /// <summary>Receipts that were not reversed.</summary>
    public IReadOnlyList<DocumentNumber> Receipts { get; init; } = [];
}

/// <summary>
/// A line as it was sent and as receipts that were not reversed report it, in pieces. A reported shortage remains one after it was resolved.
/// </summary>
public sealed record ParcelDetailsLine
{
    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required int Cartons { get; init; }

    public required DonationNumber Donation { get; init; }

    public required int DonationLine { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no sizes.</summary>
    public required string Size { get; init; }

    /// <summary>Blank if unknown.</summary>
    public required string Lot { get; init; }

    public Expiry? Expiry { get; init; }

    /// <summary>Pieces that were sent.</summary>
    public required long Pieces { get; init; }

    public required long Good { get; init; }

    public required long Damaged { get; init; }

    public required long Missing { get; init; }

    public required long Unfit { get; init; }

    /// <summary>Pieces that no receipt reports on.</summary>
    public required long Outstanding { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<NoQuery, ParcelDetails> GetParcel = new(Service, "/parcels/{parcel}");
}

public sealed partial class DistributionClient
{
    /// <summary>Gets a parcel with its lines.</summary>
    public Task<Reply<ParcelDetails>> GetParcel(ParcelNumber parcel, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.GetParcel, DistributionRoutes.GetParcel.At(parcel), new NoQuery(), cancel);
}
