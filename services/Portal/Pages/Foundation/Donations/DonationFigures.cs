using Logistics.Client.Intake;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>What the pages derive from a donation.</summary>
static class DonationFigures
{
    extension(DonationDetails donation)
    {
        /// <summary>Tells whether the donation takes amendments, packing lists and releases.</summary>
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
        /// <summary>Pieces that are pledged and not packed.</summary>
        public long Unpacked => line.Accounts.GetValueOrDefault(LedgerAccount.Pledged.Name);

        /// <summary>Pieces below which the line cannot be amended: the rest is packed, went on or was cancelled.</summary>
        public long Fewest => line.Pledged - line.Unpacked;
    }
}
