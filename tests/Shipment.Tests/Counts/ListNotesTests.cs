using Logistics.Hosting.Access;

namespace Logistics.Shipment.Tests.Counts;

public sealed class ListNotesTests
{
    [Fact]
    public async Task Each_confirmed_session_has_a_note_with_its_own_discrepancies()
    {
        await using var world = await World.Arrived(3);
        await world.Count("damaged", "C0001", "C0001", "wet");
        await world.Confirm(final: false);
        (await world.Post("/counts", new { })).Expect(201);
        Assert.Single((await world.Get("/notes")).Expect(200).Json!.AsArray());
        await world.Confirm(final: true, session: 2);

        var notes = (await world.Get("/notes")).Expect(200).Json!.AsArray();

        Assert.Equal([(1, false, 1), (2, true, 2)], notes.Select(note =>
            ((int)note!["session"]!, (bool)note["final"]!, note["discrepancies"]!.AsArray().Sum(found => (int)found!["cartons"]!))));
    }

    [Fact]
    public async Task A_consignment_that_was_not_booked_is_not_found()
    {
        await using var world = await World.WithCartons(1);

        Assert.Equal("not-found", (await world.Host.Get(Role.Auditor, "/shipment/consignments/999-00000000/notes")).Expect(404).Code);
    }
}
