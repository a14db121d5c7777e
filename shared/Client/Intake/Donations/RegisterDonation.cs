using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>Registers a gift.</summary>
/// <param name="Donor">Who gives, 1 to <see cref="MaxDonor"/> characters.</param>
/// <param name="PledgedOn">Day of the pledge, in the years 2000 to 2100; its year is part of the donation's number.</param>
/// <param name="Lines">1 to 200 lines, numbered from 1 in this order.</param>
public sealed record RegisterDonationRequest(string Donor, DateOnly PledgedOn, IReadOnlyList<PledgedLine> Lines)
{
    /// <summary>Characters of a donor's name.</summary>
    public const int MaxDonor = 200;
}

/// <summary>A line of a new pledge.</summary>
/// <param name="Product">What is given.</param>
/// <param name="Pieces">1 to 1,000,000,000,000.</param>
/// <param name="Gtin">The maker's item number, if known.</param>
public sealed record PledgedLine(ProductCode Product, long Pieces, Gtin? Gtin = null);

/// <summary>The gift is registered.</summary>
/// <param name="Number">The number that it got, for example <c>D-2020-0001</c>.</param>
public sealed record RegisterDonationAnswer(DonationNumber Number);

public static partial class IntakeRoutes
{
    public static readonly CommandRoute<RegisterDonationRequest, RegisterDonationAnswer> RegisterDonation = new(Service, "/donations");
}

public sealed partial class IntakeClient
{
    /// <summary>Registers a gift in lines of product and pieces.</summary>
    public Task<Reply<RegisterDonationAnswer>> RegisterDonation(RegisterDonationRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(IntakeRoutes.RegisterDonation, IntakeRoutes.RegisterDonation.At(), request, key, cancel);
}
