using Logistics.Portal.Balances;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Portal.Pages;

/// <summary>The search form, and the donations that are under way, newest first.</summary>
public static class GetFrontPage
{
    public static void Map(ServiceDefinition portal) => portal.Get("/", Answer);

    static Page Answer(Query query)
    {
        var open = query.Page<string>("select number from donation where state = 'open' order by pledged_on desc, number desc").ToHashSet(StringComparer.Ordinal);
        var underWay = DonationBalance.Load(query, null).Where(donation => open.Contains(donation.Number.Value)).Reverse().ToList();
        return new Page(200, texts => texts["title"], "/portal/", texts => Html.Of($"""
            {Page.Search(texts)}
            <h2>{texts["under-way"]}</h2>
            {(underWay.Count == 0 ? Html.Of($"<p>{texts["nothing-under-way"]}</p>") : Table(texts, underWay))}
            """));
    }

    static Html Table(Texts texts, List<DonationBalance> donations) => Html.Of($"""
        <table>
        <caption>{texts["under-way"]}</caption>
        <thead><tr><th scope="col">{texts["donation-column"]}</th><th scope="col">{texts["what"]}</th><th scope="col" class="number">{texts["pledged-column"]}</th><th scope="col" class="number">{texts["reached-column"]}</th></tr></thead>
        <tbody>
        {Html.Join(donations.SelectMany(donation => donation.Lines, (donation, line) => Html.Of($"""
            <tr><th scope="row"><a href="{Page.Link(texts, donation.Number.Value)}">{donation.Number.Value}</a></th><td>{texts.Product(line.Product.Value)}</td><td class="number">{texts.Number(line.Pledged)}</td><td class="number">{texts.Number(line.Accounts.GetValueOrDefault("institution"))}</td></tr>
            """)))}
        </tbody>
        </table>
        """);
}
