using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>Releases all cartons packed so far.</summary>
public sealed record ReleaseDonationRequest;

/// <summary>The cartons are released.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Cartons">Cartons released by this command.</param>
/// <param name="Pieces">Pieces in them.</param>
public sealed record ReleaseDonationAnswer(DonationNumber Number, int Cartons, long Pieces);

public static partial class IntakeRoutes
{
    public static readonly CommandRoute<ReleaseDonationRequest, ReleaseDonationAnswer> ReleaseDonation = new(Service, "/donations/{number}/release");
}

public sealed partial class IntakeClient
{
    /// <summary>Releases what is packed, so that it may fly. Cartons packed later need a release of their own.</summary>
    public Task<Reply<ReleaseDonationAnswer>> ReleaseDonation(DonationNumber donation, string key, CancellationToken cancel = default) =>
        Calls.Send(IntakeRoutes.ReleaseDonation, IntakeRoutes.ReleaseDonation.At(donation), new ReleaseDonationRequest(), key, cancel);
}
