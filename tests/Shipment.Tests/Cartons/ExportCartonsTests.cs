using Logistics.Testing;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class ExportCartonsTests
{
    [Fact]
    public async Task An_export_has_every_carton_with_what_was_counted_of_it()
    {
        await using var world = await World.Arrived(1_100, 2);
        await world.Count("damaged", "C0001", "C0001", "+wet");
        using var request = new HttpRequestMessage(HttpMethod.Get, World.Path + "/cartons.csv");
        request.Headers.Authorization = new("Bearer", world.Host.Token(Hosting.Access.Role.Coordinator));
        request.Headers.AcceptLanguage.ParseAdd("ja");
        using var response = await world.Host.Send(request);
        var lines = (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + 1_102, lines.Length);
        Assert.Equal(",C0001,CA929,D-2020-0001,1,マスク,,A,,60,積載予定,破損,\"'+wet\"", lines[1]);
        (await world.Get("/cartons.csv?state=lost")).Expect(400);
        (await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment/consignments/020-12345675/cartons.csv")).Expect(404);
    }
}
