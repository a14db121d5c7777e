using System.Text;
using System.Text.Json.Nodes;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Hosting.Tests;

/// <summary>What the edge makes of bodies, keys and callers. One host serves all.</summary>
public sealed class RequestTests(RequestTests.OneHost one) : IClassFixture<RequestTests.OneHost>
{
    readonly RunningHost host = one.Host;

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("7", "$")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[]} {}""", "$")]
    [InlineData("{}", "donor, pledgedOn, lines")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"pieces":1},{}]}""", "lines[0].product")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":1},{}]}""", "lines[1].product, lines[1].pieces")]
    [InlineData("""{"donor":null,"pledgedOn":"2020-05-08","lines":[]}""", "donor")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":null}""", "lines")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[null]}""", "lines")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":null,"pieces":1}]}""", "lines[0].product")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":{}}""", "lines")]
    [InlineData("""{"donor":7,"pledgedOn":"2020-05-08","lines":[]}""", "donor")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[],"required":1}""", "required")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":1,"colour":"blue"}]}""", "lines[0].colour")]
    [InlineData("""{"donor":"D","donor":"E","pledgedOn":"2020-05-08","lines":[]}""", "donor")]
    [InlineData("""{"donor":"D","Donor":"E","pledgedOn":"2020-05-08","lines":[]}""", "Donor")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-13-08","lines":[]}""", "pledgedOn")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":9223372036854775808}]}""", "lines[0].pieces")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":1.5}]}""", "lines[0].pieces")]
    [InlineData("""{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":"1"}]}""", "lines[0].pieces")]
    [InlineData("""{"donor":"D\u0000","pledgedOn":"2020-05-08","lines":[]}""", "donor")]
    [InlineData("""{"donor":"\ud800","pledgedOn":"2020-05-08","lines":[]}""", "donor")]
    public async Task A_body_that_cannot_be_read_names_the_field(string body, string field)
    {
        var refused = (await Requests.Send(host, body)).Expect(400);

        Assert.Equal(("json-invalid", field), (refused.Code, (string?)refused["field"]));
        Assert.DoesNotContain("Logistics", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_and_bytes_that_are_no_text_are_refused()
    {
        (await Requests.Send(host, string.Concat(Enumerable.Repeat("[", 100_000)))).Expect(400);
        var deep = Requests.Good.Replace("\"Donor\"", new string('[', 50) + new string(']', 50), StringComparison.Ordinal);
        (await Requests.Send(host, deep)).Expect(400);
        (await Requests.Send(host, [.. """{"donor":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', .. ""","pledgedOn":"2020-05-08","lines":[]}"""u8])).Expect(400);
        (await Requests.Send(host, [0xFF, 0xFE, 0x00, 0x00])).Expect(400);
    }

    [Fact]
    public async Task A_wrong_code_tells_what_was_expected_and_where_it_stands()
    {
        var refused = (await Requests.Send(host, Requests.Good.Replace("\"pieces\":10", "\"pieces\":10,\"gtin\":\"4901234567895\"", StringComparison.Ordinal))).Expect(400);

        Assert.Equal(("gtin-check-digit", 4, "lines[0].gtin"), (refused.Code, (int?)refused["expected"], (string?)refused["field"]));
    }

    [Fact]
    public async Task What_Japanese_and_Chinese_keyboards_give_is_understood()
    {
        var number = (string?)(await Requests.Send(host, """{"donor":"　ＡＢＣ　","pledgedOn":"2020-05-08","lines":[{"product":"ｍａｓｋ","pieces":10,"gtin":"４９０１２３４５６７８９４"}]}""")).Expect(201)["number"];

        var donation = (await host.Get(Role.Foundation, $"{Requests.Path}/{number}")).Expect(200);
        Assert.Equal("ABC", (string?)donation["donor"]);
        Assert.Equal("mask", (string?)donation["lines"]![0]!["product"]);
    }

    [Fact]
    public async Task Nobody_enters_without_a_token_of_ours()
    {
        foreach (var token in new[] { null, "", "x", "a.b.c" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Requests.Good));
            Assert.Equal("token-required", (await Requests.Send(host, content, token, "key")).Expect(401).Code);
        }
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_not_there()
    {
        foreach (var role in new[] { Role.Coordinator, Role.Association, Role.Auditor, Role.Admin })
            Assert.Equal("not-found", (await host.Post(role, Requests.Path, JsonNode.Parse(Requests.Good)!)).Expect(404).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_command_needs_a_key_of_at_most_100_characters(string? key)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Requests.Good));

        Assert.Equal("idempotency-key-required", (await Requests.Send(host, content, host.Token(Role.Foundation), key)).Expect(400).Code);
    }

    [Fact]
    public async Task The_key_of_another_caller_is_another_key()
    {
        var body = JsonNode.Parse(Requests.Good)!;

        var first = (await host.PostAs("first", Role.Foundation, Requests.Path, body, "shared")).Expect(201);
        var second = (await host.PostAs("second", Role.Foundation, Requests.Path, body, "shared")).Expect(201);

        Assert.NotEqual(first.Text, second.Text);
    }

    [Fact]
    public async Task A_key_is_bound_to_its_request()
    {
        (await host.Post(Role.Foundation, Requests.Path, JsonNode.Parse(Requests.Good)!, "bound")).Expect(201);

        foreach (var other in new[] { "?x=1", "/D-2020-0001/release" })
            Assert.Equal("idempotency-key-reused", (await host.Post(Role.Foundation, Requests.Path + other, JsonNode.Parse(other[0] == '?' ? Requests.Good : "{}")!, "bound")).Expect(409).Code);
    }

    [Fact]
    public async Task A_refused_command_leaves_its_key_free()
    {
        (await host.Post(Role.Foundation, Requests.Path, JsonNode.Parse(Requests.Good.Replace("10", "0", StringComparison.Ordinal))!, "free")).Expect(422);
        (await host.Post(Role.Foundation, Requests.Path, JsonNode.Parse(Requests.Good)!, "free")).Expect(201);
    }

    [Fact]
    public async Task A_hundred_at_once_with_one_key_are_one_command()
    {
        await using var fresh = await Requests.Host();
        var body = JsonNode.Parse(Requests.Good)!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => fresh.Post(Role.Foundation, Requests.Path, body.DeepClone(), "one")));

        Assert.Equal((201, """{"number":"D-2020-0001"}""", "intake=1"), answers.Select(answer => (answer.Status, answer.Text, answer.LogPosition)).Distinct().Single());
        Assert.Equal(1, fresh.Log("intake").Head);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_above_the_limit_is_too_large_whether_it_says_so_or_not(bool saysSo)
    {
        using HttpContent content = saysSo ? new ByteArrayContent(new byte[17 * 1024 * 1024]) : new Unannounced(17 * 1024 * 1024);

        var refused = (await Requests.Send(host, content, host.Token(Role.Foundation), "large")).Expect(413);

        Assert.Equal(("too-large", 16 * 1024 * 1024), (refused.Code, (int?)refused["limit"]));
    }

    [Theory]
    [InlineData(null, "There is nothing")]
    [InlineData("en-GB", "There is nothing")]
    [InlineData("fr, de;q=0.9", "There is nothing")]
    [InlineData("ja", "該当")]
    [InlineData("ja-JP,en;q=0.5", "該当")]
    [InlineData("en;q=0.3, ja;q=0.9, zh;q=0.5", "該当")]
    [InlineData("zh-CN", "没有")]
    [InlineData("ZH-hans-cn", "没有")]
    [InlineData("fr, zh;q=0.2", "没有")]
    [InlineData("ja;q=0, zh;q=0.1", "没有")]
    [InlineData("ja;q=0", "There is nothing")]
    [InlineData("jab, zhx", "There is nothing")]
    [InlineData("*", "There is nothing")]
    [InlineData(";;;,,=q=q=;*&%", "There is nothing")]
    public async Task A_refusal_is_told_in_the_callers_language(string? header, string begins)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Requests.Good));

        var refused = (await Requests.Send(host, content, host.Token(Role.Auditor), "key", header)).Expect(404);

        Assert.StartsWith(begins, (string?)refused["detail"], StringComparison.Ordinal);
        Assert.Equal(["type", "title", "status", "detail", "code"], refused.Json!.AsObject().Select(member => member.Key));
    }

    public sealed class OneHost : IAsyncLifetime
    {
        public RunningHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await Requests.Host();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    /// <summary>Sent in chunks, without a length.</summary>
    sealed class Unannounced(int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            var chunk = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            for (var sent = 0; sent < length; sent += chunk.Length)
                await stream.WriteAsync(chunk);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
