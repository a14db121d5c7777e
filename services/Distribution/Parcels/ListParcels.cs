using System.Globalization;
using Logistics.Client.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Documents;
using Logistics.Distribution.Receipts;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>Lists parcels by number: all, or an association's own.</summary>
public static class ListParcels
{
    /// <summary>Selects the <see cref="ParcelState"/> of a parcel.</summary>
    internal const string State = "case when parcel.outstanding = 0 then 'Received' when parcel.outstanding = parcel.pieces then 'InDelivery' else 'PartlyReceived' end";

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListParcels, Answer, Roles.SignedIn);

    /// <summary>Filters parcels by <see cref="Parameters"/>.</summary>
    internal const string Where =
        $"""
        (@own = '' or parcel.recipient = @own)
        and (@Recipient is null or parcel.recipient = @Recipient)
        and (@state is null or {State} = @state)
        and (@overdue = 0 or (parcel.outstanding > 0 and parcel.expected_on < @on))
        """;

    /// <exception cref="CodeFaultException"><c>filter-needs</c>: overdue parcels are requested without a day.</exception>
    internal static object Parameters(ListParcelsQuery asked, Query query) => asked is { Overdue: true, On: null }
        ? throw new CodeFaultException(new CodeFault("filter-needs", ("field", "overdue"), ("needs", "on")))
        : new
        {
            own = query.Own(),
            asked.Recipient,
            state = asked.State?.ToString(),
            overdue = asked.Overdue ? 1 : 0,
            on = asked.On?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        };

    static List<ParcelRow> Answer(ListParcelsQuery asked, Query query) => query.Page<ParcelRow>(
        $"""
        number, recipient, carrier, waybill, dispatched_at, expected_on, cartons, pieces, outstanding, {State} as state,
        case when outstanding > 0 and expected_on < @on then 1 else 0 end as overdue, {ParcelChange.Version} as version
        """,
        "from parcel where " + Where,
        "number",
        Parameters(asked, query));
}
