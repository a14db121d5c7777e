using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Receipts;

namespace Logistics.Distribution.Tests.Receipts;

public sealed class ResolveDiscrepancyTests
{
    static readonly Receipt Receipt = new(
        DocumentNumber.From("R", 2020, 1),
        Code.Parse<ParcelNumber>("P-13-2020-0001"),
        false,
        [new FoundLine(Cartons.Goods(Cartons.Mask, 1, 240, "A"), new ReceiptLine(1, 210, 10, 10, 10, "Wet"))],
        [Case(1, DiscrepancyKind.Damage), Case(2, DiscrepancyKind.Shortage), Case(3, DiscrepancyKind.Unfit)]);

    [Theory]
    [InlineData(DiscrepancyKind.Shortage, Resolution.Good, "missing:13", "association:13")]
    [InlineData(DiscrepancyKind.Shortage, Resolution.WrittenOff, "missing:13", "missing:written-off")]
    [InlineData(DiscrepancyKind.Damage, Resolution.Good, "damaged:13", "association:13")]
    [InlineData(DiscrepancyKind.Damage, Resolution.Destroyed, "damaged:13", "destroyed")]
    [InlineData(DiscrepancyKind.Unfit, Resolution.Good, "held:13", "association:13")]
    [InlineData(DiscrepancyKind.Unfit, Resolution.Destroyed, "held:13", "destroyed")]
    public void Every_kind_finds_its_end(DiscrepancyKind kind, Resolution resolution, string from, string to)
    {
        var resolved = ResolveDiscrepancy.Decide(Receipt, new(1, kind, resolution, 4, "Checked")).Event!;

        var movement = Assert.Single(resolved.Movements);
        Assert.Equal((from, to, 4L), (movement.From!.Value.Value, movement.To!.Value.Value, movement.Goods.Pieces));
    }

    [Theory]
    [InlineData(DiscrepancyKind.Shortage, Resolution.Destroyed, 4, "Checked", "resolution-unfit")]
    [InlineData(DiscrepancyKind.Damage, Resolution.WrittenOff, 4, "Checked", "resolution-unfit")]
    [InlineData(DiscrepancyKind.Unfit, Resolution.WrittenOff, 4, "Checked", "resolution-unfit")]
    [InlineData(DiscrepancyKind.Overage, Resolution.Good, 4, "Checked", "discrepancy-unknown")]
    [InlineData(DiscrepancyKind.Shortage, Resolution.Good, 0, "Checked", "pieces-not-positive")]
    [InlineData(DiscrepancyKind.Shortage, Resolution.Good, 9, "Checked", "resolution-beyond-open")]
    [InlineData(DiscrepancyKind.Shortage, Resolution.Good, 4, "", "reason-required")]
    public void What_does_not_fit_is_refused(DiscrepancyKind kind, Resolution resolution, long pieces, string reason, string code) =>
        Assert.Equal(code, ResolveDiscrepancy.Decide(Receipt, new(1, kind, resolution, pieces, reason)).Refusal?.Code);

    [Fact]
    public void A_reversed_receipt_has_nothing_to_resolve() => Assert.Equal(
        "receipt-already-reversed",
        ResolveDiscrepancy.Decide(Receipt with { Reversed = true }, new(1, DiscrepancyKind.Damage, Resolution.Good, 1, "Checked")).Refusal?.Code);

    [Fact]
    public async Task Found_pieces_join_the_stock_and_the_receipt_can_no_longer_be_reversed()
    {
        await using var hub = await Hub.WithParcels();
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 227, missing = 13, reason = "Short" } } })).Expect(201);
        var resolution = new { line = 1, kind = "shortage", resolution = "good", pieces = 8, reason = "Behind the door" };

        var resolved = (await hub.Post("/receipts/R-2020-0001/resolutions", resolution)).Expect(201);
        Assert.Equal(("DSR-2020-0001", 5L), ((string)resolved["discrepancy"]!, (long)resolved["unsettled"]!));
        Assert.Equal("resolution-beyond-open", (await hub.Post("/receipts/R-2020-0001/resolutions", resolution)).Expect(409).Code);
        Assert.Equal("receipt-discrepancy-resolved", (await hub.Post("/receipts/R-2020-0001/reversal", new { reason = "x" })).Expect(409).Code);
        Assert.Equal(235, (long)Assert.Single(await hub.List("/holdings"))!["pieces"]!);
        var one = Assert.Single(await hub.List("/discrepancies"))!;
        Assert.Equal(("open", 5L, 8L), ((string)one["state"]!, (long)one["unsettled"]!, (long)one["resolutions"]![0]!["pieces"]!));
        Assert.Equal("not-found", (await hub.Post("/receipts/R-2020-0009/resolutions", resolution)).Expect(404).Code);
    }

    static Case Case(int serial, DiscrepancyKind kind) => new(DocumentNumber.From("DSR", 2020, serial), 1, kind, 10, 8);
}
