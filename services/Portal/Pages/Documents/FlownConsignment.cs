namespace Logistics.Portal.Pages.Documents;

/// <summary>A consignment as the documents of its arrival tell it.</summary>
public sealed record FlownConsignment
{
    public required string AirWaybill { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required IReadOnlyList<string> Donations { get; init; }

    public required IReadOnlyList<Flight> Flights { get; init; }

    public required IReadOnlyList<Total> Totals { get; init; }

    public sealed record Flight
    {
        public required string Number { get; init; }

        public required string From { get; init; }

        public required string To { get; init; }

        public DateTimeOffset? ArrivedAt { get; init; }
    }

    /// <summary>Cartons and pieces in one state.</summary>
    public sealed record Total
    {
        public required string State { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }
}
