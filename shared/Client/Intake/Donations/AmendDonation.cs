using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>Changes what is pledged.</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Lines">1 to 200 lines, each named once; lines that are not named stay as they are.</param>
public sealed record AmendDonationRequest(string Reason, IReadOnlyList<AmendedLine> Lines);

/// <summary>A line as it shall be.</summary>
/// <param name="Number">A line of the donation; null adds a line.</param>
/// <param name="Pieces">Pieces pledged in all, up to 1,000,000,000,000; 0 takes an existing line back.</param>
/// <param name="Product">Required for a new line. The product of an existing line never changes.</param>
/// <param name="Gtin">The maker's item number of a new line, if known.</param>
public sealed record AmendedLine(int? Number, long Pieces, ProductCode? Product = null, Gtin? Gtin = null);

/// <summary>The pledge is changed.</summary>
/// <param name="Number">The donation.</param>
public sealed record AmendDonationAnswer(DonationNumber Number);

public static partial class IntakeRoutes
{
    public static readonly CommandRoute<AmendDonationRequest, AmendDonationAnswer> AmendDonation = new(Service, "/donations/{number}/amendments");
}

public sealed partial class IntakeClient
{
    /// <summary>Changes what is pledged. What is packed already cannot be taken back.</summary>
    public Task<Reply<AmendDonationAnswer>> AmendDonation(DonationNumber donation, AmendDonationRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(IntakeRoutes.AmendDonation, IntakeRoutes.AmendDonation.At(donation), request, key, cancel);
}
