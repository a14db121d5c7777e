using System.Security.Cryptography;
using System.Text;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Pages.Association.Receipts;

static class PictureUploads
{
    /// <summary>Uploads a picture under a key derived from its parcel and content, so that uploads can be retried.</summary>
    public static Task<Reply<TakePhotoAnswer>> Upload(this DistributionClient distribution, ParcelNumber parcel, byte[] picture, CancellationToken cancel) =>
        distribution.TakePhoto(parcel, picture, Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(parcel.Value), .. picture])), cancel);
}
