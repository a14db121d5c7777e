using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution;
using Logistics.Hosting.Access;
using Logistics.Intake;
using Logistics.Portal.Users.Records;
using Logistics.Shipment;
using Logistics.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

using Account = Logistics.Contracts.Codes.LedgerAccount;

namespace Logistics.Portal.Tests.Pages.Association;

/// <summary>The whole system; the secretaries of Tokyo and Osaka are signed in, and parcels come as a test needs them.</summary>
public sealed partial class Dock : IAsyncLifetime
{
    const string Password = "correct horse battery";

    public static readonly DateTimeOffset Dispatched = new(2020, 5, 14, 10, 0, 0, TimeSpan.FromHours(9));
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    readonly GivenUser tokyo = new("tokyo-1", "tokyo@example.jp", "東京の事務局", Role.Association, "13", "ja");
    readonly GivenUser osaka = new("osaka-1", "osaka@example.jp", "大阪の事務局", Role.Association, "27", "ja");
    readonly GivenUser coordinator = new("coordinator-1", "coordinator@example.jp", "NGMO", Role.Coordinator, "", "ja");
    RunningHost? host;
    int parcels;

    public RunningHost Host => host!;

    public SignedIn Tokyo { get; private set; } = null!;

    public SignedIn Osaka { get; private set; } = null!;

    public SignedIn Coordinator { get; private set; } = null!;

    public string TokyoAccount => tokyo.Id;

    public async ValueTask InitializeAsync()
    {
        var portal = PortalSlices.Define().Extend((builder, _) => builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000), _ => { });
        host = await RunningHost.Start(portal, IntakeSlices.Define(), ShipmentSlices.Define(), DistributionSlices.Define());
        (Tokyo, Osaka, Coordinator) = (await SignIn(tokyo), await SignIn(osaka), await SignIn(coordinator));
    }

    public async ValueTask DisposeAsync()
    {
        Tokyo.Dispose();
        Osaka.Dispose();
        Coordinator.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>240 masks in 4 cartons and 50 garments in 1, on their way since 14 May 2020.</summary>
    public async Task<string> Parcel(string recipient = "13")
    {
        var to = Code.Parse<RecipientCode>(recipient);
        var number = ParcelNumber.From(to, 2020, Interlocked.Increment(ref parcels));
        var gift = DonationNumber.From(2020, 1);
        var masks = new Goods(gift, 1, Code.Parse<ProductCode>("mask"), null, Code.Parse<LotNumber>("M1"), Code.Parse<Expiry>("2099-04"), 240);
        var garments = new Goods(gift, 2, Code.Parse<ProductCode>("garment"), "L", Code.Parse<LotNumber>("G1"), null, 50);
        await Host.Append("distribution", $"parcel/{number}", new ParcelDispatched(
            number, to, [], "Yamato", "1234", Dispatched, new DateOnly(2020, 5, 16), 5,
            [new ParcelLine(1, 4, masks), new ParcelLine(2, 1, garments)],
            [new Movement(LedgerAccount.Reserved(to), LedgerAccount.InDelivery(to), masks), new Movement(LedgerAccount.Reserved(to), LedgerAccount.InDelivery(to), garments)]));
        return number.Value;
    }

    public static string ReceiptPage(string parcel) => $"/association/parcels/{parcel}/receipt";

    public async Task<JsonArray> Receipts(string parcel) =>
        (await Host.Get(Role.Coordinator, $"/distribution/receipts?parcel={parcel}")).Expect(200).Json!.AsArray();

    public static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>A page that is open in a tab: its form is sent as it was when the page was made.</summary>
    public static async Task<Tab> Open(SignedIn who, string page, string handler)
    {
        var shown = await who.Http.GetStringAsync(new Uri(page, UriKind.Relative));
        var form = Form().Matches(shown).Select(match => match.Value).Single(form => form.Contains($"handler={handler}", StringComparison.Ordinal));
        var fields = Input().Matches(form).Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value))).ToList();
        return new Tab(who, $"{page}?handler={handler}", fields);
    }

    public sealed record Tab(SignedIn Who, string Address, List<KeyValuePair<string, string>> Fields)
    {
        public Tab Type(string name, string value) => this with { Fields = [.. Fields.Where(field => field.Key != name), KeyValuePair.Create(name, value)] };

        public async Task<HttpResponseMessage> Send(params (string Field, string Name, byte[] Content)[] files)
        {
            using var form = new MultipartFormDataContent();
            foreach (var (name, value) in Fields)
                form.Add(new StringContent(value), name);
            foreach (var (field, name, content) in files)
                form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, field, name);
            return await Who.Http.PostAsync(new Uri(Address, UriKind.Relative), form);
        }
    }

    /// <summary>Sends what a device kept, as the outbox does.</summary>
    public static async Task<(int Status, JsonNode? Json)> Deliver(SignedIn who, object kept) => await Post(who, "/association/outbox", JsonContent.Create(kept));

    public static async Task<(int Status, JsonNode? Json)> Deliver(SignedIn who, string parcel, byte[] picture) =>
        await Post(who, $"/association/outbox/photos?parcel={parcel}", new ByteArrayContent(picture));

    static async Task<(int Status, JsonNode? Json)> Post(SignedIn who, string path, HttpContent content)
    {
        var session = await who.Http.GetFromJsonAsync<JsonNode>(new Uri("/association/outbox", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("RequestVerificationToken", (string)session!["token"]!);
        request.Headers.AcceptLanguage.ParseAdd("ja");
        using var answer = await who.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    async Task<SignedIn> SignIn(GivenUser account)
    {
        account.Make(Host.Services, Password);
        var person = await SignedIn.As(account.Email, Password, Host.Address);
        person.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        return person;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Form();

    [GeneratedRegex("""<input (?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")(?![^>]*type="(?:file|radio)")[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Input();
}
