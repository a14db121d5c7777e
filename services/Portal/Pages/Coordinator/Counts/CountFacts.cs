using Logistics.Client.Shipment;
using Logistics.Contracts.Shipment;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>Derives what the pages of a count show from the answer of Shipment.</summary>
static class CountFacts
{
    extension(CountDetails session)
    {
        /// <summary>Gets the address of its page.</summary>
        public string Address => $"/coordinator/consignments/{session.AirWaybill}/counts/{session.Session}";

        /// <summary>Returns the total counted in a condition, or null.</summary>
        public ConditionTotal? Of(Condition condition) => session.Totals.FirstOrDefault(total => total.Condition == condition);
    }
}
