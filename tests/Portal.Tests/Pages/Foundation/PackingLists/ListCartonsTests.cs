using System.Net;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation.PackingLists;

public sealed class ListCartonsTests(FourServices services) : IClassFixture<FourServices>
{
    readonly IntakeClient intake = new(services.Host.Calls(Role.Foundation));

    [Fact]
    public async Task Cartons_are_found_by_a_part_of_their_code_and_told_page_by_page()
    {
        var number = await services.Packed();
        using var staff = await services.SignIn(Role.Foundation);
        (await intake.PackUniformly(number, new PackUniformlyRequest(1, 150, 10, Code.Parse<LotNumber>("B")), "150 cartons")).Expect();

        var first = (await staff.Get($"/foundation/donations/{number}/cartons")).Expect(200);
        Assert.Contains("1 to 100 of 152", first.Words, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(first.Text.Split("rel=\"next\" href=\"")[1].Split('"')[0]);
        Assert.Contains("101 to 152 of 152", (await staff.Get(next)).Expect(200).Words, StringComparison.Ordinal);
        var found = (await staff.Get($"/foundation/donations/{number}/cartons?code=00149")).Expect(200);
        Assert.Contains("1 to 1 of 1", found.Words, StringComparison.Ordinal);
        Assert.Contains("masks, lot B: 10 pcs", found.Words, StringComparison.Ordinal);
        Assert.Contains("1 to 2 of 2", (await staff.Get($"/foundation/donations/{number}/cartons?lot=A1&state=packed&line=1")).Expect(200).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("lot B", (await staff.Get($"/foundation/donations/{number}/cartons?lot=%E7%AE%B1")).Expect(200).Words, StringComparison.Ordinal);
        Assert.Contains(",C00149,", (await staff.Get($"/foundation/donations/{number}/cartons?handler=Export&code=00149")).Expect(200).Text, StringComparison.Ordinal);
    }
}
