using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;

namespace Logistics.Shipment.Consignments;

/// <summary>What flies together under one air waybill, as decisions see it.</summary>
public sealed record Consignment
{
    public required AirWaybill AirWaybill { get; init; }

    public required IReadOnlyList<BookedFlight> Flights { get; init; }

    /// <summary>All, by number, with those that were withdrawn.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public Clearance Clearance { get; init; } = new();

    /// <summary>The goods received note of the final count, once there is one.</summary>
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

/// <summary>A flight of a consignment and how far it is.</summary>
public sealed record BookedFlight
{
    public required string Number { get; init; }

    /// <summary>Where the pieces of its cartons are until they are counted: packed, in-air or at-airport.</summary>
    public required LedgerAccount Stage { get; init; }

    /// <summary>A flight number as people write it, without spaces and hyphens, in capitals.</summary>
    public static string Plain(string number) => Code.Digits(number).ToUpperInvariant();

    /// <summary>Writes how far a flight is from the milestones that stand.</summary>
    internal static void SetStage(Session session, AirWaybill airWaybill, string flight)
    {
        var codes = session.Query<string>(
            "select code from milestone where air_waybill = @airWaybill and flight = @flight and withdrawn is null", new { airWaybill, flight })
            .Select(code => Enum.Parse<MilestoneCode>(code, ignoreCase: true));
        session.Execute(
            "update flight set stage = @stage where air_waybill = @airWaybill and number = @flight", new { airWaybill, flight, stage = MilestoneMeaning.StageOf(codes) });
    }
}

/// <summary>A point of a flight's journey that was recorded.</summary>
public sealed record Milestone
{
    public required int Number { get; init; }

    public required string Flight { get; init; }

    public required MilestoneCode Code { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? Withdrawn { get; init; }
}
