using Logistics.Client.Shipment;
using Logistics.Contracts.Shipment;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>Derives what the pages of a count show from what Shipment tells.</summary>
static class CountFacts
{
    extension(CountDetails session)
    {
        /// <summary>Address of its page.</summary>
        public string Address => $"/coordinator/consignments/{session.AirWaybill}/counts/{session.Session}";

        /// <summary>Returns what the session counted in a condition; null if it counted nothing so.</summary>
        public ConditionTotal? Of(Condition condition) => session.Totals.FirstOrDefault(total => total.Condition == condition);
    }
}
