using System.Data.Common;
using System.Text.Json.Nodes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Testing;
using Microsoft.AspNetCore.Http;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class TrackCodeTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Theory]
    [InlineData("D-2020-0001", "donation", "D-2020-0001")]
    [InlineData("ｄ－２０２０－０００１", "donation", "D-2020-0001")]
    [InlineData("020-12345675", "consignment", "020-12345675")]
    [InlineData("02012345675", "consignment", "020-12345675")]
    [InlineData("020-1234%205675", "consignment", "020-12345675")]
    [InlineData("０２０ー１２３４５６７５", "consignment", "020-12345675")]
    [InlineData("395212340000000014", "carton", "395212340000000014")]
    [InlineData("(00)395212340000000014", "carton", "395212340000000014")]
    [InlineData("00395212340000000014", "carton", "395212340000000014")]
    [InlineData("3%209521234%20000000001%204", "carton", "395212340000000014")]
    [InlineData("https://id.gs1.org/00/395212340000000014", "carton", "395212340000000014")]
    [InlineData("D-2020-0001/C0002", "carton", "D-2020-0001/C0002")]
    [InlineData("D-2020-0001%2FC0002", "carton", "D-2020-0001/C0002")]
    [InlineData("D-2020-0001/C0001", "carton", "395212340000000014")]
    [InlineData("C0002", "carton", "D-2020-0001/C0002")]
    [InlineData("Ｃ０００２", "carton", "D-2020-0001/C0002")]
    [InlineData("P-13-2020-0001", "parcel", "P-13-2020-0001")]
    [InlineData("p-13-2020-0001", "parcel", "P-13-2020-0001")]
    public async Task A_thing_is_found_by_any_of_its_codes_in_any_spelling(string spelling, string kind, string code)
    {
        var tracking = await story.Track(spelling);

        Assert.Equal((kind, code, true), ((string?)tracking["kind"], (string?)tracking["code"], (bool)tracking["settled"]!));
    }

    [Fact]
    public async Task A_code_that_two_senders_wrote_is_answered_with_both()
    {
        var tracking = await story.Track("C0001");

        Assert.Equal(["395212340000000014", "D-2020-0002/C0001"], tracking["matches"]!.AsArray().Select(match => (string?)match!["code"]));
        Assert.Equal(["D-2020-0001", "D-2020-0002"], tracking["matches"]!.AsArray().Select(match => (string?)match!["donation"]));
    }

    [Theory]
    [InlineData("395212340000000015", "sscc-check-digit", 4)]
    [InlineData("020-12345674", "air-waybill-check-digit", 5)]
    public async Task A_wrong_check_digit_is_refused_with_the_one_expected(string code, string refusal, int expected)
    {
        var answer = (await story.Host.Get(Role.Auditor, "/tracking/track/" + code)).Expect(400);

        Assert.Equal((refusal, expected), (answer.Code, (int)answer["expected"]!));
    }

    [Theory]
    [InlineData("D-2020-0009")]
    [InlineData("P-13-2020-0009")]
    [InlineData("176-12345675")]
    [InlineData("395212340000000021")]
    [InlineData("x")]
    [InlineData("%20")]
    [InlineData("")]
    [InlineData("%01%1b")]
    [InlineData("%ff%fe")]
    [InlineData("'%20or%201=1--")]
    [InlineData("D-2020-0001/%25")]
    public async Task What_nobody_knows_is_not_found(string code) =>
        Assert.Equal("not-found", (await story.Host.Get(Role.Auditor, "/tracking/track/" + code)).Expect(404).Code);

    [Fact]
    public async Task A_path_with_a_zero_character_is_refused_at_the_door() => (await story.Host.Get(Role.Auditor, "/tracking/track/%00")).Expect(400);

    [Fact]
    public async Task A_code_of_thousands_of_characters_is_not_found() =>
        (await story.Host.Get(Role.Auditor, "/tracking/track/" + new string('9', 7_000))).Expect(404);

    [Theory]
    [InlineData("D-2020-0001/C0005", "reserved")]
    [InlineData("D-2020-0001/C0007", "hub")]
    [InlineData("D-2020-0001/C0009", "hub")]
    [InlineData("D-2020-0001/C0010", "hub")]
    [InlineData("D-2020-0001/G0002", "destroyed")]
    [InlineData("D-2020-0002/C0001", "packed")]
    public async Task A_carton_is_where_its_pieces_are(string code, string account)
    {
        var line = Assert.Single((await story.Track(code))["balance"]!.AsArray())!;

        var (name, pieces) = Assert.Single(line["accounts"]!.AsObject());
        Assert.Equal((account, (long)line["pieces"]!), (name, (long)pieces!));
    }

    [Fact]
    public async Task A_carton_that_was_dispatched_shows_the_line_of_its_parcel()
    {
        var line = Assert.Single((await story.Track(PartlyHandedOver.FirstSscc))["balance"]!.AsArray())!;

        Assert.Equal("P-13-2020-0001", (string?)line["parcel"]);
        Assert.Equal("""{"association":190,"missing":20,"damaged":30}""", line["accounts"]!.ToJsonString());
    }

    [Fact]
    public async Task A_carton_has_the_whole_way_from_packing_to_the_receipt_on_its_timeline()
    {
        var tracking = await story.Track(PartlyHandedOver.FirstSscc);

        Assert.Equal(
            [
                "cartons-booked", "cartons-counted", "cartons-delivered", "cartons-packed", "cartons-reserved", "discrepancy-resolved", "milestone-recorded",
                "milestone-recorded", "parcel-dispatched", "receipt-confirmed", "receipt-confirmed", "receipt-reversed",
            ],
            Items(tracking).Select(item => (string?)item["type"]).Order(StringComparer.Ordinal));
        Assert.Equal(["donation", "consignment", "parcel"], tracking["links"]!.AsArray().Select(link => (string?)link!["kind"]));
        Assert.Equal("GRN-2020-0001", (string?)Items(tracking).Single(item => (string?)item["type"] == "cartons-counted")["document"]);
    }

    [Fact]
    public async Task What_the_last_count_never_saw_was_missing_by_it()
    {
        var types = Items(await story.Track("D-2020-0001/C0010")).Select(item => (string?)item["type"]).ToList();

        Assert.Contains("count-confirmed", types);
        Assert.DoesNotContain("cartons-counted", types);
    }

    [Fact]
    public async Task Of_a_carton_counted_twice_before_confirmation_the_later_count_holds()
    {
        var counted = Items(await story.Track("D-2020-0001/C0008")).Where(item => (string?)item["type"] == "cartons-counted");

        Assert.Equal(("good", "GRN-2020-0002"), Assert.Single(counted) is var item ? ((string?)item["facts"]!["condition"], (string?)item["document"]) : default);
    }

    [Fact]
    public async Task Instants_keep_the_offset_of_the_place_and_stand_in_the_order_in_which_they_happened()
    {
        var items = Items(await story.Track("020-12345675"));

        Assert.Equal(["2020-05-11T23:40:00+08:00", "2020-05-12T02:35:00+09:00"], items.Take(2).Select(item => (string?)item["at"]));
        var instants = items.Select(item => (DateTimeOffset)item["at"]!).ToList();
        Assert.Equal(instants.Order(), instants);
    }

    [Fact]
    public async Task A_donation_shows_how_its_pieces_spread_and_not_who_got_which()
    {
        var tracking = await story.Track("D-2020-0001");

        Assert.DoesNotContain("P-13", tracking.ToJsonString());
        var handedOver = Items(tracking).Where(item => (string?)item["type"] == "handed-over").ToList();
        Assert.Equal([true, false], handedOver.Select(item => (bool)item["facts"]!["member"]!));
        var received = Items(tracking).Single(item => (string?)item["type"] == "receipt-confirmed");
        Assert.Equal((2, 360), ((int)received["facts"]!["count"]!, (long)received["pieces"]!));
    }

    [Theory]
    [InlineData(Role.Association, "13", 200)]
    [InlineData(Role.Association, "27", 404)]
    [InlineData(Role.Coordinator, "ngmo", 200)]
    [InlineData(Role.Foundation, "foundation", 200)]
    [InlineData(Role.Auditor, "audit", 200)]
    [InlineData(Role.Admin, "admin", 200)]
    [InlineData(null, "", 404)]
    public async Task A_parcel_is_there_only_for_who_may_see_it(Role? role, string organisation, int status) =>
        Assert.Equal(status, (await Ask(role, organisation, "P-13-2020-0001")).Status);

    [Theory]
    [InlineData(Role.Association, "27")]
    [InlineData(null, "")]
    public async Task To_whom_a_carton_goes_is_told_to_nobody_else(Role? role, string organisation)
    {
        var tracking = (await Ask(role, organisation, PartlyHandedOver.FirstSscc)).Expect(200);

        Assert.DoesNotContain("P-13", tracking.Text);
        Assert.DoesNotContain("R-2020", tracking.Text);
        Assert.Equal(("confirmed", 0, true), ((string?)tracking["facts"]!["state"], tracking["balance"]!.AsArray().Count, (bool)tracking["settled"]!));
        Assert.Equal(["sent", "confirmed"], Items(tracking.Json!).Select(item => (string?)item["type"]).Where(type => type is "sent" or "confirmed"));
        Assert.Equal(
            [(0, true, true), (0, true, true)],
            Items(tracking.Json!).Where(item => (string?)item["type"] is "sent" or "confirmed")
                .Select(item => (item["facts"]!.AsObject().Count, item["pieces"] is null, item["document"] is null)));
    }

    [Fact]
    public async Task An_association_sees_all_of_a_carton_that_is_its_own() => Assert.Equal(
        "P-13-2020-0001",
        (string?)(await Ask(Role.Association, "13", PartlyHandedOver.FirstSscc)).Expect(200)["balance"]!.AsArray().Single()!["parcel"]);

    [Theory]
    [InlineData("D-2020-0001")]
    [InlineData("020-12345675")]
    [InlineData("D-2020-0001/C0002")]
    [InlineData("P-13-2020-0001")]
    public async Task Nothing_personal_is_public(string code)
    {
        var text = (await story.Track(code)).ToJsonString();

        Assert.DoesNotContain("Secret", text);
        Assert.DoesNotContain("13123456", text);
        Assert.DoesNotContain("actor", text);
    }

    [Fact]
    public async Task Anybody_may_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tracking/track/D-2020-0001");
        using var response = await story.Host.Send(request);

        Assert.Equal(200, (int)response.StatusCode);
    }

    async Task<HttpReply> Ask(Role? role, string organisation, string code)
    {
        if (role is { } known)
            return await story.Host.Get(known, "/tracking/track/" + code, organisation: organisation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tracking/track/" + code);
        using var response = await story.Host.Send(request);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new HttpReply((int)response.StatusCode, JsonNode.Parse(text), text, null);
    }

    static List<JsonNode> Items(JsonNode tracking) => [.. tracking["timeline"]!.AsArray().Select(item => item!)];

    /// <summary>One host for all questions: nothing here writes.</summary>
    public sealed class Story : IAsyncLifetime
    {
        readonly List<DbConnection> opened = [];

        public RunningHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await PartlyHandedOver.Start(TrackingSlices.Define());

        public async Task<JsonNode> Track(string code) => (await Host.Get(Role.Auditor, "/tracking/track/" + code)).Expect(200).Json!;

        /// <summary>The tables as somebody may ask them.</summary>
        public Query As(Role? role, string organisation = "test")
        {
            var connection = Host.Log("tracking").Database.Open();
            opened.Add(connection);
            return new Query(
                connection,
                Host.Log("tracking").Database.Dialect,
                role is { } known ? new Caller("somebody", known, organisation) : null,
                new DefaultHttpContext().Request);
        }

        public async ValueTask DisposeAsync()
        {
            opened.ForEach(connection => connection.Dispose());
            await Host.DisposeAsync();
        }
    }
}
