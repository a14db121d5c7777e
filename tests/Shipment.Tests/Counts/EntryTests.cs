using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

/// <summary>What counting by carton, by range and by quantity share.</summary>
public sealed class EntryTests
{
    static readonly CountSession Open = new() { Session = 1 };
    static readonly DocumentNumber Note = DocumentNumber.From("GRN", 2020, 1);
    static readonly Consignment Here = Some.Consignment();

    static string? CodeOf(CountedCarton carton, Condition condition = Condition.Good, string? reason = null, CountSession? session = null, Consignment? consignment = null) =>
        Entry.Decide(consignment ?? Here, session ?? Open, condition, reason, [carton]).Refusal?.Code;

    [Fact]
    public void The_same_again_changes_nothing_and_something_else_replaces_it()
    {
        var counted = Some.Uncounted() with { Session = 1, Condition = Condition.Damaged, Reason = "wet" };

        Assert.Empty(Entry.Decide(Here, Open, Condition.Damaged, "wet", [counted]).Events);
        Assert.Single(Entry.Decide(Here, Open, Condition.Good, null, [counted]).Events);
        Assert.Single(Entry.Decide(Here, Open, Condition.Damaged, "torn", [counted]).Events);
    }

    [Fact]
    public void What_cannot_be_entered_says_why()
    {
        Assert.Equal("reason-required", CodeOf(Some.Uncounted(), Condition.Damaged));
        Assert.Equal("reason-required", CodeOf(Some.Uncounted(), Condition.Missing, ""));
        Assert.Equal("text-too-long", CodeOf(Some.Uncounted(), Condition.Damaged, new string('x', 501)));
        Assert.Equal("json-invalid", CodeOf(Some.Uncounted(), (Condition)99, "x"));
        Assert.Equal("count-confirmed", CodeOf(Some.Uncounted(), session: Open with { Note = Note }));
        Assert.Equal("count-final", CodeOf(Some.Uncounted(), consignment: Here with { FinalNote = Note }));
        Assert.Equal("count-not-arrived", CodeOf(Some.Uncounted() with { Stage = LedgerAccount.InAir }));
        Assert.Equal("count-cartons-confirmed", CodeOf(Some.Uncounted() with { Session = 2, Condition = Condition.Good, Note = Note }));
    }

    [Fact]
    public void Long_lists_are_several_events() =>
        Assert.Equal([500, 500, 1], Entry.Decide(Here, Open, Condition.Good, null, [.. Enumerable.Range(1, 1001).Select(i => Some.Uncounted($"C{i:0000}"))])
            .Events.Cast<CartonsCounted>().Select(counted => counted.Cartons.Count));
}
