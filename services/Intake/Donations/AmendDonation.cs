using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>Foundation staff change what is pledged, with a reason. What is packed already cannot be taken back by it.</summary>
public static class AmendDonation
{
    public sealed record Request(string Reason, IReadOnlyList<Line> Lines);

    /// <param name="Number">A line of the donation; null for a new one.</param>
    /// <param name="Pieces">What is now pledged in all, 0 to take the line back.</param>
    /// <param name="Product">Required for a new line, and never changed afterwards.</param>
    /// <param name="Gtin">For a new line.</param>
    public sealed record Line(int? Number, long Pieces, ProductCode? Product = null, Gtin? Gtin = null);

    public sealed record Amended(DonationNumber Number);

    public static void Map(ServiceDefinition intake) => intake
        .Post<Request>("/donations/{number}/amendments", Handle, Role.Foundation)
        .On<DonationAmended>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("donation-not-found", ("number", number));
        return command.Record(Donation.Stream(number), Decide(donation, request), out var refusal)
            ? Answer.Ok(new Amended(number))
            : refusal;
    }

    public static Decision Decide(Donation donation, Request request)
    {
        if (donation.State != DonationState.Open)
            return new Refusal("donation-not-open", ("number", donation.Number), ("state", donation.State));
        if (request.Reason.Length == 0)
            return new Refusal("reason-required", ("field", "reason"));
        if (request.Lines.Count is 0 or > 200 || request.Lines.Where(line => line.Number is not null).GroupBy(line => line.Number).Any(same => same.Count() > 1))
            return new Refusal("lines-missing", ("field", "lines"));

        var lines = new List<DonationLine>();
        var movements = new List<Movement>();
        var next = donation.Lines.Max(line => line.Line) + 1;
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var asked = request.Lines[i];
            if (asked.Pieces is < 0 or > Donation.MostPieces || asked is { Number: null, Pieces: 0 })
                return new Refusal("pieces-not-positive", ("field", $"lines[{i}].pieces"), ("value", asked.Pieces));
            var present = donation.Lines.FirstOrDefault(line => line.Line == asked.Number);
            if (asked.Number is { } number && present is null)
                return new Refusal("donation-line-unknown", ("field", $"lines[{i}].number"), ("line", number), ("number", donation.Number));
            if ((present?.Product ?? asked.Product) is not { } product || (asked.Product ?? product) != product)
                return new Refusal("donation-line-product", ("field", $"lines[{i}].product"));

            var changed = new DonationLine(present?.Line ?? next++, product, present?.Gtin ?? asked.Gtin, asked.Pieces);
            var more = changed.Pieces - (present?.Pieces ?? 0);
            if (-more > donation.On(changed.Line, LedgerAccount.Pledged))
            {
                var fewest = present!.Pieces - donation.On(changed.Line, LedgerAccount.Pledged);
                return new Refusal("donation-line-packed", ("field", $"lines[{i}].pieces"), ("line", changed.Line), ("packed", fewest), ("asked", changed.Pieces), ("unit", ProductWords.Unit(product)));
            }

            if (more == 0)
                continue;
            lines.Add(changed);
            var goods = new Goods(donation.Number, changed.Line, product, null, null, null, Math.Abs(more));
            movements.Add(more > 0 ? new Movement(null, LedgerAccount.Pledged, goods) : new Movement(LedgerAccount.Pledged, null, goods));
        }

        return lines.Count == 0
            ? new Refusal("nothing-to-change")
            : Decision.Record(new DonationAmended(donation.Number, request.Reason, lines, movements));
    }

    static void Apply(Recorded<DonationAmended> amended, Session session)
    {
        foreach (var line in amended.Event.Lines)
        {
            var row = new { amended.Event.Number, line.Line, line.Product, line.Gtin, line.Pieces };
            if (session.Execute("update donation_line set pieces = @Pieces where donation = @Number and line = @Line", row) == 0)
                session.Execute("insert into donation_line (donation, line, product, gtin, pieces) values (@Number, @Line, @Product, @Gtin, @Pieces)", row);
        }
    }
}
