using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>
/// Publishes an approved plan: reserves cartons for each recipient, in the order of their codes, earliest expiry first. Refuses a plan if the
/// stock has changed since it was drafted; it must then be drafted again.
/// </summary>
public static class PublishPlan
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.PublishPlan, Handle, Role.Coordinator)
        .On<PlanPublished>(Apply)
        .On<CartonsReserved>(Apply);

    static Answer<PublishPlanAnswer> Handle(PublishPlanRequest request, Command command)
    {
        var number = command.Route<DocumentNumber>("plan");
        if (Plan.Load(command.Session, number) is not { } plan)
            return new Refusal("not-found");
        var on = request.On ?? plan.Drafted.On.GetValueOrDefault();
        if (Check.Date("on", on) is { } wrong)
            return wrong;
        var (product, size) = (plan.Drafted.Product, plan.Drafted.Size);
        var free = FreeStock.Load(command.Session, product, size, on).Cartons;
        if (!command.Record(Plan.Stream(number), Decide(plan, free, Plan.CountPublished(command.Session, product, size)), out var refusal))
            return refusal;
        var getting = plan.Drafted.Lines.Where(line => line.Cartons > 0).ToList();
        return Answer.Ok(new PublishPlanAnswer(number, getting.Count, getting.Sum(line => line.Cartons), getting.Sum(line => line.Pieces)));
    }

    /// <param name="plan">The plan.</param>
    /// <param name="free">Free cartons of its product and size, earliest expiry first, then by id.</param>
    /// <param name="published">Number of published plans of its product and size.</param>
    public static Decision Decide(Plan plan, IReadOnlyList<StockedCarton> free, int published)
    {
        var drafted = plan.Drafted;
        if (plan.State != PlanState.Approved)
            return new Refusal("plan-not-approved", ("plan", plan.Number), ("state", plan.State));
        var now = FreeStock.PacksOf(free.Select(carton => carton.Pieces));
        if (!now.SequenceEqual(drafted.Stock) || published != drafted.Tranche - 1)
        {
            return new Refusal(
                "plan-stock-changed",
                ("plan", plan.Number),
                ("plannedCartons", drafted.Stock.Sum(pack => pack.Cartons)),
                ("plannedPieces", drafted.Stock.Sum(pack => pack.Cartons * pack.PiecesPerCarton)),
                ("freeCartons", now.Sum(pack => pack.Cartons)),
                ("freePieces", now.Sum(pack => pack.Cartons * pack.PiecesPerCarton)),
                ("publishedSince", published - (drafted.Tranche - 1)),
                ("unit", ProductWords.Unit(drafted.Product)));
        }

        var piles = free.GroupBy(carton => carton.Pieces).ToDictionary(pile => pile.Key, pile => new Queue<StockedCarton>(pile));
        var events = new List<object> { new PlanPublished(plan.Number) };
        foreach (var line in drafted.Lines.OrderBy(line => line.Recipient.Value, StringComparer.Ordinal))
        {
            var cartons = line.Packs.SelectMany(pack => Enumerable.Range(0, (int)pack.Cartons).Select(_ => piles[pack.PiecesPerCarton].Dequeue()));
            events.AddRange(StockedCarton.Parts(cartons).Select(part => new CartonsReserved(
                plan.Number,
                line.Recipient,
                [.. part.Select(carton => carton.Id)],
                StockedCarton.Movements(part, LedgerAccount.Hub, LedgerAccount.Reserved(line.Recipient)))));
        }

        return Decision.Record(events);
    }

    static void Apply(Recorded<PlanPublished> published, Session session) => session.Execute(
        "update allocation_plan set state = 'published', published_by = @Actor, published_at = @At where number = @Plan",
        new { published.Event.Plan, published.Actor, published.At });

    static void Apply(Recorded<CartonsReserved> reserved, Session session) => session.Execute(
        "update carton set state = 'reserved', recipient = @Recipient, plan_number = @Plan where id = @Id",
        reserved.Event.Cartons.Select(id => new { reserved.Event.Recipient, reserved.Event.Plan, Id = id }));
}
