using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>Cancels what was not released.</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record CancelDonationRequest(string Reason);

/// <summary>What was not released is cancelled.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Pieces">Pieces cancelled by this command.</param>
public sealed record CancelDonationAnswer(DonationNumber Number, long Pieces);

public static partial class IntakeRoutes
{
    public static readonly CommandRoute<CancelDonationRequest, CancelDonationAnswer> CancelDonation = new(Service, "/donations/{number}/cancellation");
}

public sealed partial class IntakeClient
{
    /// <summary>Cancels what was not released. Released cartons go on.</summary>
    public Task<Reply<CancelDonationAnswer>> CancelDonation(DonationNumber donation, CancelDonationRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(IntakeRoutes.CancelDonation, IntakeRoutes.CancelDonation.At(donation), request, key, cancel);
}
