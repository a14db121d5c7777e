using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Donations;

/// <summary>Prints the letter and the gift list (目録) that accompany a donation.</summary>
public sealed class PrintGiftList(IntakeClient intake, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    /// <summary>The letter is whole in each language.</summary>
    public IReadOnlyList<Texts> Languages { get; } = [new Texts("ja"), new Texts(texts.Language == "ja" ? "zh-Hans" : texts.Language)];

    public DonationDetails Gift { get; private set; } = null!;

    /// <summary>Gets the lines that were not withdrawn.</summary>
    public IReadOnlyList<DonationLineDetails> Given => [.. Gift.Lines.Where(line => line.Pledged > 0)];

    public string Address => $"{settings.Host(Request)}/donations/{Gift.Number}";

    public async Task<IActionResult> OnGetAsync(DonationNumber number, CancellationToken cancel)
    {
        var reply = await intake.GetDonation(number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Gift = reply.Body;
        return Page();
    }
}
