using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Distribution.Documents;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Microsoft.Net.Http.Headers;

namespace Logistics.Distribution.Photos;

/// <summary>Serves a picture by its hash to callers who may see a parcel that it shows.</summary>
public static class GetPhoto
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.GetPhoto, Answer, Roles.SignedIn);

    static Served? Answer(NoQuery _, Query query)
    {
        var photo = query.Find<Row>(
            """
            select photo.hash, photo.content_type, photo.bytes
            from photo join parcel on parcel.number = photo.parcel
            where photo.hash = @hash and (@own = '' or parcel.recipient = @own)
            """,
            new { hash = query.RouteText("photo").ToLowerInvariant(), own = query.Own() });
        return photo is null ? null : new Served(photo);
    }

    sealed record Row
    {
        public required string Hash { get; init; }

        public required string ContentType { get; init; }

        public required byte[] Bytes { get; init; }
    }

    /// <summary>Serves uploaded content only as a picture: browsers neither sniff nor execute it.</summary>
    sealed class Served(Row photo) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = photo.ContentType;
            response.ContentLength = photo.Bytes.Length;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            response.Headers.CacheControl = "private, max-age=31536000, immutable";
            response.Headers.ETag = $"\"{photo.Hash}\"";
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"{photo.Hash[..12]}.{photo.ContentType["image/".Length..]}" }.ToString();
            return response.Body.WriteAsync(photo.Bytes, httpContext.RequestAborted).AsTask();
        }
    }
}
