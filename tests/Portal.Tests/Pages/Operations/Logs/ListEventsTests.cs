using System.Net;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Operations.Logs;

public sealed class ListEventsTests : IAsyncLifetime
{
    readonly FourServices services = new();

    public ValueTask InitializeAsync() => services.InitializeAsync();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task What_was_done_is_found_by_person_and_by_object_in_all_logs_and_in_the_accounts()
    {
        using var anna = await FourServices.SignIn(services.Host, Role.Foundation, "anna");
        using var boris = await FourServices.SignIn(services.Host, Role.Foundation, "boris");
        using var auditor = await services.SignIn(Role.Auditor);
        var one = await Register(anna);
        var two = await Register(boris);
        (await boris.Send($"/foundation/donations/{one}/amendment", "", ("Lines[0].Number", "1"), ("Lines[0].Pieces", "9"), ("Reason", "Counted <again>."))).Expect(302);
        (await boris.Send($"/foundation/donations/{one}/packing-list", "?handler=Uniform", ("AllAlike.Line", "1"), ("AllAlike.Cartons", "3"), ("AllAlike.PiecesPerCarton", "3"), ("AllAlike.Lot", "A"))).Expect(302);
        await Eventually.Holds(() => Task.FromResult(services.Host.Log("shipment").Head > 0), "the reaction of another service");

        var byAnna = (await auditor.Get("/operations/audit?person=anna")).Expect(200).Words;
        Assert.Contains("Donation registered ", byAnna, StringComparison.Ordinal);
        Assert.Contains($"donation/{one}", byAnna, StringComparison.Ordinal);
        Assert.Contains("Accounts", byAnna, StringComparison.Ordinal);
        Assert.DoesNotContain(two, byAnna, StringComparison.Ordinal);
        Assert.Equal(byAnna, (await auditor.Get("/operations/audit?person=anna@example.jp")).Words.Replace("anna@example.jp", "anna", StringComparison.Ordinal));

        var ofOne = (await auditor.Get($"/operations/audit?about={one}")).Expect(200);
        Assert.Contains("Pledge changed Reason: Counted <again>.", ofOne.Words, StringComparison.Ordinal);
        Assert.Contains("Cartons announced", ofOne.Words, StringComparison.Ordinal);
        Assert.Contains("Name of anna", ofOne.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(two, ofOne.Text, StringComparison.Ordinal);

        var both = (await auditor.Get($"/operations/audit?about={one}&person=anna")).Expect(200).Words;
        Assert.DoesNotContain("Pledge changed", both, StringComparison.Ordinal);
        Assert.Contains("Nothing was done that matches this.", (await auditor.Get("/operations/audit?about=D-2020-9999")).Expect(200).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_is_told_once_on_the_pages_that_follow_each_other()
    {
        using var auditor = await services.SignIn(Role.Auditor);
        for (var i = 0; i < 60; i++)
            await Register(services.Host);
        var seen = new List<string>();

        for (var next = "/operations/audit"; next is not null;)
        {
            var page = (await auditor.Get(next)).Expect(200);
            seen.AddRange(page.Text.Split("href=\"/operations/audit?about=donation%2F").Skip(1).Select(part => part.Split('"')[0]));
            next = page.Text.Split("rel=\"next\" href=\"") is [_, var rest, ..] ? WebUtility.HtmlDecode(rest.Split('"')[0]) : null;
        }

        Assert.Equal(Enumerable.Range(1, 60).Reverse().Select(serial => $"D-2020-{serial:0000}"), seen);
    }

    static async Task<string> Register(AtWork person) =>
        (await person.Send("/foundation/donations/new", "", ("Donor", "Donor"), ("PledgedOn", "2020-05-08"), ("Lines[0].Product", "mask"), ("Lines[0].Pieces", "5"))).Expect(302).Location!.Split('/')[^1];

    static async Task Register(RunningHost host)
    {
        var lines = new[] { new { product = "mask", pieces = 5 } };
        (await host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines })).Expect(201);
    }
}
