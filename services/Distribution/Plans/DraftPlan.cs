using System.Text.Json;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Recipients;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Coordinators draft a plan over the whole free stock of a product and size. It binds nobody before it is published.</summary>
public static class DraftPlan
{
    /// <param name="Product">What is shared.</param>
    /// <param name="On">The day by which a lot must not have expired.</param>
    /// <param name="Rule">How it is shared.</param>
    /// <param name="Size">Null for goods without a size.</param>
    public sealed record Request(ProductCode Product, DateOnly On, AskedRule Rule, string? Size = null)
    {
        internal string? SizeOrNone => string.IsNullOrEmpty(Size) ? null : Size;
    }

    /// <param name="Plan">Its number.</param>
    /// <param name="Draft">What it shares and how.</param>
    /// <param name="LeftOut">Free goods that it does not share.</param>
    public sealed record Drafted(DocumentNumber Plan, PlanDrafted Draft, LeftOut LeftOut);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post<Request>("/plans", Handle, Role.Coordinator)
        .On<PlanDrafted>(Apply);

    static Answer Handle(Request request, Command command)
    {
        if (Limits.Date("on", request.On) is { } wrong)
            return wrong;
        var number = Numbers.Next(command.Session, "allocation_plan", "A", request.On.Year);
        var free = FreeStock.Load(command.Session, request.Product, request.SizeOrNone, request.On);
        var decision = Decide(number, request, BasisOf(command.Session, request.Product, request.SizeOrNone, free));
        return command.Record(Plan.Stream(number), decision, out var refusal)
            ? Answer.Created(new Drafted(number, (PlanDrafted)decision.Events[0], LeftOut.Of(free)))
            : refusal;
    }

    internal static ShareBasis BasisOf(Session session, ProductCode product, string? size, FreeStock free)
    {
        var key = new { product, size = size ?? "" };
        return new ShareBasis(
            free.Packs,
            Recipient.Codes(session),
            Weighting.Load(session),
            session.Query<GivenRow>(
                """
                select line.recipient, sum(line.pieces) as pieces
                from allocation_plan_line line join allocation_plan plan_of on plan_of.number = line.plan_number
                where plan_of.product = @product and plan_of.size = @size and plan_of.state = 'published'
                group by line.recipient
                """,
                key).ToDictionary(row => row.Recipient, row => row.Pieces),
            1 + Published(session, product, size));
    }

    internal static int Published(Session session, ProductCode product, string? size) => session.Scalar<int>(
        "select count(*) from allocation_plan where product = @product and size = @size and state = 'published'",
        new { product, size = size ?? "" });

    public static Decision Decide(DocumentNumber number, Request request, ShareBasis basis)
    {
        var (shared, refusal) = request.Rule.Share(basis);
        if (shared is null)
            return refusal!;
        var drafted = new PlanDrafted(
            number, request.Product, request.SizeOrNone, basis.Tranche, shared.Rule, basis.Stock, shared.Reserve, shared.Lines, request.On);
        return Limits.Fits(drafted)
            ? Decision.Record(drafted)
            : new Refusal("plan-too-large", ("recipients", drafted.Lines.Count), ("packs", basis.Stock.Count));
    }

    static void Apply(Recorded<PlanDrafted> drafted, Session session)
    {
        var plan = drafted.Event;
        session.Execute(
            """
            insert into allocation_plan (number, product, size, tranche, state, content, drafted_by, drafted_at)
            values (@Plan, @Product, @Size, @Tranche, 'draft', @Content, @Actor, @At)
            """,
            new
            {
                plan.Plan,
                plan.Product,
                Size = plan.Size ?? "",
                plan.Tranche,
                Content = JsonSerializer.Serialize(plan, EventBody.Json),
                drafted.Actor,
                drafted.At,
            });
        session.Execute(
            "insert into allocation_plan_line (plan_number, recipient, cartons, pieces) values (@Plan, @Recipient, @Cartons, @Pieces)",
            plan.Lines.Select(line => new { plan.Plan, line.Recipient, line.Cartons, line.Pieces }));
    }

    sealed record GivenRow
    {
        public required RecipientCode Recipient { get; init; }

        public required long Pieces { get; init; }
    }
}

/// <summary>Free goods of the product and size that no plan shares.</summary>
/// <param name="Expired">Lots beyond their last day.</param>
/// <param name="MixedCartons">Cartons with other products or sizes in them.</param>
/// <param name="MixedPieces">Pieces of this product and size in those.</param>
public sealed record LeftOut(IReadOnlyList<ExpiredLot> Expired, long MixedCartons, long MixedPieces)
{
    public static LeftOut Of(FreeStock free) => new(free.Expired, free.MixedCartons, free.MixedPieces);
}
