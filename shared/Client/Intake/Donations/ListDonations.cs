using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>Which donations.</summary>
public sealed record ListDonationsQuery : PagedQuery
{
    /// <summary>Donations in this state only.</summary>
    public DonationState? State { get; init; }

    /// <summary>Part of the donor's name, in any case.</summary>
    public string? Donor { get; init; }
}

/// <summary>A donation in a list.</summary>
public sealed record DonationRow
{
    public required DonationNumber Number { get; init; }

    public required string Donor { get; init; }

    public required DateOnly PledgedOn { get; init; }

    public required DonationState State { get; init; }

    /// <summary>Pieces of all its lines.</summary>
    public required long Pledged { get; init; }
}

public static partial class IntakeRoutes
{
    public static readonly QueryRoute<ListDonationsQuery, IReadOnlyList<DonationRow>> ListDonations = new(Service, "/donations");
}

public sealed partial class IntakeClient
{
    /// <summary>Lists donations by number.</summary>
    public Task<Reply<IReadOnlyList<DonationRow>>> ListDonations(ListDonationsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(IntakeRoutes.ListDonations, IntakeRoutes.ListDonations.At(), query, cancel);
}
