using System.Globalization;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Intake.Donations;

namespace Logistics.Intake.PackingLists;

/// <summary>Foundation staff pack one line of a donation in so many cartons of so many pieces, numbered by the system.</summary>
public static class PackUniformly
{
    public const int MostCartons = 99_999;

    /// <param name="Line">Line of the donation.</param>
    /// <param name="Cartons">1 to <see cref="MostCartons"/>.</param>
    /// <param name="PiecesPerCarton">1 or more.</param>
    /// <param name="Lot">All in one lot.</param>
    /// <param name="Expiry">Of the lot.</param>
    /// <param name="Size">Of the product.</param>
    public sealed record Request(int Line, int Cartons, long PiecesPerCarton, LotNumber Lot, Expiry? Expiry = null, string? Size = null);

    /// <param name="Number">The donation.</param>
    /// <param name="Cartons">Cartons packed.</param>
    /// <param name="Pieces">Pieces in them.</param>
    /// <param name="FirstCode">Code of the first carton, for example <c>C00001</c>.</param>
    /// <param name="LastCode">Code of the last.</param>
    public sealed record Packed(DonationNumber Number, int Cartons, long Pieces, string FirstCode, string LastCode);

    public static void Map(ServiceDefinition intake) => intake
        .Post<Request>("/donations/{number}/uniform-packings", Handle, Role.Foundation);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("donation-not-found", ("number", number));
        var first = 1 + command.Session.Query<string>("select sender_code from carton where donation = @number and sender_code like 'C_____'", new { number })
            .Select(SerialOf).Append(0).Max();
        return command.Record(Donation.Stream(number), Decide(donation, first, request), out var refusal)
            ? Answer.Ok(new Packed(number, request.Cartons, request.Cartons * request.PiecesPerCarton, CodeOf(first), CodeOf(first + request.Cartons - 1)))
            : refusal;
    }

    /// <param name="donation">The donation.</param>
    /// <param name="first">Serial number of the first carton.</param>
    /// <param name="request">What to pack.</param>
    public static Decision Decide(Donation donation, int first, Request request)
    {
        if (donation.State != DonationState.Open)
            return new Refusal("donation-not-open", ("number", donation.Number), ("state", donation.State));
        if (donation.Lines.FirstOrDefault(line => line.Line == request.Line) is not { } line)
            return new Refusal("donation-line-unknown", ("field", "line"), ("line", request.Line), ("number", donation.Number));
        if (request.Cartons is < 1 or > MostCartons || first + request.Cartons > MostCartons + 1)
            return new Refusal("cartons-out-of-range", ("field", "cartons"), ("value", request.Cartons), ("most", MostCartons + 1 - first));
        if (request.PiecesPerCarton is < 1 or > Donation.MostPieces)
            return new Refusal("pieces-not-positive", ("field", "piecesPerCarton"), ("value", request.PiecesPerCarton));
        var open = donation.On(request.Line, LedgerAccount.Pledged);
        if ((Int128)request.Cartons * request.PiecesPerCarton > open)
            return new Refusal("packed-beyond-pledge", ("line", request.Line), ("open", open), ("asked", (decimal)request.Cartons * request.PiecesPerCarton), ("unit", ProductWords.Unit(line.Product)));

        if (request.Size is { Length: > PackingListCells.LongestSize } given)
            return new Refusal("size-too-long", ("field", "size"), ("value", given), ("most", PackingListCells.LongestSize));

        var size = string.IsNullOrEmpty(request.Size) ? null : request.Size;
        var goods = new Goods(donation.Number, line.Line, line.Product, size, request.Lot, request.Expiry, request.PiecesPerCarton);
        return Decision.Record(PackingList.Events(
            donation,
            new PackingListAttached(donation.Number, null, null, null, request.Cartons, request.Cartons * request.PiecesPerCarton),
            [.. Enumerable.Range(first, request.Cartons).Select(serial => new Carton(CartonId.From(donation.Number, CodeOf(serial)), CodeOf(serial), [goods]))]));
    }

    static string CodeOf(int serial) => $"C{serial:00000}";

    /// <summary>0 for a code that is not one of ours: the database's «like» takes c0000A too.</summary>
    static int SerialOf(string code) => int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && CodeOf(serial) == code ? serial : 0;
}
