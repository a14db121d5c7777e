using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>Writes parcels as CSV, a row for each line, with the filters of <see cref="ListParcels"/>.</summary>
public static class ExportParcels
{
    sealed record Row
    {
        public required ParcelNumber Number { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required ParcelState State { get; init; }

        public required string Carrier { get; init; }

        public string? Waybill { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }

        public required DateOnly ExpectedOn { get; init; }

        public required int Line { get; init; }

        public required DonationNumber Donation { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public required long Outstanding { get; init; }
    }

    static readonly CsvColumn<Row>[] Columns =
    [
        new("parcel", row => row.Number),
        new("recipient-code", row => row.Recipient),
        new("recipient", row => Recipient.Name(row.Recipient)),
        new("state", row => row.State switch
        {
            ParcelState.Received => ColumnWords.Of("cell.received"),
            ParcelState.PartlyReceived => ColumnWords.Of("cell.partly-received"),
            ParcelState.InDelivery => ColumnWords.Of("cell.in-delivery"),
        }),
        new("carrier", row => row.Carrier),
        new("waybill", row => row.Waybill),
        new("dispatched-at", row => row.DispatchedAt),
        new("expected-on", row => row.ExpectedOn),
        new("line", row => row.Line),
        new("donation", row => row.Donation),
        new("product", row => ProductWords.Name(row.Product)),
        new("size", row => row.Size),
        new("lot", row => row.Lot),
        new("expiry", row => row.Expiry),
        new("cartons", row => row.Cartons),
        new("sent", row => row.Pieces),
        new("good", row => row.Good),
        new("damaged", row => row.Damaged),
        new("missing", row => row.Missing),
        new("unfit", row => row.Unfit),
        new("outstanding", row => row.Outstanding),
    ];

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ExportParcels, Answer, Roles.SignedIn);

    static CsvFile<Row> Answer(ListParcelsQuery asked, Query query) => new("parcels", Columns, query.Stream<Row>(
        $"""
        select parcel.number, parcel.recipient, {ListParcels.State} as state, parcel.carrier, parcel.waybill, parcel.dispatched_at, parcel.expected_on,
               sent.line, sent.donation, sent.product, sent.size, sent.lot, sent.expiry, sent.cartons, sent.pieces, sent.pieces - sent.reported as outstanding,
               coalesce(sum(found.good), 0) as good, coalesce(sum(found.damaged), 0) as damaged,
               coalesce(sum(found.missing), 0) as missing, coalesce(sum(found.unfit), 0) as unfit
        from parcel
        join parcel_line sent on sent.parcel = parcel.number
        left join receipt on receipt.parcel = parcel.number and receipt.reversed_at is null
        left join receipt_line found on found.receipt = receipt.number and found.line = sent.line
        where {ListParcels.Where}
        group by parcel.number, parcel.recipient, parcel.outstanding, parcel.pieces, parcel.carrier, parcel.waybill, parcel.dispatched_at, parcel.expected_on,
                 sent.line, sent.donation, sent.product, sent.size, sent.lot, sent.expiry, sent.cartons, sent.pieces, sent.reported
        order by parcel.number, sent.line
        """,
        ListParcels.Parameters(asked, query)));
}
