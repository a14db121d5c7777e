using System.Globalization;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Receipts;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>
/// Parcels by number: all, or an association's own. <c>?recipient=</c>, <c>?state=</c> in-delivery, partly-received or received;
/// <c>?on=</c> a day says which were overdue on it, <c>?overdue=true</c> with it leaves only these. <c>?after=</c> the last number seen
/// brings the next page.
/// </summary>
public static class ListParcels
{
    public sealed record Row
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

        /// <summary>Not all received, and expected before the day asked for; false where no day was.</summary>
        public required bool Overdue { get; init; }
    }

    /// <summary>How far a parcel has been received, as a column.</summary>
    internal const string State = "case when parcel.outstanding = 0 then 'received' when parcel.outstanding = parcel.pieces then 'in-delivery' else 'partly-received' end";

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/parcels", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    /// <summary>Which parcels, with the parameters of <see cref="Asked"/>.</summary>
    internal const string Where =
        $"""
        (@own = '' or parcel.recipient = @own)
        and (@recipient = '' or parcel.recipient = @recipient)
        and (@state is null or {State} = @state)
        and (@overdue = 0 or (parcel.outstanding > 0 and parcel.expected_on < @on))
        """;

    internal static object Asked(Query query)
    {
        var (on, overdue) = (query.Day("on"), query.Asked("overdue"));
        if (overdue && on is null)
            throw new CodeFaultException(new CodeFault("filter-needs", ("field", "overdue"), ("needs", "on")));
        return new
        {
            own = query.Own(),
            recipient = query.Recipient(),
            state = query.OneOf("state", "in-delivery", "partly-received", "received"),
            overdue = overdue ? 1 : 0,
            on = on?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        };
    }

    static List<Row> Answer(Query query) => query.Page<Row>(
        $"""
        number, recipient, carrier, waybill, dispatched_at, expected_on, cartons, pieces, outstanding, {State} as state,
        case when outstanding > 0 and expected_on < @on then 1 else 0 end as overdue, {ParcelChange.Version} as version
        """,
        "from parcel where " + Where,
        "number",
        Asked(query));
}
