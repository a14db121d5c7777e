using System.Text.Json;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;

namespace Logistics.Distribution.Plans;

/// <summary>A plan as decisions see it.</summary>
/// <param name="Drafted">Its lines, as they were drafted.</param>
/// <param name="Author">The account that drafted it.</param>
/// <param name="State">How far it came.</param>
public sealed record Plan(PlanDrafted Drafted, string Author, PlanState State)
{
    public DocumentNumber Number => Drafted.Plan;

    public static string Stream(DocumentNumber number) => $"plan/{number}";

    public static Plan? Load(Session session, DocumentNumber number) =>
        session.Find<Row>("select content, drafted_by, state from allocation_plan where number = @number", new { number }) is { } row
            ? new Plan(Read(row.Content), row.DraftedBy, Enum.Parse<PlanState>(row.State, ignoreCase: true))
            : null;

    public static PlanDrafted Read(string content) => JsonSerializer.Deserialize<PlanDrafted>(content, EventBody.Json)!;

    sealed record Row
    {
        public required string Content { get; init; }

        public required string DraftedBy { get; init; }

        public required string State { get; init; }
    }
}

public enum PlanState
{
    Draft,
    Approved,
    Published,
    Discarded,
}
