using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Logistics.Portal.Tests.Pages.Association.Outbox;

public sealed class DeliverOutboxTests(Dock dock) : IClassFixture<Dock>
{
    const string Confirmed = "2020-05-17T09:30:00+09:00";

    [Fact]
    public async Task What_a_device_kept_is_one_receipt_however_often_it_is_sent()
    {
        var parcel = await dock.Parcel();
        var kept = AllGood(parcel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Dock.Deliver(dock.Tokyo, kept)));

        var receipt = Assert.Single(await dock.Receipts(parcel))!;
        Assert.All(answers, answer => Assert.Equal((200, (string?)receipt["number"]), (answer.Status, (string?)answer.Json?["receipt"])));
        // When somebody confirmed, and not when it was sent.
        Assert.Equal(Confirmed, (string?)receipt["receivedAt"]);
    }

    [Fact]
    public async Task Differences_and_pictures_are_sent_too()
    {
        var parcel = await dock.Parcel();
        var photo = (string?)(await Dock.Deliver(dock.Tokyo, parcel, Dock.Png)).Json?["photo"];
        Assert.Equal(photo, (string?)(await Dock.Deliver(dock.Tokyo, parcel, Dock.Png)).Json?["photo"]);

        var answer = await Dock.Deliver(dock.Tokyo, Kept(parcel, new { line = 1, good = 180, damaged = 60, missing = 0, unfit = 0, reason = "箱がつぶれていた", photos = new[] { photo } }));

        Assert.Equal((200, 50), (answer.Status, (int)answer.Json!["outstanding"]!));
        var line = Assert.Single(Assert.Single(await dock.Receipts(parcel))!["lines"]!.AsArray())!;
        Assert.Equal((180, 60, photo), ((int)line["good"]!, (int)line["damaged"]!, (string?)line["photos"]![0]));
    }

    [Fact]
    public async Task What_came_between_is_a_refusal_that_can_be_read()
    {
        var parcel = await dock.Parcel();
        using (await (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "AllGood")).Send())
        {
        }

        var answer = await Dock.Deliver(dock.Tokyo, AllGood(parcel));

        Assert.Equal((409, "parcel-changed-since"), (answer.Status, (string?)answer.Json?["code"]));
        Assert.Contains("今回の入力は登録していません", (string?)answer.Json?["detail"], StringComparison.Ordinal);
        Assert.Single(await dock.Receipts(parcel));
    }

    [Theory]
    [InlineData("2020-05-01T09:00:00+09:00", "received-before-dispatch")]
    [InlineData("2099-05-01T09:00:00+09:00", "instant-in-future")]
    [InlineData("tomorrow", "instant-format")]
    public async Task A_clock_that_is_wrong_is_a_refusal_that_can_be_read(string receivedAt, string code)
    {
        var parcel = await dock.Parcel();

        var answer = await Dock.Deliver(dock.Tokyo, new { key = Guid.NewGuid().ToString(), account = dock.TokyoAccount, parcel, receivedAt, seen = 0, allGood = true, lines = Array.Empty<object>() });

        Assert.Equal(code, (string?)answer.Json?["code"]);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEqual("", (string?)answer.Json?["detail"]);
        Assert.Empty(await dock.Receipts(parcel));
    }

    [Fact]
    public async Task What_another_account_confirmed_is_left_alone()
    {
        var parcel = await dock.Parcel();

        var answer = await Dock.Deliver(dock.Osaka, AllGood(parcel));

        Assert.Equal((409, "other-account"), (answer.Status, (string?)answer.Json?["code"]));
        Assert.Empty(await dock.Receipts(parcel));
    }

    [Fact]
    public async Task What_is_anothers_and_what_is_not_there_are_the_same_answer()
    {
        var osakas = await dock.Parcel("27");

        var answers = new[] { await Dock.Deliver(dock.Tokyo, AllGood(osakas)), await Dock.Deliver(dock.Tokyo, AllGood("P-13-2020-9999")) };
        var pictures = new[] { await Dock.Deliver(dock.Tokyo, osakas, Dock.Png), await Dock.Deliver(dock.Tokyo, "P-13-2020-9999", Dock.Png) };

        Assert.Single(answers.Concat(pictures).Select(answer => (answer.Status, answer.Json?.ToJsonString())).Distinct());
        Assert.Equal(404, answers[0].Status);
        Assert.Empty(await dock.Receipts(osakas));
    }

    [Fact]
    public async Task A_picture_is_known_by_its_content()
    {
        var parcel = await dock.Parcel();
        byte[][] hostile =
        [
            Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
            Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
            [.. Dock.Png, .. new byte[11 * 1024 * 1024]],
            [],
        ];

        foreach (var content in hostile)
        {
            var answer = await Dock.Deliver(dock.Tokyo, parcel, content);
            Assert.Equal(422, answer.Status);
            Assert.Contains("写真", (string?)answer.Json?["detail"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"key":"1","account":"tokyo-1","parcel":"P-13-2020-0001","receivedAt":"2020-05-17T09:30:00+09:00","seen":0,"allGood":true,"lines":[{"line":1,"good":1,"damaged":0,"missing":0,"unfit":0}]}""")]
    [InlineData("""{"key":"1","account":"tokyo-1","parcel":"P-13-2020-0001","receivedAt":"2020-05-17T09:30:00+09:00","seen":0,"allGood":false,"lines":[]}""")]
    public async Task What_cannot_be_read_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/association/outbox") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", (string)(await Session(dock.Tokyo))!["token"]!);
        using var answer = await dock.Tokyo.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_send()
    {
        var parcel = await dock.Parcel();
        var token = (string)(await Session(dock.Tokyo))!["token"]!;

        Assert.Equal(HttpStatusCode.BadRequest, await Send(dock.Tokyo, null, null));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(dock.Tokyo, token, "cross-site"));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(dock.Osaka, token, null));
        Assert.Equal(HttpStatusCode.OK, await Send(dock.Tokyo, token, "same-origin"));

        async Task<HttpStatusCode> Send(Testing.SignedIn who, string? header, string? site)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/association/outbox") { Content = JsonContent.Create(AllGood(parcel)) };
            if (header is not null)
                request.Headers.Add("RequestVerificationToken", header);
            if (site is not null)
                request.Headers.Add("Sec-Fetch-Site", site);
            using var answer = await who.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Whoever_is_signed_out_is_told_so_and_others_find_nothing()
    {
        using var nobody = Testing.SignedIn.Nobody(dock.Host.Address);
        var path = new Uri("/association/outbox", UriKind.Relative);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Http.PostAsync(path, null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dock.Coordinator.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dock.Coordinator.Http.PostAsync(path, null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_app_can_be_installed()
    {
        using var manifest = await dock.Tokyo.Http.GetAsync(new Uri("/association/app.webmanifest", UriKind.Relative), TestContext.Current.CancellationToken);
        using var worker = await dock.Tokyo.Http.GetAsync(new Uri("/association/worker.js", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/manifest+json", manifest.Content.Headers.ContentType?.MediaType);
        var app = (await manifest.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>(TestContext.Current.CancellationToken))!;
        Assert.Equal(("/association", "受領確認"), ((string?)app["start_url"], (string?)app["short_name"]));
        foreach (var icon in app["icons"]!.AsArray())
            Assert.Equal(HttpStatusCode.OK, (await dock.Tokyo.Http.GetAsync(new Uri((string)icon!["src"]!, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(("text/javascript", "/association"), (worker.Content.Headers.ContentType?.MediaType, worker.Headers.GetValues("Service-Worker-Allowed").Single()));
        Assert.Matches("from \"/assets/[0-9a-f]{12}/outbox.js\"", await worker.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    object AllGood(string parcel) => new { key = "kept-" + parcel, account = dock.TokyoAccount, parcel, receivedAt = Confirmed, seen = 0, allGood = true, lines = Array.Empty<object>() };

    object Kept(string parcel, params object[] lines) => new { key = "kept-" + parcel, account = dock.TokyoAccount, parcel, receivedAt = Confirmed, seen = 0, allGood = false, lines };

    static Task<System.Text.Json.Nodes.JsonNode?> Session(Testing.SignedIn who) => who.Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>(new Uri("/association/outbox", UriKind.Relative));
}
