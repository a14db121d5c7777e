using Logistics.Client;
using Logistics.Portal.Pages.Foundation.Donations;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Donations;

/// <summary>The letter and the gift list (目録) that are handed over with a donation.</summary>
public sealed class PrintGiftList(Services services, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    /// <summary>The letter is whole in each language.</summary>
    public IReadOnlyList<Texts> Languages { get; } = [new Texts("ja"), new Texts(texts.Language == "en" ? "en" : "zh-Hans")];

    public Donation Gift { get; private set; } = null!;

    /// <summary>Lines that were not taken back.</summary>
    public IReadOnlyList<DonationLine> Given => [.. Gift.Lines.Where(line => line.Pledged > 0)];

    public string Address => $"{settings.Host(Request)}/donations/{Gift.Number}";

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        var reply = await Donation.Find(services, number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Gift = reply.Body;
        return Page();
    }
}
