using System.Security.Cryptography;
using System.Text;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Pages.Association.Receipts;

static class PictureUploads
{
    /// <summary>Uploads a picture under a key made of its parcel and its content, so that it may be sent as often as the network fails.</summary>
    public static Task<Reply<TakePhotoAnswer>> Upload(this DistributionClient distribution, ParcelNumber parcel, byte[] picture, CancellationToken cancel) =>
        distribution.TakePhoto(parcel, picture, Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(parcel.Value), .. picture])), cancel);
}
