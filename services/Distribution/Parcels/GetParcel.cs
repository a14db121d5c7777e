using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Receipts;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>Returns a parcel with the goods sent and their status, line by line.</summary>
public static class GetParcel
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.GetParcel, Answer, Roles.SignedIn);

    static ParcelDetails? Answer(NoQuery _, Query query)
    {
        var number = query.Route<ParcelNumber>("parcel");
        var parcel = query.Find<ParcelDetails>(
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
            Lines = query.Rows<ParcelDetailsLine>(
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
