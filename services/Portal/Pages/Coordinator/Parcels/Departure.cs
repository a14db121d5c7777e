using System.Globalization;
using Logistics.Client.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>Parcels that left at the same time with the same carrier, which people remember as one dispatch.</summary>
public sealed record Departure(DateTimeOffset At, string Carrier, IReadOnlyList<ParcelRow> Parcels)
{
    /// <summary>Groups parcels into departures, latest first.</summary>
    public static IReadOnlyList<Departure> Of(IEnumerable<ParcelRow> parcels) =>
    [
        .. parcels.GroupBy(parcel => (parcel.DispatchedAt, parcel.Carrier))
            .Select(group => new Departure(group.Key.DispatchedAt, group.Key.Carrier, [.. group.OrderBy(parcel => parcel.Recipient.Value, StringComparer.Ordinal).ThenBy(parcel => parcel.Number.Value, StringComparer.Ordinal)]))
            .OrderByDescending(departure => departure.At).ThenBy(departure => departure.Carrier, StringComparer.Ordinal),
    ];

    public string Address => Link(At);

    public static string Link(DateTimeOffset at) => $"/coordinator/dispatch/sent?at={Uri.EscapeDataString(at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))}";
}
