using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;

namespace Logistics.Shipment.Consignments;

/// <summary>The goods under one air waybill, as seen by decisions.</summary>
public sealed record Consignment
{
    public required AirWaybill AirWaybill { get; init; }

    public required IReadOnlyList<BookedFlight> Flights { get; init; }

    /// <summary>Gets all milestones by number, including withdrawn ones.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public Clearance Clearance { get; init; } = new();

    /// <summary>Gets the goods received note of the final count, or null before it.</summary>
    public DocumentNumber? FinalNote { get; init; }

    public static string Stream(AirWaybill airWaybill) => $"consignment/{airWaybill}";

    public static Consignment? Load(Session session, AirWaybill airWaybill)
    {
        var clearance = session.Find<Clearance>(
            "select customs_entry as entry, entered_at, duty_exemption, permit, released_at, hold_reason from consignment where air_waybill = @airWaybill", new { airWaybill });
        if (clearance is null)
            return null;
        return new Consignment
        {
            AirWaybill = airWaybill,
            Clearance = clearance,
            Flights = session.Query<BookedFlight>("select number, stage from flight where air_waybill = @airWaybill order by leg, number", new { airWaybill }),
            Milestones = session.Query<Milestone>(
                "select number, flight, code, at, withdrawn from milestone where air_waybill = @airWaybill order by number", new { airWaybill }),
            FinalNote = session.Find<DocumentNumber?>("select note from count_session where air_waybill = @airWaybill and final = 1", new { airWaybill }),
        };
    }
}

/// <summary>A flight of a consignment and its stage.</summary>
public sealed record BookedFlight
{
    public required string Number { get; init; }

    /// <summary>Gets the account of its cartons until they are counted: packed, in-air or at-airport.</summary>
    public required LedgerAccount Stage { get; init; }

    /// <summary>Normalises a flight number as people write it: no spaces or hyphens, upper case.</summary>
    public static string Plain(string number) => Code.Digits(number).ToUpperInvariant();

    /// <summary>Stores the stage of a flight according to its valid milestones.</summary>
    internal static void SetStage(Session session, AirWaybill airWaybill, string flight)
    {
        var codes = session.Query<string>(
            "select code from milestone where air_waybill = @airWaybill and flight = @flight and withdrawn is null", new { airWaybill, flight })
            .Select(code => Enum.Parse<MilestoneCode>(code, ignoreCase: true));
        session.Execute(
            "update flight set stage = @stage where air_waybill = @airWaybill and number = @flight", new { airWaybill, flight, stage = MilestoneMeaning.StageOf(codes) });
    }
}

/// <summary>A recorded milestone of a flight.</summary>
public sealed record Milestone
{
    public required int Number { get; init; }

    public required string Flight { get; init; }

    public required MilestoneCode Code { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Gets why it was withdrawn; null while it is valid.</summary>
    public string? Withdrawn { get; init; }
}
