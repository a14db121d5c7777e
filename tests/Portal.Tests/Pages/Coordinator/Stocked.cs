using System.Globalization;
using System.Text.Json.Nodes;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Coordinator;

/// <summary>Goods at the hub, and what must have happened to them before a page has something to show. Every test has a product of its own.</summary>
static class Stocked
{
    static int products;

    /// <summary>Cartons of 60, free, of a product that no other test has.</summary>
    public static async Task<string> Stock(this FourServices services, int cartons)
    {
        var product = Code.Parse<ProductCode>($"goods-{Interlocked.Increment(ref products).ToString(CultureInfo.InvariantCulture)}");
        await services.Host.AtHub(product, cartons);
        return product.Value;
    }

    /// <summary>A published plan of fixed amounts, the first with the rest, that has not left.</summary>
    public static async Task<string> Published(this FourServices services, params (string Recipient, int Cartons)[] amounts)
    {
        var product = await services.Stock(amounts.Sum(amount => amount.Cartons));
        var rule = new
        {
            method = "fixed-with-remainder",
            @fixed = amounts.Skip(1).ToDictionary(amount => amount.Recipient, amount => amount.Cartons),
            remainderTo = amounts[0].Recipient,
        };
        var plan = (string)(await services.Post("/plans", new { product, on = "2020-05-14", rule }))["plan"]!;
        (await services.Host.PostAs("coordinator-second", Role.Coordinator, $"/distribution/plans/{plan}/approval", new { })).Expect(200);
        await services.Post($"/plans/{plan}/publication", new { });
        return plan;
    }

    /// <summary>Parcels on the way, by recipient.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Sent(this FourServices services, params (string Recipient, int Cartons)[] amounts)
    {
        var plan = await services.Published(amounts);
        var sent = await services.Post("/dispatches", new { carrier = "Yamato", at = "2020-05-15T09:00+09:00", expectedOn = "2020-05-18", plans = new[] { plan } });
        return sent["parcels"]!.AsArray().ToDictionary(parcel => (string)parcel!["recipient"]!, parcel => (string)parcel!["number"]!, StringComparer.Ordinal);
    }

    public static async Task<JsonNode> Post(this FourServices services, string path, object body)
    {
        var reply = await services.Host.Post(Role.Coordinator, "/distribution" + path, body);
        return reply.Status is 200 or 201 ? reply.Json! : throw new InvalidOperationException(reply.Text);
    }

    public static async Task<JsonArray> List(this FourServices services, string path) =>
        (await services.Host.Get(Role.Coordinator, "/distribution" + path)).Expect(200).Json!.AsArray();
}
