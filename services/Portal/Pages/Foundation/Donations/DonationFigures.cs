using Logistics.Client.Intake;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>Derives what pages show of a donation.</summary>
static class DonationFigures
{
    extension(DonationDetails donation)
    {
        /// <summary>Gets whether the donation accepts amendments, packing lists and releases.</summary>
        public bool IsOpen => donation.State == DonationState.Open;
    }

    extension(DonationState state)
    {
        /// <summary>Class of the tag that shows the state.</summary>
        public string Tag => state switch
        {
            DonationState.Open => "waiting",
            DonationState.Cancelled => "",
            DonationState.Closed => "good",
        };
    }

    extension(DonationLineDetails line)
    {
        /// <summary>Gets the pieces that are pledged but not packed.</summary>
        public long Unpacked => line.Accounts.GetValueOrDefault(LedgerAccount.Pledged.Name);

        /// <summary>Gets the minimum to which the line can be amended: the pieces already packed, moved on or cancelled.</summary>
        public long Fewest => line.Pledged - line.Unpacked;
    }
}
