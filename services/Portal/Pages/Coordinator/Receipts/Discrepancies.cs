using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>What pages tell of discrepancies of receipts beyond what Distribution does.</summary>
static class Discrepancies
{
    extension(ReceiptDiscrepancyRow discrepancy)
    {
        /// <summary>Resolutions that fit: only missing pieces can be given up, only present ones destroyed; all can turn out good.</summary>
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
