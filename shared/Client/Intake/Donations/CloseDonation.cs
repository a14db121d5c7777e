using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>Closes a donation.</summary>
public sealed record CloseDonationRequest;

/// <summary>The donation is closed.</summary>
/// <param name="Number">The donation.</param>
public sealed record CloseDonationAnswer(DonationNumber Number);

/// <summary>Pieces that keep a donation open; the fact <c>open</c> of the refusal <c>donation-balance-open</c> lists them.</summary>
/// <param name="Line">Line of the donation.</param>
/// <param name="Account">Where they are.</param>
/// <param name="Pieces">How many.</param>
public sealed record OpenPieces(int Line, LedgerAccount Account, long Pieces);

public static partial class IntakeRoutes
{
    public static readonly CommandRoute<CloseDonationRequest, CloseDonationAnswer> CloseDonation = new(Service, "/donations/{number}/close");
}

public sealed partial class IntakeClient
{
    /// <summary>Closes a donation whose pieces have all come to rest.</summary>
    public Task<Reply<CloseDonationAnswer>> CloseDonation(DonationNumber donation, string key, CancellationToken cancel = default) =>
        Calls.Send(IntakeRoutes.CloseDonation, IntakeRoutes.CloseDonation.At(donation), new CloseDonationRequest(), key, cancel);
}
