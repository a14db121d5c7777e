using Logistics.Contracts.Codes;
using Logistics.Distribution.Receipts;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>A parcel with what was sent and what became of it, line by line.</summary>
public static class GetParcel
{
    public sealed record Parcel
    {
        public required ParcelNumber Number { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required string State { get; init; }

        public required string Carrier { get; init; }

        public string? Waybill { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }

        public required DateOnly ExpectedOn { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required long Outstanding { get; init; }

        /// <summary>Receipts and reversals until now: what a receipt says as seen.</summary>
        public required int Version { get; init; }

        public IReadOnlyList<DocumentNumber> Plans { get; init; } = [];

        public IReadOnlyList<SentLine> Lines { get; init; } = [];

        /// <summary>Receipts that stand.</summary>
        public IReadOnlyList<DocumentNumber> Receipts { get; init; } = [];
    }

    /// <summary>A line as sent and as reported by the receipts that stand; a reported shortage stays one after it is resolved.</summary>
    public sealed record SentLine
    {
        public required int Line { get; init; }

        public required int Cartons { get; init; }

        public required DonationNumber Donation { get; init; }

        public required int DonationLine { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public required long Outstanding { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/parcels/{parcel}", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static Parcel? Answer(Query query)
    {
        var number = query.Route<ParcelNumber>("parcel");
        var parcel = query.Find<Parcel>(
            $"""
            select number, recipient, carrier, waybill, dispatched_at, expected_on, cartons, pieces, outstanding, {ListParcels.State} as state,
                   {ParcelChange.Version} as version
            from parcel
            where number = @number
            """,
            new { number });
        if (parcel is null || !query.Caller.MaySee(parcel.Recipient.Value))
            return null;
        return parcel with
        {
            Plans = query.Rows<DocumentNumber>("select plan_number from parcel_plan where parcel = @number order by plan_number", new { number }),
            Receipts = query.Rows<DocumentNumber>("select number from receipt where parcel = @number and reversed_at is null order by number", new { number }),
            Lines = query.Rows<SentLine>(
                """
                select sent.line, sent.cartons, sent.donation, sent.donation_line, sent.product, sent.size, sent.lot, sent.expiry,
                       sent.pieces, sent.pieces - sent.reported as outstanding,
                       coalesce(sum(found.good), 0) as good, coalesce(sum(found.damaged), 0) as damaged,
                       coalesce(sum(found.missing), 0) as missing, coalesce(sum(found.unfit), 0) as unfit
                from parcel_line sent
                left join receipt on receipt.parcel = sent.parcel and receipt.reversed_at is null
                left join receipt_line found on found.receipt = receipt.number and found.line = sent.line
                where sent.parcel = @number
                group by sent.line, sent.cartons, sent.donation, sent.donation_line, sent.product, sent.size, sent.lot, sent.expiry, sent.pieces, sent.reported
                order by sent.line
                """,
                new { number }),
        };
    }
}
