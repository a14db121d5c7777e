using System.Globalization;
using System.Text;
using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Days;

/// <summary>
/// A gift from its pledge to a hospital, done by its four kinds of people on the pages and nowhere else, each in its own language.
/// </summary>
public sealed class WholeStoryTests(Chromium chromium)
{
    const string Password = "three calm words";
    const string AirWaybill = "020-12345675";
    const int Cartons = 94;

    /// <summary>All times of a story are counted from one instant, so that it may pass midnight.</summary>
    static readonly DateTimeOffset Begun = TimeProvider.System.GetUtcNow();

    public static TheoryData<string, bool> Devices() => new() { { "desk", true }, { "telephone", true }, { "desk", false } };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task A_gift_goes_from_the_pledge_to_a_hospital(string device, bool script)
    {
        await using var story = await Story.Begin(chromium, Device.Named(device), script);

        await Foundation(story);
        await Transport(story);
        await Sharing(story);
        await Association(story);
        await Public(story);

        Assert.Empty(story.Faults());
    }

    static async Task Foundation(Story story)
    {
        var (page, texts) = await story.SignIn("wang", Role.Foundation, "", "zh-Hans");
        Assert.Equal("/foundation", new Uri(page.Url).AbsolutePath);
        await page.GotoAsync("/foundation/donations/new");
        await page.FillAsync("#donor", "公益基金会");
        await page.FillAsync("[name='Lines[0].Pieces']", "没有");
        await page.Press(texts["foundation.register"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        Assert.Equal("公益基金会", await page.InputValueAsync("#donor"));
        await page.FillAsync("[name='Lines[0].Pieces']", "５，６４０");
        await page.Press(texts["foundation.register"]);
        await page.IsAt("/foundation/donations/D-");
        story.Donation = page.Url.Split('/')[^1].Split('?')[0];

        await page.GotoAsync($"/foundation/donations/{story.Donation}/packing-list");
        await Choose(page, "wrong.csv", PackingList(carton => carton == 7 ? "95212340000000010" : Sscc(carton)));
        await page.Press(texts["foundation.check"]);
        await Assertions.Expect(page.Locator("table.faulty tbody tr")).ToHaveCountAsync(1);
        await Choose(page, "装箱单.csv", PackingList(Sscc));
        await page.Press(texts["foundation.check"]);
        await page.Press(texts["foundation.attach", ("cartons", texts.Cartons(Cartons))]);
        await page.Leaves("/packing-list");
        await page.GotoAsync($"/foundation/donations/{story.Donation}");
        await page.Press(texts["foundation.release", ("cartons", texts.Cartons(Cartons))]);
        await Assertions.Expect(page.Locator(".notice.done")).ToBeVisibleAsync();
    }

    static async Task Transport(Story story)
    {
        var (page, texts) = await story.SignIn("sato", Role.Coordinator, "", "ja");
        await Eventually.Holds(async () =>
        {
            await page.GotoAsync("/coordinator/consignments/new");
            return await page.Locator("[name=donations]").CountAsync() > 0;
        }, "the donation can be booked");
        await page.FillAsync("#airWaybill", "０２０－１２３４５６７５");
        await page.CheckAsync("[name=donations]");
        await page.FillAsync("#number-0", "CA929");
        await page.FillAsync("#from-0", "PVG");
        await page.FillAsync("#departs-0", Local(-30));
        await page.FillAsync("#to-0", "NRT");
        await page.FillAsync("#arrives-0", Local(-26));
        await page.ClickAsync("button[value=book]");
        await page.IsAt($"/coordinator/consignments/{AirWaybill}");

        await page.GotoAsync("/coordinator");
        await page.Shows("CA929");
        foreach (var (code, hours) in new[] { ("rcs", -32), ("dep", -30), ("arr", -25) })
        {
            await page.GotoAsync($"/coordinator/consignments/{AirWaybill}");
            await page.FillAsync($".next-step:has(button[value={code}]) [name=at]", Local(hours));
            await page.ClickAsync($".next-step button[value={code}]");
            await page.Shows(texts[$"transport.milestone.{code}"]);
        }

        await page.GotoAsync($"/coordinator/consignments/{AirWaybill}/customs/entry");
        await page.FillAsync("#entry", "11020051201");
        await page.FillAsync("[name=at]", Local(-23));
        await page.ClickAsync("main form button.main");
        await page.GotoAsync($"/coordinator/consignments/{AirWaybill}/customs/release");
        await page.FillAsync("#permit", "11020051201-P");
        await page.FillAsync("[name=at]", Local(-22));
        await page.ClickAsync("main form button.main");

        await page.GotoAsync($"/coordinator/consignments/{AirWaybill}");
        await page.Press(texts["transport.open-count"]);
        await page.IsAt("/counts/1");
        await page.CheckAsync("[name=condition][value=good]");
        // As a hand scanner types it: the symbol's identifier, the code, and Enter.
        await page.FillAsync("#code", $"]C100{Sscc(1)}");
        await page.PressAsync("#code", "Enter");
        await page.Shows(Sscc(1)[^6..]);
        await page.GotoAsync($"/coordinator/consignments/{AirWaybill}/counts/1");
        await page.Locator("details:has(#from) > summary, #from").First.ClickAsync();
        await page.FillAsync("#from", "C0001");
        await page.FillAsync("#to", "C0094");
        await page.ClickAsync("button[value=range]");
        await page.GotoAsync($"/coordinator/consignments/{AirWaybill}/counts/1/confirmation");
        await page.ClickAsync("button[name=final][value=true]");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        var (second, _) = await story.SignIn("suzuki", Role.Coordinator, "", "ja");
        await second.GotoAsync($"/coordinator/consignments/{AirWaybill}/counts/1/confirmation");
        await second.ClickAsync("button[name=final][value=true]");
        await second.Leaves("/confirmation$");

        await page.GotoAsync($"/coordinator/consignments/{AirWaybill}/delivery");
        await page.FillAsync("#hub", "東京");
        await page.FillAsync("[name=at]", Local(-20));
        await page.ClickAsync("main form button.main");
        await page.Leaves("/delivery$");
    }

    static async Task Sharing(Story story)
    {
        var (page, texts) = await story.SignIn("sato", Role.Coordinator, "", "ja");
        await Eventually.Holds(async () =>
        {
            await page.GotoAsync("/coordinator/allocations/new");
            return await page.Locator("button[name=use][value=a]").CountAsync() > 0;
        }, "the goods are at the hub");
        await page.ClickAsync("button[name=use][value=a]");
        await page.IsAt("/coordinator/allocations/A-");
        var plan = new Uri(page.Url).AbsolutePath;
        await page.Press(texts["sharing.approve"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        var (second, _) = await story.SignIn("suzuki", Role.Coordinator, "", "ja");
        await second.GotoAsync(plan);
        await second.Press(texts["sharing.approve"]);
        await second.Press(texts["sharing.publish"]);

        await page.GotoAsync("/coordinator/dispatch");
        await page.FillAsync("#carrier", "ヤマト運輸");
        await page.FillAsync("#at", Local(-10));
        await page.FillAsync("#expectedOn", Local(0)[..10]);
        await page.Press(texts["sharing.dispatch-all"]);
        await page.IsAt("/coordinator/dispatch/sent");
        await page.GotoAsync("/coordinator/receipts");
        await page.Shows("東京");
    }

    static async Task Association(Story story)
    {
        var (page, texts) = await story.SignIn("tokyo", Role.Association, "13", "ja");
        await page.GotoAsync("/association");
        await page.Locator("a[href$='/receipt']").First.ClickAsync();
        await page.Locator("details.step summary.main").ClickAsync();
        await page.Locator("details.step[open] button.main").ClickAsync();
        await page.Shows(texts["association.done.number"]);

        await page.GotoAsync("/association/hand-overs/new");
        await page.FillAsync("#name", "都立病院");
        await page.FillAsync("#code", "1312345670");
        await page.CheckAsync("[name=Member][value=no]");
        await page.FillAsync("#goods-0", "60");
        await page.ClickAsync("main form button.main.big");
        await page.Leaves("/new$");
        await page.Shows("都立病院");

        // What belongs to another association is missing.
        var other = await page.GotoAsync("/association/parcels/P-27-2020-0001/receipt");
        Assert.Equal(404, other!.Status);
        story.Forget("404");
    }

    static async Task Public(Story story)
    {
        await using var context = await story.Chromium.Open(story.Device.Options(story.Address, "en"));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.FillAsync("#code", Sscc(1));
        await page.PressAsync("#code", "Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(Sscc(1)[^6..]);
        await page.GotoAsync($"/donations/{story.Donation}");
        await page.Shows("5,640");
        Assert.DoesNotContain("都立病院", await page.ContentAsync(), StringComparison.Ordinal);
    }

    static Task Choose(IPage page, string name, byte[] content) =>
        page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });

    /// <summary>So many hours from <see cref="Begun"/>, by the clock of Japan, as a field of a form writes it.</summary>
    static string Local(int hours) => Begun.AddHours(9 + hours).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    static string Sscc(int carton)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"39521234{carton:000000000}");
        return digits + Contracts.Syntax.Code.CheckDigit(digits).ToString(CultureInfo.InvariantCulture);
    }

    static byte[] PackingList(Func<int, string> sscc) => Encoding.UTF8.GetBytes(
        "箱号,SSCC,产品,批号,有效期,数量\r\n" + string.Concat(Enumerable.Range(1, Cartons).Select(carton => $"C{carton:0000},{sscc(carton)},口罩,M1,2099-12-31,60\r\n")));

    /// <summary>The system, and a browser profile for each person that took part.</summary>
    sealed class Story : IAsyncDisposable
    {
        readonly Dictionary<string, (IBrowserContext Context, Watched Watched)> people = new(StringComparer.Ordinal);
        readonly List<string> faults = [];
        readonly RunningHost host;
        readonly bool script;

        Story(RunningHost host, Chromium chromium, Device device, bool script) => (this.host, Chromium, Device, this.script) = (host, chromium, device, script);

        public Chromium Chromium { get; }

        public Device Device { get; }

        public string Address => host.Address;

        public string Donation { get; set; } = "";

        public static async Task<Story> Begin(Chromium chromium, Device device, bool script) =>
            new(await RunningHost.Start(AllServices.Define()), chromium, device, script);

        public async Task<(IPage Page, Texts Texts)> SignIn(string name, Role role, string organisation, string language)
        {
            var texts = new Texts(language);
            if (people.TryGetValue(name, out var known))
                return (known.Watched.Page, texts);
            new GivenUser(name, $"{name}@test.example", name, role, organisation, language).Make(host.Services, Password);
            var context = await Chromium.Open(Device.Options(Address, language, script: script));
            var watched = await Watched.Open(context, Address);
            people[name] = (context, watched);
            await watched.Page.GotoAsync("/account/sign-in");
            await watched.Page.FillAsync("#email", $"{name}@test.example");
            await watched.Page.FillAsync("#password", Password);
            await watched.Page.ClickAsync("form:has(#password) button");
            return (watched.Page, texts);
        }

        /// <summary>What pages did that they should not; a form that is shown again with its faults is an answer like others.</summary>
        public List<string> Faults()
        {
            Forget("422", "409", "400");
            return faults;
        }

        public void Forget(params string[] statuses) => faults.AddRange(people.Values
            .SelectMany(person => person.Watched.TakeFaults())
            .Where(fault => !Array.Exists(statuses, status => fault.Contains($"status of {status}", StringComparison.Ordinal))
                && !fault.Contains("status of 422", StringComparison.Ordinal) && !fault.Contains("status of 409", StringComparison.Ordinal)));

        public async ValueTask DisposeAsync()
        {
            foreach (var (context, _) in people.Values)
                await context.DisposeAsync();
            await host.DisposeAsync();
        }
    }
}
