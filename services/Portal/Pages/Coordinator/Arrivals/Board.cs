using Logistics.Client.Shipment;
using Logistics.Portal.Pages.Coordinator.Consignments;

namespace Logistics.Portal.Pages.Coordinator.Arrivals;

/// <summary>In which part of the arrivals board a flight is.</summary>
public enum Board
{
    Late,
    Today,
    Later,
    Arrived,
}

/// <summary>The order of the arrivals board.</summary>
public static class Boards
{
    /// <summary>Today is today at the place where the flight lands, not at the server and not at the viewer.</summary>
    public static Board Of(FlightDetails flight, DateTimeOffset now) =>
        flight.HasArrived ? Board.Arrived
        : flight.ArrivesAt < now ? Board.Late
        : flight.ArrivesAt.Date == now.ToOffset(flight.ArrivesAt.Offset).Date ? Board.Today
        : Board.Later;

    /// <summary>What is late or expected by its time, what has arrived with the last first.</summary>
    public static IEnumerable<T> InOrder<T>(Board board, IEnumerable<T> rows, Func<T, FlightDetails> flight) => board == Board.Arrived
        ? rows.OrderByDescending(row => flight(row).ArrivedAt ?? flight(row).ArrivesAt).ThenBy(row => flight(row).Number, StringComparer.Ordinal)
        : rows.OrderBy(row => flight(row).ArrivesAt).ThenBy(row => flight(row).Number, StringComparer.Ordinal);
}
