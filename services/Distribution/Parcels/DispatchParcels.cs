using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Registry;
using Logistics.Distribution.Documents;
using Logistics.Distribution.Plans;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Parcels;

/// <summary>
/// Dispatches all cartons reserved for the recipients, one parcel each with masks and garments together. Dispatched cartons are no longer
/// reserved, so repeating the command, or calling it for one recipient at a time, sends only the remaining ones.
/// </summary>
public static class DispatchParcels
{
    const int MaxCarrier = 100;
    const int MaxPrefix = 30;

    /// <summary>Number of recipients up to which separate searches are faster than reading all reserved cartons.</summary>
    const int MaxNamed = 100;

    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.DispatchParcels, Handle, Role.Coordinator)
        .On<ParcelDispatched>(Apply)
        .On<ParcelLoaded>(Apply);

    static Answer<DispatchParcelsAnswer> Handle(DispatchParcelsRequest request, Command command)
    {
        if (Check.Instant("at", request.At, command.Now) is { } wrong)
            return wrong;
        foreach (var number in request.Plans ?? [])
        {
            if (Plan.Load(command.Session, number) is not { State: PlanState.Published })
                return new Refusal("plan-not-published", ("plan", number));
        }

        var serials = command.Session.Query<SerialRow>(
            "select recipient, count(*) as parcels from parcel where number like @pattern group by recipient",
            new { pattern = $"P-%-{request.At.Year:0000}-%" }).ToDictionary(row => row.Recipient, row => row.Parcels);
        var decision = Decide(request, StockedCarton.Reserved(command.Session, request.Recipients is { Count: <= MaxNamed } few ? few : null), serials);
        if (decision.Refusal is not null)
            return decision.Refusal;
        foreach (var parcel in decision.Events.GroupBy(NumberOf))
            command.Session.Append(Parcel.Stream(parcel.Key), [.. parcel]);
        return Answer.Created(new DispatchParcelsAnswer(
        [
            .. decision.Events.OfType<ParcelDispatched>()
                .Select(parcel => new DispatchedParcel(parcel.Parcel, parcel.Recipient, parcel.Waybill, parcel.Cartons, parcel.Lines.Sum(line => line.Goods.Pieces))),
        ]));
    }

    static ParcelNumber NumberOf(object @event) => @event is ParcelDispatched dispatched ? dispatched.Parcel : ((ParcelLoaded)@event).Parcel;

    /// <param name="request">The request.</param>
    /// <param name="reserved">All reserved cartons, or those of the recipients in the request.</param>
    /// <param name="serials">Number of parcels of each recipient in the year of the request.</param>
    public static Decision Decide(DispatchParcelsRequest request, IReadOnlyList<StockedCarton> reserved, IReadOnlyDictionary<RecipientCode, long> serials)
    {
        if ((Check.Required("carrier", request.Carrier, MaxCarrier) ?? Check.Text("waybillPrefix", request.WaybillPrefix, MaxPrefix)) is { } wrong)
            return wrong;
        if (request.ExpectedOn < request.At.Day() || request.ExpectedOn.Year > 2100)
            return new Refusal("expected-before-dispatch", ("expectedOn", request.ExpectedOn.ToString("O")), ("at", request.At.Day().ToString("O")));
        var asked = reserved
            .Where(carton => request.Plans is null || request.Plans.Contains(carton.Plan!.Value))
            .Where(carton => request.Recipients is null || request.Recipients.Contains(carton.Recipient!.Value))
            .ToList();
        if (asked.Count == 0)
            return new Refusal("nothing-to-dispatch");
        var later = asked.Where(carton => carton.ReceivedAt > request.At).ToList();
        if (later.Count > 0)
        {
            return new Refusal(
                "dispatched-before-stock",
                ("field", "at"),
                ("at", request.At),
                ("cartons", later.Count),
                ("recipients", later.Select(carton => carton.Recipient!.Value.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()),
                ("receivedAt", later.MaxBy(carton => carton.ReceivedAt)!.ReceivedAt));
        }

        var expired = asked.Where(carton => carton.ExpiredOn(request.At.Day())).ToList();
        if (expired.Count > 0)
        {
            return new Refusal(
                "lot-expired",
                ("lots", expired.SelectMany(carton => carton.Goods).Where(goods => goods.Expiry?.ExpiredOn(request.At.Day()) == true)
                    .Select(goods => goods.Lot?.Value ?? "–").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()),
                ("recipients", expired.Select(carton => carton.Recipient!.Value.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()),
                ("on", request.At.Day().ToString("O")));
        }

        var events = new List<object>();
        foreach (var recipient in asked.GroupBy(carton => carton.Recipient!.Value).OrderBy(cartons => cartons.Key.Value, StringComparer.Ordinal))
        {
            var serial = serials.GetValueOrDefault(recipient.Key);
            // One parcel, unless it has more kinds of goods than fit one event.
            foreach (var load in StockedCarton.Loads(recipient))
                events.AddRange(Send(request, ParcelNumber.From(recipient.Key, request.At.Year, ++serial), load));
        }

        return Decision.Record(events);
    }

    static IEnumerable<object> Send(DispatchParcelsRequest request, ParcelNumber number, IReadOnlyList<StockedCarton> cartons)
    {
        var holding = cartons.SelectMany(carton => carton.Goods.Select(GoodsKind.Of).Distinct()).CountBy(kind => kind).ToDictionary();
        yield return new ParcelDispatched(
            number,
            number.Recipient,
            [.. cartons.Select(carton => carton.Plan!.Value).Distinct().OrderBy(plan => plan.Value, StringComparer.Ordinal)],
            request.Carrier,
            string.IsNullOrEmpty(request.WaybillPrefix) ? null : request.WaybillPrefix + number.Value[1..],
            request.At,
            request.ExpectedOn,
            cartons.Count,
            [.. GoodsRow.Sum(cartons.SelectMany(carton => carton.Goods)).Select((goods, i) => new ParcelLine(i + 1, holding[GoodsKind.Of(goods)], goods))],
            StockedCarton.Movements(cartons, LedgerAccount.Reserved(number.Recipient), LedgerAccount.InDelivery(number.Recipient)));
        foreach (var part in StockedCarton.Parts(cartons))
            yield return new ParcelLoaded(number, [.. part.Select(carton => carton.Id)]);
    }

    static void Apply(Recorded<ParcelDispatched> dispatched, Session session)
    {
        var parcel = dispatched.Event;
        session.Execute(
            """
            insert into parcel (number, recipient, carrier, waybill, dispatched_at, dispatched_by, expected_on, cartons, pieces, outstanding)
            values (@Parcel, @Recipient, @Carrier, @Waybill, @DispatchedAt, @Actor, @ExpectedOn, @Cartons, @Pieces, @Pieces)
            """,
            new
            {
                parcel.Parcel,
                parcel.Recipient,
                parcel.Carrier,
                parcel.Waybill,
                parcel.DispatchedAt,
                dispatched.Actor,
                parcel.ExpectedOn,
                parcel.Cartons,
                Pieces = parcel.Lines.Sum(line => line.Goods.Pieces),
            });
        session.Execute(
            "insert into parcel_plan (parcel, plan_number) values (@Parcel, @Plan)",
            parcel.Plans.Select(plan => new { parcel.Parcel, Plan = plan }));
        session.Execute(
            """
            insert into parcel_line (parcel, line, cartons, donation, donation_line, product, size, lot, expiry, pieces, reported)
            values (@Parcel, @Number, @Cartons, @Donation, @Line, @Product, @Size, @Lot, @Expiry, @Pieces, 0)
            """,
            parcel.Lines.Select(line => (line, Goods: GoodsRow.Of(line.Goods))).Select(one => new
            {
                parcel.Parcel,
                Number = one.line.Line,
                one.line.Cartons,
                one.Goods.Donation,
                one.Goods.Line,
                one.Goods.Product,
                one.Goods.Size,
                one.Goods.Lot,
                one.Goods.Expiry,
                one.Goods.Pieces,
            }));
    }

    static void Apply(Recorded<ParcelLoaded> loaded, Session session) => session.Execute(
        "update carton set state = 'dispatched', parcel = @Parcel where id = @Id",
        loaded.Event.Cartons.Select(id => new { loaded.Event.Parcel, Id = id }));

    sealed record SerialRow
    {
        public required RecipientCode Recipient { get; init; }

        public required long Parcels { get; init; }
    }
}
