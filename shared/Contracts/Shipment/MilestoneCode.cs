using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Shipment;

/// <summary>IATA FSU status codes (Cargo-IMP), in their usual order.</summary>
public enum MilestoneCode
{
    /// <summary>Received from the shipper.</summary>
    Rcs,

    /// <summary>Departed.</summary>
    Dep,

    /// <summary>Arrived.</summary>
    Arr,

    /// <summary>Received from the flight.</summary>
    Rcf,

    /// <summary>Consignee notified of the arrival.</summary>
    Nfd,

    /// <summary>Reported to customs.</summary>
    Crc,

    /// <summary>Documents delivered.</summary>
    Awd,

    /// <summary>Cleared by customs.</summary>
    Ccd,

    /// <summary>Delivered to the consignee.</summary>
    Dlv,

    /// <summary>Discrepancy.</summary>
    Dis,
}

/// <summary>What a milestone implies for its flight.</summary>
/// <param name="Step">Position in the usual order, from 1. Milestones of one step come in any order; null comes at any time.</param>
/// <param name="Stage">How far it proves the flight to be: in-air or at-airport; null if it proves neither.</param>
public readonly record struct MilestoneMeaning(int? Step, LedgerAccount? Stage)
{
    /// <summary>Gets whether it is expected at the airport of departure.</summary>
    public bool AtOrigin => Step is not null && Stage != LedgerAccount.AtAirport;

    public static MilestoneMeaning Of(MilestoneCode code) => code switch
    {
        MilestoneCode.Rcs => new(1, null),
        MilestoneCode.Dep => new(2, LedgerAccount.InAir),
        MilestoneCode.Arr => new(3, LedgerAccount.AtAirport),
        MilestoneCode.Rcf => new(4, LedgerAccount.AtAirport),
        MilestoneCode.Nfd => new(5, LedgerAccount.AtAirport),
        MilestoneCode.Crc => new(5, LedgerAccount.AtAirport),
        MilestoneCode.Awd => new(5, LedgerAccount.AtAirport),
        MilestoneCode.Ccd => new(6, LedgerAccount.AtAirport),
        MilestoneCode.Dlv => new(7, LedgerAccount.AtAirport),
        MilestoneCode.Dis => new(null, null),
    };

    /// <summary>
    /// Returns how far a flight is: packed, in-air or at-airport. The result depends only on the set of its milestones, not on order or
    /// repetition. Milestones that can only happen at the destination outweigh a departure.
    /// </summary>
    public static LedgerAccount StageOf(IEnumerable<MilestoneCode> milestones)
    {
        var proven = milestones.Select(code => Of(code).Stage).ToHashSet();
        return proven.Contains(LedgerAccount.AtAirport) ? LedgerAccount.AtAirport
            : proven.Contains(LedgerAccount.InAir) ? LedgerAccount.InAir
            : LedgerAccount.Packed;
    }
}
