using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Derives what the pages of a consignment show from what Shipment tells.</summary>
static class ConsignmentFacts
{
    extension(ConsignmentDetails consignment)
    {
        /// <summary>Address of its page.</summary>
        public string Address => $"/coordinator/consignments/{consignment.AirWaybill}";

        /// <summary>The flight to its destination: customs, counting and delivery go by the clock of that place.</summary>
        public FlightDetails Last => consignment.Flights[^1];

        /// <summary>Tells whether nothing more can be counted.</summary>
        public bool IsCounted => consignment.Counts.Any(count => count.Final);

        /// <summary>Tells whether nothing is left at the airport or on its way there, so that no milestone is expected.</summary>
        public bool IsDone => consignment.IsCounted && consignment.In(CartonState.Booked) is null && consignment.In(CartonState.Good) is null;

        /// <summary>Returns the cartons in a state; null if there are none.</summary>
        public CartonTotal? In(CartonState state) => consignment.Totals.FirstOrDefault(total => total.State == state);

        /// <summary>Returns an instant by the clock of the destination.</summary>
        public DateTimeOffset AtDestination(DateTimeOffset at) => at.ToOffset(consignment.Last.ArrivesAt.Offset);

        /// <summary>Lists the milestones that are expected next of a flight.</summary>
        public IReadOnlyList<MilestoneCode> NextOf(FlightDetails flight) =>
            ExpectedMilestones.Next([.. consignment.Milestones.Where(one => one.Flight == flight.Number && one.Withdrawn is null).Select(one => one.Code)]);
    }

    extension(FlightDetails flight)
    {
        /// <summary>Tells whether it is on the ground, also if only a later milestone than the arrival is known.</summary>
        public bool HasArrived => flight.Stage == LedgerAccount.AtAirport;

        public bool HasLeft => flight.Stage != LedgerAccount.Packed;
    }
}
