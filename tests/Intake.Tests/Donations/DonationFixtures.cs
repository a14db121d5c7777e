using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.Intake.Donations;

namespace Logistics.Intake.Tests.Donations;

/// <summary>Donations named after their state.</summary>
static class DonationFixtures
{
    public static readonly DonationNumber Number = DonationNumber.From(2020, 1);
    public static readonly ProductCode Mask = Code.Parse<ProductCode>("mask");
    public static readonly ProductCode Garment = Code.Parse<ProductCode>("garment");

    /// <summary>1,000 masks pledged, none packed; 500 garments pledged, 300 of them packed.</summary>
    public static Donation PartlyPacked { get; } = new()
    {
        Number = Number,
        Donor = "Donor",
        State = DonationState.Open,
        Lines = [new DonationLine(1, Mask, null, 1_000), new DonationLine(2, Garment, null, 500)],
        Balance = new Dictionary<(int, LedgerAccount), long>
        {
            [(1, LedgerAccount.Pledged)] = 1_000,
            [(2, LedgerAccount.Pledged)] = 200,
            [(2, LedgerAccount.Packed)] = 300,
        },
    };

    public static Donation AtRest { get; } = PartlyPacked with
    {
        Balance = new Dictionary<(int, LedgerAccount), long>
        {
            [(1, LedgerAccount.Institution(Code.Parse<InstitutionCode>("1312345678")))] = 1_000,
            [(2, LedgerAccount.Destroyed)] = 100,
            [(2, LedgerAccount.Cancelled)] = 100,
            [(2, LedgerAccount.MissingWrittenOff)] = 300,
        },
    };

    public static Donation Closed { get; } = AtRest with { State = DonationState.Closed };

    public static object PledgeOf(long masks, long garments) => new
    {
        donor = "Donor",
        pledgedOn = "2020-05-08",
        lines = new[] { new { product = "mask", pieces = masks }, new { product = "garment", pieces = garments } },
    };
}
