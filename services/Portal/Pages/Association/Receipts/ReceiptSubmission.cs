using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>How a receipt and its pictures are given to Distribution, from the form and from what a device kept.</summary>
static class ReceiptSubmission
{
    /// <summary>Bytes of a picture, as Distribution takes them.</summary>
    public const int MostPhoto = 10 * 1024 * 1024;

    public sealed record Confirmed(string Receipt, string Parcel, long Outstanding);

    public sealed record Taken(string Photo);

    public static Task<Reply<Confirmed>> Confirm(
        Services services, string parcel, string receivedAt, int? seen, IReadOnlyList<ReportedLine>? lines, string key, CancellationToken gone)
    {
        var path = $"/parcels/{Uri.EscapeDataString(parcel)}/receipts";
        return lines is null
            ? services.Post<Confirmed>("distribution", path, new { receivedAt, allGood = true, seen }, key, gone)
            : services.Post<Confirmed>("distribution", path, new { receivedAt, lines, seen }, key, gone);
    }

    /// <summary>The key of a picture is its parcel and its content, so that it may be sent as often as the network fails.</summary>
    public static Task<Reply<Taken>> Take(Services services, string parcel, byte[] picture, CancellationToken gone)
    {
        // The content decides what it is; what the browser says of it does not matter.
        var content = new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        var key = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(parcel), .. picture]));
        return services.Post<Taken>("distribution", $"/parcels/{Uri.EscapeDataString(parcel)}/photos", content, key, gone);
    }
}
