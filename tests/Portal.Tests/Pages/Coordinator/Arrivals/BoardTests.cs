using System.Globalization;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Coordinator.Arrivals;

namespace Logistics.Portal.Tests.Pages.Coordinator.Arrivals;

public sealed class BoardTests
{
    [Theory]
    [InlineData("2020-05-12T02:35+09:00", "2020-05-12T02:36+09:00", Board.Late)]
    [InlineData("2020-05-12T02:35+09:00", "2020-05-12T02:35+09:00", Board.Today)]
    [InlineData("2020-05-12T02:35+09:00", "2020-05-11T16:00+00:00", Board.Today)] // 01:00 at Narita
    [InlineData("2020-05-12T02:35+09:00", "2020-05-11T22:59+08:00", Board.Later)] // 23:59 at Narita
    [InlineData("2020-05-12T02:35+09:00", "2020-05-11T23:00+08:00", Board.Today)] // 00:00 at Narita
    [InlineData("2020-05-13T00:05+09:00", "2020-05-12T23:59+09:00", Board.Later)] // six minutes ahead, and tomorrow
    [InlineData("2020-05-11T23:40-05:00", "2020-05-12T02:00+00:00", Board.Today)] // 21:00 of the 11th there
    public void Today_is_that_of_the_place_where_the_flight_lands(string arrivesAt, string now, Board expected) =>
        Assert.Equal(expected, Boards.Of(Flight("CA929", arrivesAt, LedgerAccount.InAir), At(now)));

    [Fact]
    public void What_is_on_the_ground_has_arrived_also_without_a_time_of_arrival() =>
        Assert.Equal(Board.Arrived, Boards.Of(Flight("CA929", "2020-05-12T02:35+09:00", LedgerAccount.AtAirport), At("2020-05-13T00:00+09:00")));

    [Fact]
    public void Who_waits_longest_comes_first_and_who_came_last_comes_first()
    {
        FlightDetails[] flights =
        [
            Flight("B2", "2020-05-12T10:00+09:00"),
            Flight("C3", "2020-05-12T09:30+08:00"),
            Flight("A1", "2020-05-12T10:00+09:00"),
        ];

        Assert.Equal(["A1", "B2", "C3"], Boards.InOrder(Board.Late, flights, flight => flight).Select(flight => flight.Number));
        Assert.Equal("C3", Boards.InOrder(Board.Arrived, flights, flight => flight).First().Number);
    }

    static FlightDetails Flight(string number, string arrivesAt, LedgerAccount? stage = null) => new()
    {
        AirWaybill = Code.Parse<AirWaybill>("999-20051113"),
        Number = number,
        From = "PVG",
        To = "NRT",
        DepartsAt = At(arrivesAt).AddHours(-3),
        ArrivesAt = At(arrivesAt),
        Stage = stage ?? LedgerAccount.InAir,
        Cartons = 1,
        Pieces = 60,
    };

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
