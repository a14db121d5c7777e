using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>Changes a pledge, with a reason. Pieces that are already packed cannot be withdrawn.</summary>
public static class AmendDonation
{
    public static void Map(ServiceDefinition intake) => intake
        .Post(IntakeRoutes.AmendDonation, Handle, Role.Foundation)
        .On<DonationAmended>(Apply);

    static Answer<AmendDonationAnswer> Handle(AmendDonationRequest request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("not-found", ("number", number));
        return command.Record(Donation.Stream(number), Decide(donation, request), out _, out var refusal)
            ? Answer.Ok(new AmendDonationAnswer(number))
            : refusal;
    }

    public static Decision<DonationAmended> Decide(Donation donation, AmendDonationRequest request)
    {
        if (donation.Ended is { } ended)
            return ended;
        if (Check.Reason("reason", request.Reason) is { } unreasoned)
            return unreasoned;
        if (request.Lines.Count is 0 or > Donation.MaxLines || request.Lines.Where(line => line.Number is not null).GroupBy(line => line.Number).Any(same => same.Count() > 1))
            return new Refusal("lines-missing", ("field", "lines"));

        var lines = new List<DonationLine>();
        var movements = new List<Movement>();
        var next = donation.Lines.Max(line => line.Line) + 1;
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var asked = request.Lines[i];
            if (asked is not { Number: not null, Pieces: 0 } && Check.Pieces($"lines[{i}].pieces", asked.Pieces) is { } wrong)
                return wrong;
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
            : new DonationAmended(donation.Number, request.Reason, lines, movements);
    }

    static void Apply(Recorded<DonationAmended> amended, Session session)
    {
        foreach (var line in amended.Event.Lines)
        {
            session.Upsert(
                "update donation_line set pieces = @Pieces where donation = @Number and line = @Line",
                "insert into donation_line (donation, line, product, gtin, pieces) values (@Number, @Line, @Product, @Gtin, @Pieces)",
                new { amended.Event.Number, line.Line, line.Product, line.Gtin, line.Pieces });
        }
    }
}
