using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Derives what the pages of a consignment show from the answer of Shipment.</summary>
static class ConsignmentFacts
{
    extension(ConsignmentDetails consignment)
    {
        /// <summary>Gets the address of its page.</summary>
        public string Address => $"/coordinator/consignments/{consignment.AirWaybill}";

        /// <summary>Gets the last flight, whose destination's time applies to customs, counting and delivery.</summary>
        public FlightDetails Last => consignment.Flights[^1];

        /// <summary>Gets whether nothing more can be counted.</summary>
        public bool IsCounted => consignment.Counts.Any(count => count.Final);

        /// <summary>Gets whether nothing remains at the airport or in transit to it, so that no milestone is expected.</summary>
        public bool IsDone => consignment.IsCounted && consignment.In(CartonState.Booked) is null && consignment.In(CartonState.Good) is null;

        /// <summary>Returns the total of the cartons in a state, or null.</summary>
        public CartonTotal? In(CartonState state) => consignment.Totals.FirstOrDefault(total => total.State == state);

        /// <summary>Converts an instant to the local time of the destination.</summary>
        public DateTimeOffset AtDestination(DateTimeOffset at) => at.ToOffset(consignment.Last.ArrivesAt.Offset);

        /// <summary>Lists the expected next milestones of a flight.</summary>
        public IReadOnlyList<MilestoneCode> NextOf(FlightDetails flight) =>
            ExpectedMilestones.Next([.. consignment.Milestones.Where(one => one.Flight == flight.Number && one.Withdrawn is null).Select(one => one.Code)]);
    }

    extension(FlightDetails flight)
    {
        /// <summary>Gets whether it has landed, even if only a milestone after the arrival is known.</summary>
        public bool HasArrived => flight.Stage == LedgerAccount.AtAirport;

        public bool HasLeft => flight.Stage != LedgerAccount.Packed;
    }
}
