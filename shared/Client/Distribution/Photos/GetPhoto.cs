namespace Logistics.Client.Distribution;

public static partial class DistributionRoutes
{
    public static readonly FileRoute<NoQuery> GetPhoto = new(Service, "/photos/{photo}", ["image/jpeg", "image/png", "image/webp"]);
}

public sealed partial class DistributionClient
{
    /// <summary>Opens a picture.</summary>
    /// <param name="photo">SHA-256 of its bytes in hexadecimal digits.</param>
    /// <param name="cancel">The caller has gone.</param>
    public Task<HttpResponseMessage> GetPhoto(string photo, CancellationToken cancel = default) =>
        Calls.Open(DistributionRoutes.GetPhoto, DistributionRoutes.GetPhoto.At(photo), new NoQuery(), cancel);
}
