using Logistics.Client;
using Logistics.Portal.Upstream;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>A donation as Intake tells it, as far as the pages show it.</summary>
public sealed record Donation
{
    public required string Number { get; init; }

    public required string Donor { get; init; }

    public required DateOnly PledgedOn { get; init; }

    /// <summary>open, cancelled or closed.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<DonationLine> Lines { get; init; }

    public IReadOnlyList<PackingList> PackingLists { get; init; } = [];

    public CartonCount Cartons { get; init; } = new(0, 0);

    public bool IsOpen => State == "open";

    /// <summary>Where Intake has it.</summary>
    public static string PathOf(string number) => $"/donations/{Uri.EscapeDataString(number)}";

    public static Task<Reply<Donation>> Find(Services services, string number, CancellationToken cancel) =>
        services.Get<Donation>("intake", PathOf(number), cancel);

    /// <param name="FileName">As the sender called it; null where it has no name.</param>
    /// <param name="Encoding">How the file was read.</param>
    /// <param name="Cartons">Cartons in it.</param>
    /// <param name="Pieces">Pieces in it.</param>
    /// <param name="AttachedAt">When.</param>
    public sealed record PackingList(string? FileName, string Encoding, int Cartons, long Pieces, DateTimeOffset AttachedAt);

    /// <param name="Packed">In all.</param>
    /// <param name="Released">Those of them that may fly.</param>
    public sealed record CartonCount(long Packed, long Released);
}
