using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Portal.Balances;

/// <summary>
/// The balance of every donation, for anybody, or of one by <c>?donation=</c>. The same events give the same bytes, in whatever order the
/// three logs arrived.
/// </summary>
public static class GetBalances
{
    public sealed record Balances(IReadOnlyList<DonationBalance> Donations);

    public static void Map(ServiceDefinition portal) => portal.Get("/balances", Answer);

    static Balances Answer(Query query) =>
        new(DonationBalance.Load(query, query.Text("donation") is { } number ? Code.Parse<DonationNumber>(number) : null));
}
