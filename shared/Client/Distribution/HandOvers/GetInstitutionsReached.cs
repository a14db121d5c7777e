using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Institutions that got anything. An institution counts as a member if any hand-over to it says so.</summary>
/// <param name="Members">Members of an association.</param>
/// <param name="Others">Institutions that belong to none.</param>
/// <param name="Recipients">The same for each association.</param>
public sealed record InstitutionsReached(long Members, long Others, IReadOnlyList<InstitutionsReachedRow> Recipients);

/// <summary>Institutions that an association reached.</summary>
public sealed record InstitutionsReachedRow
{
    public required RecipientCode Recipient { get; init; }

    public required long Members { get; init; }

    public required long Others { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<NoQuery, InstitutionsReached> GetInstitutionsReached = new(Service, "/institutions-reached");
}

public sealed partial class DistributionClient
{
    /// <summary>Counts the institutions that got anything; an association sees its own only.</summary>
    public Task<Reply<InstitutionsReached>> GetInstitutionsReached(CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.GetInstitutionsReached, DistributionRoutes.GetInstitutionsReached.At(), new NoQuery(), cancel);
}
