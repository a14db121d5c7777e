using System.Text.Json;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Documents;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Drafts a plan for all free stock of a product and size. It is not binding before it is published.</summary>
public static class DraftPlan
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.DraftPlan, Handle, Role.Coordinator)
        .On<PlanDrafted>(Apply);

    static Answer<DraftPlanAnswer> Handle(DraftPlanRequest request, Command command)
    {
        if (Check.Date("on", request.On) is { } wrong)
            return wrong;
        var number = Plan.NextNumber(command.Session, request.On);
        var free = FreeStock.Load(command.Session, request.Product, request.Size, request.On);
        var decision = Decide(number, request, ShareBasis.Load(command.Session, request.Product, request.Size, free));
        return command.Record(Plan.Stream(number), decision, out var drafted, out var refusal)
            ? Answer.Created(new DraftPlanAnswer(number, drafted, free.LeftOut))
            : refusal;
    }

    public static Decision<PlanDrafted> Decide(DocumentNumber number, DraftPlanRequest request, ShareBasis basis)
    {
        if (!ShareStock.TryBy(request.Rule, basis, out var shared, out var refusal))
            return refusal;
        var size = string.IsNullOrEmpty(request.Size) ? null : request.Size;
        var drafted = new PlanDrafted(number, request.Product, size, basis.Tranche, shared.Rule, basis.Stock, shared.Reserve, shared.Lines, request.On);
        if (!Limits.Fits(drafted))
            return new Refusal("plan-too-large", ("recipients", drafted.Lines.Count), ("packs", basis.Stock.Count));
        return drafted;
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
}
