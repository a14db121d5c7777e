using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Shipment;

/// <summary>Asks to book released cartons onto the flights of an air waybill.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Flights">1 to 20, in the order in which they are loaded.</param>
/// <param name="Donations">1 to 100 donations whose cartons fly.</param>
public sealed record BookConsignmentRequest(AirWaybill AirWaybill, IReadOnlyList<FlightToBook> Flights, IReadOnlyList<DonationNumber> Donations);

/// <summary>
/// A flight and its load: whole lines, or cartons by id, or a number of cartons of one line. The last flight may leave the load out: it
/// carries what is left.
/// </summary>
/// <param name="Number">For example <c>CA929</c>.</param>
/// <param name="From">IATA code of the airport.</param>
/// <param name="To">IATA code of the airport.</param>
/// <param name="DepartsAt">Expected.</param>
/// <param name="ArrivesAt">Expected, after the departure.</param>
/// <param name="Lines">Loads all released cartons of these lines that no earlier flight carries.</param>
/// <param name="Cartons">Loads these cartons.</param>
/// <param name="Count">Loads so many cartons of <paramref name="Donation"/> and <paramref name="Line"/>, lowest ids first.</param>
/// <param name="Donation">Goes with a count.</param>
/// <param name="Line">Goes with a count.</param>
public sealed record FlightToBook(
    string Number,
    string From,
    string To,
    DateTimeOffset DepartsAt,
    DateTimeOffset ArrivesAt,
    IReadOnlyList<LineToLoad>? Lines = null,
    IReadOnlyList<CartonId>? Cartons = null,
    int? Count = null,
    DonationNumber? Donation = null,
    int? Line = null);

/// <summary>A line of a donation, whose cartons a flight carries.</summary>
public sealed record LineToLoad(DonationNumber Donation, int Line);

/// <param name="AirWaybill">The consignment.</param>
/// <param name="Cartons">Cartons on all flights.</param>
/// <param name="Pieces">Pieces in them.</param>
/// <param name="Flights">What each carries.</param>
/// <param name="Warnings">What looks odd and was accepted.</param>
public sealed record BookConsignmentAnswer(AirWaybill AirWaybill, int Cartons, long Pieces, IReadOnlyList<FlightLoad> Flights, IReadOnlyList<BookingWarning> Warnings);

/// <summary>What a flight carries.</summary>
public sealed record FlightLoad(string Number, int Cartons, long Pieces);

/// <param name="Code"><c>air-waybill-prefix-unknown</c>.</param>
/// <param name="Value">The prefix.</param>
public sealed record BookingWarning(string Code, string Value);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<BookConsignmentRequest, BookConsignmentAnswer> BookConsignment = new(Service, "/consignments");
}

public sealed partial class ShipmentClient
{
    /// <summary>Books released cartons onto the flights of an air waybill.</summary>
    public Task<Reply<BookConsignmentAnswer>> BookConsignment(BookConsignmentRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.BookConsignment, ShipmentRoutes.BookConsignment.At(), request, key, cancel);
}
