using System.Globalization;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>Parcels that left at the same time with the same carrier: one dispatch, as people remember it.</summary>
public sealed record Departure(DateTimeOffset At, string Carrier, IReadOnlyList<SentParcel> Parcels)
{
    /// <summary>The latest first.</summary>
    public static IReadOnlyList<Departure> Of(IEnumerable<SentParcel> parcels) =>
    [
        .. parcels.GroupBy(parcel => (parcel.DispatchedAt, parcel.Carrier))
            .Select(group => new Departure(group.Key.DispatchedAt, group.Key.Carrier, [.. group.OrderBy(parcel => parcel.Recipient, StringComparer.Ordinal).ThenBy(parcel => parcel.Number, StringComparer.Ordinal)]))
            .OrderByDescending(departure => departure.At),
    ];

    public string Address => Link(At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    public static string Link(string at) => $"/coordinator/dispatch/sent?at={Uri.EscapeDataString(at)}";
}

/// <summary>A parcel in a list.</summary>
public sealed record SentParcel
{
    public required string Number { get; init; }

    public required string Recipient { get; init; }

    public required string State { get; init; }

    public required string Carrier { get; init; }

    public string? Waybill { get; init; }

    public required DateTimeOffset DispatchedAt { get; init; }

    public required DateOnly ExpectedOn { get; init; }

    public required long Cartons { get; init; }

    public required long Pieces { get; init; }

    public required long Outstanding { get; init; }
}
