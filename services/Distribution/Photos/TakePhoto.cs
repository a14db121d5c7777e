using System.Diagnostics.CodeAnalysis;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Parcels;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Photos;

/// <summary>
/// Stores a picture of the contents of a parcel; a receipt then refers to it by its hash. Repeated uploads are recognised, so a
/// telephone may retry as often as its network fails.
/// </summary>
public static class TakePhoto
{
    public const int MaxOfParcel = 100;

    /// <summary>A picture, or why it was refused.</summary>
    public sealed class Reading
    {
        Reading(Photo? photo, Refusal? refusal) => (Photo, Refusal) = (photo, refusal);

        public Photo? Photo { get; }

        public Refusal? Refusal { get; }

        [MemberNotNullWhen(true, nameof(Refusal))]
        [MemberNotNullWhen(false, nameof(Photo))]
        public bool IsRefused => Photo is null;

        public static implicit operator Reading(Photo photo) => new(photo, null);

        public static implicit operator Reading(Refusal refusal) => new(null, refusal);
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.TakePhoto, upload => Read(upload.Content), Handle, Roles.Receiving)
        .Keep("photo");

    public static Reading Read(ReadOnlyMemory<byte> content) =>
        content.Length > DistributionRoutes.MaxPhotoBytes
            ? new Refusal("photo-too-large", ("megabytes", (content.Length + (1 << 20) - 1) >> 20), ("most", DistributionRoutes.MaxPhotoBytes >> 20))
        : Photo.TryRead(content.Span, out var photo) ? photo
        : new Refusal("photo-format");

    static Answer<TakePhotoAnswer> Handle(Reading reading, NoQuery _, Command command)
    {
        var (session, number) = (command.Session, command.Route<ParcelNumber>("parcel"));
        if (Parcel.Load(session, number) is not { } parcel || !command.Caller.MaySee(parcel.Recipient.Value))
            return new Refusal("not-found");
        if (reading.IsRefused)
            return reading.Refusal;
        var photo = reading.Photo;
        var known = Photo.Of(session, number);
        var taken = new TakePhotoAnswer(photo.Hash, photo.ContentType, photo.Width, photo.Height);
        if (known.Contains(photo.Hash))
            return Answer.Ok(taken);
        if (known.Count >= MaxOfParcel)
            return new Refusal("parcel-photos-many", ("parcel", number), ("most", MaxOfParcel));
        session.Execute(
            """
            insert into photo (parcel, hash, content_type, width, height, bytes, uploaded_by, uploaded_at)
            values (@number, @Hash, @ContentType, @Width, @Height, @Bytes, @Account, @Now)
            """,
            new { number, photo.Hash, photo.ContentType, photo.Width, photo.Height, photo.Bytes, command.Caller.Account, command.Now });
        return Answer.Created(taken);
    }
}
