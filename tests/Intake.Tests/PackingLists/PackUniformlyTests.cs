using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Intake.PackingLists;
using Logistics.Testing;

using static Logistics.Intake.Tests.Donations.DonationFixtures;

namespace Logistics.Intake.Tests.PackingLists;

public sealed class PackUniformlyTests
{
    static readonly LotNumber Lot = Code.Parse<LotNumber>("A");

    [Fact]
    public void N_cartons_of_m_pieces_are_numbered_on()
    {
        var decision = PackUniformly.Decide(PartlyPacked, 8, new(1, 3, 60, Lot));

        var packed = Assert.IsType<CartonsPacked>(decision.Events[1]);
        Assert.Equal(["C00008", "C00009", "C00010"], packed.Cartons.Select(carton => carton.SenderCode));
        Assert.Equal(180, Assert.Single(packed.Movements).Goods.Pieces);
    }

    [Theory]
    [InlineData(9, 1, 1L, "donation-line-unknown")]
    [InlineData(1, 0, 1L, "cartons-out-of-range")]
    [InlineData(1, 100_001, 1L, "cartons-out-of-range")]
    [InlineData(1, 1, 0L, "pieces-not-positive")]
    [InlineData(1, 17, 60L, "packed-beyond-pledge")]
    [InlineData(1, 90_000, 1_000_000_000_000L, "packed-beyond-pledge")]
    public void A_faulty_packing_is_refused(int line, int cartons, long pieces, string code) =>
        Assert.Equal(code, PackUniformly.Decide(PartlyPacked, 1, new(line, cartons, pieces, Lot)).Refusal?.Code);

    [Fact]
    public void A_size_is_as_long_as_the_tables_hold_it()
    {
        Assert.Null(PackUniformly.Decide(PartlyPacked, 1, new(1, 1, 1, Lot, Size: new string('X', 30))).Refusal);
        Assert.Equal("text-too-long", PackUniformly.Decide(PartlyPacked, 1, new(1, 1, 1, Lot, Size: new string('X', 31))).Refusal?.Code);
    }

    [Fact]
    public void A_closed_donation_is_not_packed() =>
        Assert.Equal("donation-not-open", PackUniformly.Decide(Closed, 1, new(1, 1, 1, Lot)).Refusal?.Code);

    [Fact]
    public async Task Codes_of_the_sender_do_not_disturb_the_numbers_of_the_system()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);
        var list = "Carton No,Product,Lot,Pieces\nCABCDE,mask,A,1\nc99999,mask,A,1\nC00002,mask,A,1\n"u8.ToArray();
        (await host.Upload(Role.Foundation, "/intake/donations/D-2020-0001/packing-lists", list)).Expect(200);

        var packed = (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 3, piecesPerCarton = 10, lot = "A" })).Expect(200);

        Assert.Equal(("C00003", "C00005"), ((string)packed["firstCode"]!, (string)packed["lastCode"]!));
    }

    [Fact]
    public async Task Packing_twice_goes_on_with_the_numbers_and_shows_on_the_line()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);

        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 10, piecesPerCarton = 60, lot = "A" })).Expect(200);
        var second = (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 1, piecesPerCarton = 50, lot = "A" })).Expect(200);
        var tooMuch = (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 1, piecesPerCarton = 351, lot = "A" })).Expect(422);
        var donation = await host.Get(Role.Foundation, "/intake/donations/D-2020-0001");

        Assert.Equal("C00011", (string?)second["firstCode"]);
        Assert.Equal("packed-beyond-pledge", tooMuch.Code);
        Assert.Equal((650L, 350L), ((long)donation["lines"]![0]!["accounts"]!["packed"]!, (long)donation["lines"]![0]!["accounts"]!["pledged"]!));
    }
}
