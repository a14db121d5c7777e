using Logistics.Contracts.Codes;
using Logistics.Distribution.Parcels;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Photos;

/// <summary>
/// Somebody shows what came in a parcel; a receipt then names the picture by its hash. The same picture again is recognised, so that a
/// telephone may send it as often as its network fails.
/// </summary>
public static class TakePhoto
{
    public const int MostOfParcel = 100;

    /// <param name="Photo">By which a receipt names it.</param>
    /// <param name="ContentType">As found.</param>
    /// <param name="Width">In pixels.</param>
    /// <param name="Height">In pixels.</param>
    public sealed record Taken(string Photo, string ContentType, int Width, int Height);

    /// <summary>One of the two.</summary>
    public sealed record Reading(Photo? Photo, Refusal? Refusal);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post("/parcels/{parcel}/photos", ["image/jpeg", "image/png", "image/webp"], upload => Read(upload.Content), Handle, Role.Association, Role.Coordinator)
        .Keep("photo");

    public static Reading Read(ReadOnlyMemory<byte> content) =>
        content.Length > Photo.MostBytes ? new(null, new Refusal("photo-too-large", ("megabytes", (content.Length + (1 << 20) - 1) >> 20), ("most", Photo.MostBytes >> 20)))
        : Photo.TryRead(content.Span, out var photo) ? new(photo, null)
        : new(null, new Refusal("photo-format"));

    static Answer Handle(Reading reading, Command command)
    {
        var (session, number) = (command.Session, command.Route<ParcelNumber>("parcel"));
        if (Parcel.Load(session, number) is not { } parcel || !command.Caller.MaySee(parcel.Recipient.Value))
            return new Refusal("not-found");
        if (reading.Photo is not { } photo)
            return reading.Refusal!;
        var known = Photo.Of(session, number);
        var taken = new Taken(photo.Hash, photo.ContentType, photo.Width, photo.Height);
        if (known.Contains(photo.Hash))
            return Answer.Ok(taken);
        if (known.Count >= MostOfParcel)
            return new Refusal("parcel-photos-many", ("parcel", number), ("most", MostOfParcel));
        session.Execute(
            """
            insert into photo (parcel, hash, content_type, width, height, bytes, uploaded_by, uploaded_at)
            values (@number, @Hash, @ContentType, @Width, @Height, @Bytes, @Account, @Now)
            """,
            new { number, photo.Hash, photo.ContentType, photo.Width, photo.Height, photo.Bytes, command.Caller.Account, command.Now });
        return Answer.Created(taken);
    }
}
