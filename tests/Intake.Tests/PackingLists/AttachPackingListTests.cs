using System.Globalization;
using System.Text;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Logistics.Intake.Donations;
using Logistics.Intake.PackingFiles;
using Logistics.Intake.PackingLists;
using Logistics.Intake.Tests.Donations;
using Logistics.Testing;

using static Logistics.Intake.Tests.Donations.DonationFixtures;

namespace Logistics.Intake.Tests.PackingLists;

public sealed class AttachPackingListTests
{
    const string Header = "Carton No,Product,Lot,Expiry,Pieces\n";
    const string Path = "/intake/donations/D-2020-0001/packing-lists";

    [Fact]
    public void A_mixed_carton_is_one_carton_with_several_goods()
    {
        var decision = Decide("C1,mask,A,2025-04,60\nC1,mask,B,2025-04,40\nC2,garment,A,,50\n");

        var packed = Assert.IsType<CartonsPacked>(decision.Events[1]);
        Assert.Equal(["D-2020-0001/C1", "D-2020-0001/C2"], packed.Cartons.Select(carton => carton.Id.Value));
        Assert.Equal([60, 40], packed.Cartons[0].Goods.Select(goods => goods.Pieces));
        Assert.Equal(3, packed.Movements.Count);
        Assert.All(packed.Movements, movement => Assert.Equal((LedgerAccount.Pledged, LedgerAccount.Packed), (movement.From, movement.To)));
    }

    [Fact]
    public void Large_lists_become_events_of_at_most_250_cartons()
    {
        var rows = string.Concat(Enumerable.Range(1, 600).Select(i => string.Create(CultureInfo.InvariantCulture, $"C{i},mask,A,,1\n")));

        Assert.Equal([250, 250, 100], Decide(rows).Events.OfType<CartonsPacked>().Select(packed => packed.Cartons.Count));
    }

    [Fact]
    public void No_more_can_be_packed_than_is_left_of_the_pledge()
    {
        var refusal = Decide("C1,garment,A,,201\n").Refusal!;

        Assert.Equal("packed-beyond-pledge", refusal.Code);
        Assert.Contains(("open", 200L), refusal.Facts);
    }

    [Theory]
    [InlineData("C1,goggles,A,,5\n", "product-not-pledged")]
    [InlineData("C1,mask,A,2025-04,5\nC2,mask,A,2025-05,5\n", "lot-expiry-conflict")]
    [InlineData("C1,mask,,,5\n", "lot-blank")]
    [InlineData("C1,mask,A,2020-02-30,5\n", "expiry-format")]
    public void A_faulty_row_is_named_and_nothing_is_decided(string rows, string code)
    {
        var decision = Decide("C9,mask,Z,,1\n" + rows);

        Assert.Equal("packing-list-faults", decision.Refusal?.Code);
        Assert.Equal(code, Assert.Single(decision.Refusal!.Errors).Fault.Code);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Two_lines_of_one_product_need_the_GTIN()
    {
        var donation = PartlyPacked with { Lines = [.. PartlyPacked.Lines, new DonationLine(3, Mask, null, 10)] };

        Assert.Equal("product-ambiguous", Assert.Single(Decide("C1,mask,A,,5\n", donation).Refusal!.Errors).Fault.Code);
    }

    [Fact]
    public void A_carton_that_is_packed_already_is_named_with_its_donation()
    {
        var decision = AttachPackingList.Decide(PartlyPacked, File("C1,mask,A,,5\n"), _ => DonationNumber.From(2020, 7));

        var error = Assert.Single(decision.Refusal!.Errors);
        Assert.Equal((2, "carton-known"), (error.Row, error.Fault.Code));
        Assert.Contains(("number", DonationNumber.From(2020, 7)), error.Fault.Facts);
    }

    [Fact]
    public void A_closed_donation_takes_no_list() =>
        Assert.Equal("donation-not-open", Decide("C1,mask,A,,5\n", Closed).Refusal?.Code);

    [Fact]
    public async Task A_dry_run_stores_nothing_and_the_same_file_is_recognised()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);
        var file = Encoding.UTF8.GetBytes(Header + "C1,mask,A,2025-04,６０\n,,,,\n合計,,,,60\n");

        var dry = (await host.Upload(Role.Foundation, Path + "?dryRun=true", file)).Expect(200);
        var headAfterDry = host.Log("intake").Head;
        var stored = (await host.Upload(Role.Foundation, Path, file)).Expect(200);
        var headAfterStored = host.Log("intake").Head;
        var again = (await host.Upload(Role.Foundation, Path, file)).Expect(200);

        Assert.Equal((1, false), (headAfterDry, (bool)dry["stored"]!));
        Assert.Equal((3, true, 1, 60L, 2), (headAfterStored, (bool)stored["stored"]!, (int)stored["cartons"]!, (long)stored["pieces"]!, (int)stored["rowsSkipped"]!));
        Assert.Equal((true, headAfterStored), ((bool)again["known"]!, host.Log("intake").Head));
        Assert.Equal("D-2020-0001/C1", (string?)(await host.Get(Role.Foundation, "/intake/donations/D-2020-0001/cartons")).Json![0]!["id"]);
    }

    [Theory]
    [InlineData("1", 200)]
    [InlineData("yes", 200)]
    [InlineData("maybe", 400)]
    public async Task A_trial_is_never_taken_for_the_real_thing(string dryRun, int status)
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);

        (await host.Upload(Role.Foundation, $"{Path}?dryRun={dryRun}", Encoding.UTF8.GetBytes(Header + "C1,mask,A,,60\n"))).Expect(status);

        Assert.Equal(1, host.Log("intake").Head);
    }

    [Theory]
    [InlineData("en", "row 3")]
    [InlineData("ja", "3 行目")]
    [InlineData("zh-Hans", "第 3 行")]
    public async Task A_duplicate_SSCC_cites_both_rows_in_the_callers_language(string language, string row)
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);
        var file = Encoding.UTF8.GetBytes("SSCC,Product,Lot,Pieces\n395212340000000014,mask,A,60\n395212340000000014,mask,A,60\n");

        var refused = (await host.Upload(Role.Foundation, Path, file, language: language)).Expect(422);

        var error = refused["errors"]![0]!;
        Assert.Equal(("carton-duplicate", 3, 2), ((string)error["code"]!, (int)error["row"]!, (int)error["other"]!));
        Assert.Contains(row, (string)error["detail"]!, StringComparison.Ordinal);
        Assert.Equal(1, host.Log("intake").Head);
    }

    static Decision Decide(string rows, Donation? donation = null) => AttachPackingList.Decide(donation ?? PartlyPacked, File(rows), _ => null);

    static AttachPackingList.File File(string rows) => new("hash", "list.csv", PackingListReader.Read(Encoding.UTF8.GetBytes(Header + rows)));
}
