using System.Net;

namespace Logistics.Portal.Tests.Pages.Association.Receipts;

public sealed class ReverseReceiptTests(Dock dock) : IClassFixture<Dock>
{
    [Fact]
    public async Task A_receipt_is_reversed_with_a_reason_and_its_goods_are_confirmed_anew()
    {
        var parcel = await dock.Parcel();
        using var done = await (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "AllGood")).Send();
        var reversal = done.Headers.Location!.OriginalString + "/reversal";

        using var unexplained = await dock.Tokyo.Send(reversal, ("reason", " "));
        using var reversed = await dock.Tokyo.Send(reversal, ("reason", "数え間違い"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (unexplained.StatusCode, reversed.StatusCode));
        Assert.Equal("数え間違い", (string?)Assert.Single(await dock.Receipts(parcel))!["reversalReason"]);
        Assert.Contains("この受領は取り消されています", await Dock.Text(await dock.Tokyo.Http.GetAsync(done.Headers.Location, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using var again = await (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "AllGood")).Send();
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }
}
