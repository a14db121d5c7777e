using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="Photo">SHA-256 of the bytes in lower-case hexadecimal digits; a receipt names the picture by it.</param>
/// <param name="ContentType">Media type, told by the content.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record TakePhotoAnswer(string Photo, string ContentType, int Width, int Height);

public static partial class DistributionRoutes
{
    /// <summary>Bytes of the largest picture.</summary>
    public const int MaxPhotoBytes = 10 * 1024 * 1024;

    public static readonly UploadRoute<NoQuery, TakePhotoAnswer> TakePhoto = new(Service, "/parcels/{parcel}/photos", ["image/jpeg", "image/png", "image/webp"]);
}

public sealed partial class DistributionClient
{
    /// <summary>Uploads a picture of a parcel: JPEG, PNG or WebP of up to <see cref="DistributionRoutes.MaxPhotoBytes"/>. The same picture again changes nothing.</summary>
    public Task<Reply<TakePhotoAnswer>> TakePhoto(ParcelNumber parcel, byte[] picture, string key, CancellationToken cancel = default) =>
        // The service reads the format from the content.
        Calls.Upload(DistributionRoutes.TakePhoto, DistributionRoutes.TakePhoto.At(parcel), new NoQuery(), picture, "image/jpeg", key, cancel);
}
