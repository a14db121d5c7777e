using System.Text.Json;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Documents;
using Logistics.EventLog;
using Logistics.EventLog.Events;

namespace Logistics.Distribution.Plans;

/// <summary>A plan as seen by decisions.</summary>
/// <param name="Drafted">Its lines as drafted.</param>
/// <param name="Author">Account that drafted it.</param>
/// <param name="State">Its state.</param>
public sealed record Plan(PlanDrafted Drafted, string Author, PlanState State)
{
    public DocumentNumber Number => Drafted.Plan;

    public static string Stream(DocumentNumber number) => $"plan/{number}";

    public static DocumentNumber NextNumber(Session session, DateOnly on) => Numbers.Next(session, "allocation_plan", "A", on.Year);

    public static Plan? Load(Session session, DocumentNumber number) =>
        session.Find<Row>("select content, drafted_by, state from allocation_plan where number = @number", new { number }) is { } row
            ? new Plan(Read(row.Content), row.DraftedBy, row.State)
            : null;

    public static int CountPublished(Session session, ProductCode product, string? size) => session.Scalar<int>(
        "select count(*) from allocation_plan where product = @product and size = @size and state = 'published'",
        new { product, size = size ?? "" });

    /// <exception cref="JsonException">The content of the row is damaged.</exception>
    public static PlanDrafted Read(string content) =>
        JsonSerializer.Deserialize<PlanDrafted>(content, EventBody.Json) ?? throw new JsonException("A plan without content.");

    sealed record Row
    {
        public required string Content { get; init; }

        public required string DraftedBy { get; init; }

        public required PlanState State { get; init; }
    }
}
