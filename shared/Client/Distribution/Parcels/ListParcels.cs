using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Which parcels. An association sees its own only.</summary>
public sealed record ListParcelsQuery : PagedQuery
{
    /// <summary>Parcels to this recipient.</summary>
    public RecipientCode? Recipient { get; init; }

    /// <summary>Parcels in this state.</summary>
    public ParcelState? State { get; init; }

    /// <summary>The day that decides <see cref="ParcelRow.Overdue"/> is told.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Parcels that are overdue on the day of <see cref="On"/>, which is then required.</summary>
    public bool Overdue { get; init; }
}

/// <summary>A parcel in a list that is ordered by number.</summary>
public sealed record ParcelRow
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

    /// <summary>Whether pieces are outstanding and were expected before the day asked for; false if no day was.</summary>
    public required bool Overdue { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListParcelsQuery, IReadOnlyList<ParcelRow>> ListParcels = new(Service, "/parcels");

    public static readonly FileRoute<ListParcelsQuery> ExportParcels = new(Service, "/parcels.csv", ["text/csv"]);
}

public sealed partial class DistributionClient
{
    /// <summary>Lists parcels by number.</summary>
    public Task<Reply<IReadOnlyList<ParcelRow>>> ListParcels(ListParcelsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListParcels, DistributionRoutes.ListParcels.At(), query, cancel);

    /// <summary>Lists parcels of all pages.</summary>
    public Task<Reply<IReadOnlyList<ParcelRow>>> ListAllParcels(ListParcelsQuery query, CancellationToken cancel = default) =>
        Calls.AskAll(DistributionRoutes.ListParcels, DistributionRoutes.ListParcels.At(), query, row => row.Number.Value, cancel);

    /// <summary>Opens a CSV file with a row for each line of the parcels; the page of the query is ignored.</summary>
    public Task<HttpResponseMessage> ExportParcels(ListParcelsQuery query, CancellationToken cancel = default) =>
        Calls.Open(DistributionRoutes.ExportParcels, DistributionRoutes.ExportParcels.At(), query, cancel);
}
