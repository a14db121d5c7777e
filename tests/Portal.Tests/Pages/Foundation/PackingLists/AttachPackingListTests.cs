using System.Text;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation.PackingLists;

public sealed class AttachPackingListTests(FourServices services) : IClassFixture<FourServices>
{
    const string Good = "箱号,品名,批号,有效期,数量\r\nC001,口罩,A1,2025-04,60\r\nC002,口罩,A1,2025-04,50\r\n合计,,,,110\r\n";
    const string Bad = "箱号,SSCC,品名,批号,数量\r\nC001,,口罩,A1,60\r\nC002,395212340000000015,口罩,A1,<i>sixty\r\n";

    readonly IntakeClient intake = new(services.Host.Calls(Role.Foundation));

    [Fact]
    public async Task A_dry_run_stores_nothing_and_tells_every_fault_beside_its_row()
    {
        var (number, page) = await Donation();
        using var staff = await services.SignIn(Role.Foundation);
        var head = services.Host.Log("intake").Head;

        var shown = (await staff.Upload(page, "?handler=Check", "list.csv", Encoding.UTF8.GetBytes(Bad))).Expect(422);

        Assert.Contains("3 SSCC: The SSCC “395212340000000015” ends in 5, but its check digit must be 4.", shown.Words, StringComparison.Ordinal);
        Assert.Contains("数量: “<i>sixty” is not a whole number of pieces.", shown.Words, StringComparison.Ordinal);
        Assert.Contains("""<td class="wrong">395212340000000015</td>""", shown.Text, StringComparison.Ordinal);
        Assert.Contains("""<td class="wrong">&lt;i&gt;sixty</td>""", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("C001", shown.Text, StringComparison.Ordinal);
        Assert.Equal(head, services.Host.Log("intake").Head);
        Assert.Equal(0, await Packed(number));
    }

    [Fact]
    public async Task A_right_file_is_attached_by_one_button_and_only_then_stored()
    {
        var (number, page) = await Donation();
        using var staff = await services.SignIn(Role.Foundation);

        var shown = (await staff.Upload(page, "?handler=Check", "装箱单.csv", Encoding.UTF8.GetBytes(Good))).Expect(200);
        Assert.Contains("The file is right File 装箱单.csv Cartons 2 Pieces 110 Encoding UTF-8 Passed over 1 blank row or total line", shown.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Packed(number));

        var attached = await staff.Post(page + "?handler=Attach", Attaching(shown));
        Assert.Equal((302, $"/foundation/donations/{number}"), (attached.Status, attached.Location));
        Assert.Equal(2, await Packed(number));
        var donation = (await staff.Get($"/foundation/donations/{number}")).Expect(200);
        Assert.Contains("The packing list is attached: 2 cartons, 110 pieces.", donation.Words, StringComparison.Ordinal);
        Assert.Contains("装箱单.csv UTF-8 2 110", donation.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_is_attached_once()
    {
        var (number, page) = await Donation();
        using var staff = await services.SignIn(Role.Foundation);
        var form = Attaching((await staff.Upload(page, "?handler=Check", "list.csv", Encoding.UTF8.GetBytes(Good))).Expect(200)).ToList();

        (await staff.Post(page + "?handler=Attach", form)).Expect(302);
        (await staff.Post(page + "?handler=Attach", form)).Expect(302);
        (await staff.Post(page + "?handler=Attach", form.Select(field => field.Name == "key" ? (field.Name, "another") : field))).Expect(302);
        var again = (await staff.Upload(page, "?handler=Check", "list.csv", Encoding.UTF8.GetBytes(Good))).Expect(200);

        Assert.Contains("This file is attached already", again.Words, StringComparison.Ordinal);
        Assert.Equal(2, await Packed(number));
    }

    [Fact]
    public async Task A_file_that_is_no_longer_at_hand_is_asked_for_again()
    {
        var (number, page) = await Donation();
        using var staff = await services.SignIn(Role.Foundation);
        using var colleague = await services.SignIn(Role.Foundation);
        var form = Attaching((await staff.Upload(page, "?handler=Check", "list.csv", Encoding.UTF8.GetBytes(Good))).Expect(200)).ToList();
        var own = AtWork.Hidden(await colleague.Get(page)).First();

        var shown = (await colleague.Post(page + "?handler=Attach", form.Select(field => field.Name == own.Name ? own : field))).Expect(409);

        Assert.Contains("Please choose it once more.", shown.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Packed(number));
    }

    [Theory]
    [InlineData("ja", "箱番号,")]
    [InlineData("zh-Hans", "箱号,")]
    [InlineData("en", "Carton No,")]
    public async Task The_template_of_each_language_is_understood_and_not_taken_empty(string language, string begins)
    {
        var (number, page) = await Donation();
        using var staff = await services.SignIn(Role.Foundation);

        var template = (await staff.Get($"{page}?handler=Template&language={language}")).Expect(200).Text;
        Assert.StartsWith(begins, template.TrimStart('\uFEFF'), StringComparison.Ordinal);

        var shown = (await staff.Upload(page, "?handler=Check", "template.csv", Encoding.UTF8.GetBytes(template))).Expect(422);
        Assert.Contains("The packing list has no carton.", shown.Words, StringComparison.Ordinal);
        Assert.Contains("The packing list has 1 fault", shown.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Packed(number));
    }

    [Fact]
    public async Task Cartons_that_are_all_alike_need_no_file()
    {
        var (number, page) = await Donation();
        using var staff = await services.SignIn(Role.Foundation);
        (string, string)[] fields = [("AllAlike.Line", "1"), ("AllAlike.Cartons", "２"), ("AllAlike.PiecesPerCarton", "60"), ("AllAlike.Lot", "A1")];

        var refused = (await staff.Send(page, "?handler=Uniform", [.. fields[..1], ("AllAlike.Cartons", "9,000"), .. fields[2..]])).Expect(422);
        Assert.Contains("Line 1 has 300,000 pieces left to pack, and this packs 540,000.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"9,000\"", refused.Text, StringComparison.Ordinal);

        var unread = (await staff.Send(page, "?handler=Uniform", [.. fields[..3], ("AllAlike.Lot", ""), ("AllAlike.Expiry", "soon")])).Expect(422);
        Assert.Contains("""<span class="fault" id="fault-lot">The lot is blank.""", unread.Text, StringComparison.Ordinal);
        Assert.Contains("“soon” is not an expiry date.", unread.Words, StringComparison.Ordinal);

        (await staff.Send(page, "?handler=Uniform", fields)).Expect(302);
        Assert.Equal(2, await Packed(number));
    }

    static IEnumerable<(string Name, string Value)> Attaching(Shown page) => [.. AtWork.Hidden(page), ("hash", AtWork.Value(page, "hash")), ("fileName", AtWork.Value(page, "fileName"))];

    async Task<(DonationNumber Number, string Page)> Donation()
    {
        var pledge = new RegisterDonationRequest("Donor", new DateOnly(2020, 5, 8), [new PledgedLine(Code.Parse<ProductCode>("mask"), 300_000)]);
        var number = (await intake.RegisterDonation(pledge, $"{Guid.NewGuid()}")).Expect().Number;
        return (number, $"/foundation/donations/{number}/packing-list");
    }

    async Task<long> Packed(DonationNumber number) => (await intake.GetDonation(number)).Expect().Cartons.Packed;
}
