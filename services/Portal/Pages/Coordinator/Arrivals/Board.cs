using Logistics.Client.Shipment;
using Logistics.Portal.Pages.Coordinator.Consignments;

namespace Logistics.Portal.Pages.Coordinator.Arrivals;

/// <summary>The section of the arrivals board that shows a flight.</summary>
public enum Board
{
    Late,
    Today,
    Later,
    Arrived,
}

/// <summary>Orders the arrivals board.</summary>
public static class Boards
{
    /// <summary>Returns the section of a flight. "Today" is the local day at its destination, not the server's or the viewer's.</summary>
    public static Board Of(FlightDetails flight, DateTimeOffset now) =>
        flight.HasArrived ? Board.Arrived
        : flight.ArrivesAt < now ? Board.Late
        : flight.ArrivesAt.Date == now.ToOffset(flight.ArrivesAt.Offset).Date ? Board.Today
        : Board.Later;

    /// <summary>Orders late and expected flights by time, and arrived ones latest first.</summary>
    public static IEnumerable<T> InOrder<T>(Board board, IEnumerable<T> rows, Func<T, FlightDetails> flight) => board == Board.Arrived
        ? rows.OrderByDescending(row => flight(row).ArrivedAt ?? flight(row).ArrivesAt).ThenBy(row => flight(row).Number, StringComparer.Ordinal)
        : rows.OrderBy(row => flight(row).ArrivesAt).ThenBy(row => flight(row).Number, StringComparer.Ordinal);
}
