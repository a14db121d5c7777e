using System.Globalization;
using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Registry;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Intake.Donations;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.PackingLists;

/// <summary>Packs a line of a donation into cartons of equal size, numbered by the system.</summary>
public static class PackUniformly
{
    /// <summary>Maximum number of a donation's cartons that the system can number.</summary>
    const int MaxCartons = 99_999;

    public static void Map(ServiceDefinition intake) => intake
        .Post(IntakeRoutes.PackUniformly, Handle, Role.Foundation);

    static Answer<PackUniformlyAnswer> Handle(PackUniformlyRequest request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("not-found", ("number", number));
        var first = 1 + command.Session.Query<string>("select sender_code from carton where donation = @number and sender_code like 'C_____'", new { number })
            .Select(SerialOf).Append(0).Max();
        return command.Record(Donation.Stream(number), Decide(donation, first, request), out var refusal)
            ? Answer.Ok(new PackUniformlyAnswer(number, request.Cartons, request.Cartons * request.PiecesPerCarton, CodeOf(first), CodeOf(first + request.Cartons - 1)))
            : refusal;
    }

    /// <param name="donation">The donation.</param>
    /// <param name="first">Serial number of the first carton.</param>
    /// <param name="request">The line, the number of cartons and their size.</param>
    public static Decision Decide(Donation donation, int first, PackUniformlyRequest request)
    {
        if (donation.Ended is { } ended)
            return ended;
        if (donation.Lines.FirstOrDefault(line => line.Line == request.Line) is not { } line)
            return new Refusal("donation-line-unknown", ("field", "line"), ("line", request.Line), ("number", donation.Number));
        if (request.Cartons is < 1 or > MaxCartons || first + request.Cartons > MaxCartons + 1)
            return new Refusal("cartons-out-of-range", ("field", "cartons"), ("value", request.Cartons), ("most", MaxCartons + 1 - first));
        if (Check.Pieces("piecesPerCarton", request.PiecesPerCarton) is { } uncountable)
            return uncountable;
        var open = donation.On(request.Line, LedgerAccount.Pledged);
        if ((Int128)request.Cartons * request.PiecesPerCarton > open)
            return new Refusal("packed-beyond-pledge", ("line", request.Line), ("open", open), ("asked", (decimal)request.Cartons * request.PiecesPerCarton), ("unit", ProductWords.Unit(line.Product)));
        if (Check.Text("size", request.Size, PackingListCells.MaxSize) is { } tooLong)
            return tooLong;

        var size = string.IsNullOrEmpty(request.Size) ? null : request.Size;
        var goods = new Goods(donation.Number, line.Line, line.Product, size, request.Lot, request.Expiry, request.PiecesPerCarton);
        return Decision.Record(PackingList.Events(
            donation,
            new PackingListAttached(donation.Number, null, null, null, request.Cartons, request.Cartons * request.PiecesPerCarton),
            [.. Enumerable.Range(first, request.Cartons).Select(serial => new Carton(CartonId.From(donation.Number, CodeOf(serial)), CodeOf(serial), [goods]))]));
    }

    static string CodeOf(int serial) => $"C{serial:00000}";

    /// <summary>Returns 0 for codes not assigned by the system: the database's «like» also matches c0000A.</summary>
    static int SerialOf(string code) => int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && CodeOf(serial) == code ? serial : 0;
}
