using Logistics.Client;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>What the association has to give, by product, size and lot.</summary>
public sealed record Holding
{
    public required string Product { get; init; }

    public required string Size { get; init; }

    public required string Lot { get; init; }

    public string? Expiry { get; init; }

    public required long Pieces { get; init; }

    public string Name(Texts texts) => Goods.Name(texts, Product, Size, Lot);

    /// <summary>What is expired is not handed over; Distribution refuses it.</summary>
    public bool ExpiredOn(DateOnly day) => Expiry is { } expiry && Code.Parse<Expiry>(expiry).ExpiredOn(day);

    /// <summary>Of several gifts together: nobody gives a hospital masks of one donor.</summary>
    public static async Task<Reply<IReadOnlyList<Holding>>> All(Services services, CancellationToken gone)
    {
        var reply = await services.Get<List<Holding>>("distribution", "/holdings", gone);
        return reply.Succeeded
            ? new([.. reply.Body.GroupBy(one => one with { Pieces = 0 }).Select(one => one.Key with { Pieces = one.Sum(part => part.Pieces) })], null)
            : new(null, reply.Problem);
    }
}
