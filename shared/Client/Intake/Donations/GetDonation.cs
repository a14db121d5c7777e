using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>A donation with the pieces of each line by account.</summary>
public sealed record DonationDetails
{
    public required DonationNumber Number { get; init; }

    public required string Donor { get; init; }

    public required DateOnly PledgedOn { get; init; }

    public required DonationState State { get; init; }

    public IReadOnlyList<DonationLineDetails> Lines { get; init; } = [];

    /// <summary>The files that were attached, in their order.</summary>
    public IReadOnlyList<AttachedFile> PackingLists { get; init; } = [];

    public CartonCount Cartons { get; init; } = new(0, 0);
}

/// <summary>A line of a donation.</summary>
public sealed record DonationLineDetails
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>The maker's item number, if known.</summary>
    public Gtin? Gtin { get; init; }

    /// <summary>Pieces pledged; 0 after an amendment that took the line back.</summary>
    public required long Pledged { get; init; }

    /// <summary>Pieces by name of their account, without its holder. Names without pieces are left out.</summary>
    public IReadOnlyDictionary<string, long> Accounts { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
}

/// <summary>A packing list that was attached.</summary>
public sealed record AttachedFile
{
    /// <summary>As its sender called it; null if it has no name.</summary>
    public string? FileName { get; init; }

    /// <summary>How it was read, for example <c>UTF-8</c> or <c>XLSX</c>.</summary>
    public required string Encoding { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required DateTimeOffset AttachedAt { get; init; }
}

/// <summary>Cartons of a donation.</summary>
/// <param name="Packed">All of them.</param>
/// <param name="Released">Those that may fly.</param>
public sealed record CartonCount(long Packed, long Released);

public static partial class IntakeRoutes
{
    public static readonly QueryRoute<NoQuery, DonationDetails> GetDonation = new(Service, "/donations/{number}");
}

public sealed partial class IntakeClient
{
    /// <summary>Tells what was pledged, where it is and which files were attached.</summary>
    public Task<Reply<DonationDetails>> GetDonation(DonationNumber donation, CancellationToken cancel = default) =>
        Calls.Ask(IntakeRoutes.GetDonation, IntakeRoutes.GetDonation.At(donation), new NoQuery(), cancel);
}
