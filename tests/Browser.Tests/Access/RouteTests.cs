using Logistics.AllInOne;
using Logistics.Testing;

namespace Logistics.Browser.Tests.Access;

public sealed class RouteTests
{
    [Fact]
    public async Task Every_route_of_the_program_is_approved_and_no_other()
    {
        await using var host = await RunningHost.Start(AllServices.Define());

        Assert.Equal(
            Route.Approved().Select(route => $"{route.Kind} {route.Pattern}").Order(StringComparer.Ordinal),
            Route.Real(host.Services));
    }
}
