using System.Globalization;
using Logistics.Client.Shipment;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>A local time at a place, in the fields <c>at</c> and <c>offset</c> of a form.</summary>
/// <param name="Local">In browser format: <c>2020-05-12T02:35</c>.</param>
/// <param name="Offset">Offset of the place: <c>+09:00</c>.</param>
/// <param name="Place">IATA code of its airport.</param>
public sealed record PlaceTime(string Local, string Offset, string Place)
{
    /// <summary>Distinguishes the fields of several forms on one page.</summary>
    public string Id { get; init; } = "at";

    public static PlaceTime Of(DateTimeOffset at, string place) =>
        new(at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), OffsetOf(at), place);

    /// <summary>Proposes the current time at the destination of a consignment unless another was typed.</summary>
    public static PlaceTime Of(ConsignmentDetails consignment, DateTimeOffset now, string? typed)
    {
        var proposed = Of(consignment.AtDestination(now), consignment.Last.To);
        return typed is null ? proposed : proposed with { Local = typed };
    }

    /// <summary>Formats the offset of a time: <c>+09:00</c>.</summary>
    public static string OffsetOf(DateTimeOffset at) => at.ToString("zzz", CultureInfo.InvariantCulture);
}
