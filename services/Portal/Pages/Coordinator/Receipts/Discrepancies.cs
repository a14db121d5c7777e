using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>Derives what pages show of discrepancies in receipts.</summary>
static class Discrepancies
{
    extension(ReceiptDiscrepancyRow discrepancy)
    {
        /// <summary>Gets the possible resolutions: only missing pieces can be written off, only pieces on hand destroyed; all can prove good.</summary>
        public IReadOnlyList<Resolution> Ends => discrepancy.Kind == DiscrepancyKind.Shortage ? [Resolution.Good, Resolution.WrittenOff] : [Resolution.Good, Resolution.Destroyed];

        public string Address => $"/coordinator/discrepancies/{discrepancy.Number}?parcel={discrepancy.Parcel}";
    }

    extension(ReceiptDiscrepancyState state)
    {
        /// <summary>Class of its tag.</summary>
        public string Tag => state switch
        {
            ReceiptDiscrepancyState.Open => "bad",
            ReceiptDiscrepancyState.Settled => "good",
            ReceiptDiscrepancyState.Void => "",
        };
    }
}
