using System.Text;
using Logistics.Hosting.Access;
using Logistics.Intake.Tests.Donations;
using Logistics.Testing;

namespace Logistics.Intake.Tests.PackingLists;

public sealed class ListCartonsTests : IAsyncLifetime
{
    const string Path = "/intake/donations/D-2020-0001/cartons";

    RunningHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", DonationFixtures.PledgeOf(1_000, 500))).Expect(201);
        await Attach("C_1,,mask,A,60\nC_2,,mask,B,40\nC_2,,garment,G,10\n,395212340000000014,garment,G,50\n");
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/release", new { })).Expect(200);
        await Attach("CX3,,mask,A,60\n");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("", "D-2020-0001/CX3 D-2020-0001/C_1 D-2020-0001/C_2 395212340000000014")]
    [InlineData("?state=released", "D-2020-0001/C_1 D-2020-0001/C_2 395212340000000014")]
    [InlineData("?state=packed", "D-2020-0001/CX3")]
    [InlineData("?line=2", "D-2020-0001/C_2 395212340000000014")]
    [InlineData("?product=mask&lot=A", "D-2020-0001/CX3 D-2020-0001/C_1")]
    [InlineData("?product=garment&lot=A", "")]
    [InlineData("?code=c_", "D-2020-0001/C_1 D-2020-0001/C_2")]
    [InlineData("?code=(00)395212340000000014", "395212340000000014")]
    [InlineData("?code=000014", "395212340000000014")]
    [InlineData("?code=%25", "")]
    [InlineData("?code=%5BC%5D_1", "")]
    public async Task Cartons_are_found_by_what_a_person_knows_of_them(string filter, string ids)
    {
        var reply = (await host.Get(Role.Foundation, Path + filter)).Expect(200);

        var expected = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Order(StringComparer.Ordinal), reply.Json!.AsArray().Select(carton => (string)carton!["id"]!));
        Assert.Equal(expected.Length, reply.Total);
    }

    [Fact]
    public async Task A_page_tells_what_is_in_each_carton_and_how_many_there_are_on_all()
    {
        var page = (await host.Get(Role.Foundation, Path + "?limit=1&after=D-2020-0001/C_1")).Expect(200);

        Assert.Equal(4, page.Total);
        Assert.Equal(
            """[{"id":"D-2020-0001/C_2","senderCode":"C_2","released":true,"state":"released","pieces":50,"goods":[{"line":1,"product":"mask","size":"","lot":"B","pieces":40},{"line":2,"product":"garment","size":"","lot":"G","pieces":10}]}]""",
            page.Json!.ToJsonString());
        (await host.Get(Role.Foundation, "/intake/donations/D-2020-0009/cartons")).Expect(404);
    }

    [Theory]
    [InlineData("?state=flown", "filter-unknown", "state")]
    [InlineData("?line=0", "filter-number", "line")]
    [InlineData("?limit=1001", "filter-number", "limit")]
    [InlineData("?limit=ten", "filter-number", "limit")]
    [InlineData("?product=%21", "product-code-format", null)]
    public async Task What_no_carton_can_be_is_refused(string filter, string code, string? field)
    {
        var refused = (await host.Get(Role.Foundation, Path + filter)).Expect(400);

        Assert.Equal((code, field), (refused.Code, (string?)refused["field"]));
    }

    [Fact]
    public async Task Donations_are_found_by_state_and_donor()
    {
        Assert.Equal(1, (await host.Get(Role.Foundation, "/intake/donations?state=open&donor=dono")).Expect(200).Total);
        Assert.Equal(0, (await host.Get(Role.Foundation, "/intake/donations?state=closed")).Expect(200).Total);
        Assert.Equal(["open", "cancelled", "closed"], (await host.Get(Role.Foundation, "/intake/donations?state=new")).Expect(400)["allowed"]!.AsArray().Select(one => (string)one!));
        Assert.Contains("open、cancelled、closed", (string)(await host.Get(Role.Foundation, "/intake/donations?state=new", language: "ja"))["detail"]!, StringComparison.Ordinal);
    }

    async Task Attach(string rows) => (await host.Upload(
        Role.Foundation, "/intake/donations/D-2020-0001/packing-lists", Encoding.UTF8.GetBytes("Carton No,SSCC,Product,Lot,Pieces\n" + rows))).Expect(200);
}
