using Logistics.ServiceDefaults.Access;

namespace Logistics.Portal.Tests.Trackings;

public sealed class TrackCodeTests
{
    [Fact]
    public async Task Dump()
    {
        await using var host = await PartlyHandedOver.Start();
        foreach (var code in new[] { "D-2020-0001", "020-12345675", PartlyHandedOver.FirstSscc, "D-2020-0001/C0010", "P-13-2020-0001", "C0001", "395212340000000015", "x" })
            TestContext.Current.TestOutputHelper!.WriteLine((await host.Get(Role.Auditor, "/portal/track/" + code)).Text);
    }
}
