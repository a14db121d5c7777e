namespace Logistics.Distribution.Tests.Receipts;

public sealed class GetReceiptsBoardTests
{
    [Fact]
    public async Task The_board_says_what_was_sent_what_came_and_what_is_late()
    {
        await using var hub = await Hub.With(Cartons.Masks(10));
        await hub.Publish(Cartons.Mask, ("13", 4), ("27", 2), ("01", 3), ("47", 1));
        (await hub.Post("/dispatches", new { carrier = "Yamato", at = Hub.Dispatched, expectedOn = "2020-05-18", recipients = new[] { "01", "13", "27" } })).Expect(201);
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 200, missing = 10, reason = "Short" } } })).Expect(201);
        (await hub.Receive("P-27-2020-0001")).Expect(201);

        var board = (await hub.List("/receipts/board?on=2020-05-19")).ToDictionary(row => (string)row!["recipient"]!, row => row!, StringComparer.Ordinal);

        Assert.Equal(1, (int)board["13"]["overdue"]!);
        Assert.Equal(1, (int)board["13"]["openCases"]!);
        Assert.Equal("""{"product":"mask","size":"","sent":240,"good":200,"differing":10,"outstanding":30}""", board["13"]["goods"]![0]!.ToJsonString());
        Assert.Equal(0, (int)board["27"]["overdue"]!);
        Assert.Equal(0, (long)board["27"]["goods"]![0]!["outstanding"]!);
        Assert.Equal(1, (int)board["01"]["overdue"]!);
        Assert.Equal(0, (int)board["47"]["parcels"]!);
        Assert.Equal("day-format", (await hub.Get("/receipts/board?on=today")).Expect(400).Code);
    }
}
