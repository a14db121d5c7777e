using System.Text.Json.Nodes;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Counts;

public sealed class CountCartonsTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task A_scan_enters_its_carton_and_the_totals_run()
    {
        var page = await Counting(5);
        using var coordinator = await services.SignIn(Role.Coordinator);

        (await coordinator.Send(page, "", ("condition", "good"), ("code", "Ｃ０００01"), ("way", "cartons"))).Expect(302);
        (await coordinator.Send(page, "", ("condition", "damaged"), ("reason", "wet"), ("code", "C00002"))).Expect(302);

        var after = await coordinator.Get(page);
        Assert.Contains("1 carton recorded as damaged.", after.Words, StringComparison.Ordinal);
        Assert.Contains("<strong data-figure=\"good\">1</strong>", after.Text, StringComparison.Ordinal);
        Assert.Contains("<strong data-figure=\"damaged\">1</strong>", after.Text, StringComparison.Ordinal);
        Assert.Contains("<strong data-figure=\"uncounted\">3</strong>", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_entry_stays_as_it_was_typed()
    {
        var page = await Counting(2);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var again = (await coordinator.Send(page, "", ("condition", "damaged"), ("reason", ""), ("way", "range"), ("from", "C00001"), ("to", "C00002"))).Expect(422);
        Assert.Contains("role=\"alert\"", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"damaged\" checked", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"C00002\"", again.Text, StringComparison.Ordinal);
        Assert.Contains("<details open", again.Text, StringComparison.Ordinal);

        var many = (await coordinator.Send(page, "", ("condition", "good"), ("way", "quantity"), ("goods", AtGoods(again)), ("count", "３"))).Expect(409);
        Assert.Contains("<strong data-figure=\"uncounted\">2</strong>", many.Text, StringComparison.Ordinal);
        (await coordinator.Send(page, "", ("condition", "good"), ("way", "quantity"), ("goods", AtGoods(again)), ("count", "two"))).Expect(400);
        (await coordinator.Send(page, "", ("condition", "good"), ("way", "quantity"), ("goods", AtGoods(again)), ("count", "２"))).Expect(302);
    }

    [Fact]
    public async Task A_script_gets_its_answer_as_JSON_and_a_refusal_is_an_answer()
    {
        var page = await Counting(3);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var entered = await Scan(coordinator, page, "C00001\nC00002");
        Assert.Equal("entered", (string?)entered["result"]);
        Assert.Equal(("2", "1"), ((string?)entered["figures"]!["good"], (string?)entered["figures"]!["uncounted"]));
        Assert.Equal("known", (string?)(await Scan(coordinator, page, "C00001"))["result"]);

        var unknown = await Scan(coordinator, page, "C00009");
        Assert.Equal("refused", (string?)unknown["result"]);
        Assert.Contains("C00009", (string?)unknown["said"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_entry_can_be_taken_back_once()
    {
        var page = await Counting(4);
        using var coordinator = await services.SignIn(Role.Coordinator);
        (await coordinator.Send(page, "", ("condition", "good"), ("way", "range"), ("from", "C00001"), ("to", "C00003"))).Expect(302);
        (await coordinator.Send(page, "", ("condition", "missing"), ("reason", "not there"), ("code", "C00004"))).Expect(302);

        (await coordinator.Send(page, "?handler=Undo", ("entry", "1"))).Expect(302);

        var after = await coordinator.Get(page);
        Assert.Contains("Entry 1 is taken back: 3 cartons.", after.Words, StringComparison.Ordinal);
        Assert.Contains("<strong data-figure=\"good\">0</strong>", after.Text, StringComparison.Ordinal);
        Assert.Contains("<strong data-figure=\"missing\">1</strong>", after.Text, StringComparison.Ordinal);
        (await coordinator.Send(page, "?handler=Undo", ("entry", "1"))).Expect(409);
    }

    async Task<string> Counting(int cartons) => $"/coordinator/consignments/{await services.Arrived(cartons)}/counts/1";

    static async Task<JsonNode> Scan(AtWork coordinator, string page, string code)
    {
        var answer = await coordinator.Ask(page, [.. AtWork.Hidden(await coordinator.Get(page)), ("condition", "good"), ("way", "cartons"), ("code", code)]);
        return JsonNode.Parse(answer.Expect(200).Text)!;
    }

    static string AtGoods(Shown page) => page.Text.Split("<option value=\"D-")[1].Split('"')[0] is var rest ? "D-" + rest : "";
}
