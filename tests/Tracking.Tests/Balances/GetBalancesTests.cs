using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Balances;

public sealed class GetBalancesTests
{
    [Fact]
    public async Task Every_piece_is_in_the_account_where_it_is()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());

        var balances = (await host.Get(Role.Auditor, "/tracking/balances")).Expect(200);

        Assert.Equal(
            """
            {"donations":[{"number":"D-2020-0001","settled":true,"lines":[{"line":1,"product":"mask","pledged":600,"accounts":{"hub":240,"reserved":120,"association":90,"institution":100,"missing":20,"damaged":30}},{"line":2,"product":"garment","pledged":100,"accounts":{"hub":50,"destroyed":50}}]},{"number":"D-2020-0002","settled":true,"lines":[{"line":1,"product":"mask","pledged":60,"accounts":{"packed":60}}]}]}
            """,
            balances.Text);
    }

    [Fact]
    public async Task One_donation_can_be_asked_for_in_any_spelling()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());

        var balances = (await host.Get(Role.Auditor, "/tracking/balances?donation=ｄ－２０２０－０００２")).Expect(200);

        Assert.Equal("D-2020-0002", (string?)Assert.Single(balances["donations"]!.AsArray())!["number"]);
        Assert.Empty((await host.Get(Role.Auditor, "/tracking/balances?donation=D-2020-0009")).Expect(200)["donations"]!.AsArray());
        Assert.Equal("donation-number-format", (await host.Get(Role.Auditor, "/tracking/balances?donation=x")).Expect(400).Code);
    }
}
