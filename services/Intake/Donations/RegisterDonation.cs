using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>Foundation staff register a gift, in lines of product and pieces.</summary>
public static class RegisterDonation
{
    public sealed record Request(string Donor, DateOnly PledgedOn, IReadOnlyList<Line> Lines);

    public sealed record Line(ProductCode Product, long Pieces, Gtin? Gtin = null);

    public sealed record Registered(DonationNumber Number);

    public static void Map(ServiceDefinition intake) => intake
        .Post<Request>("/donations", Handle, Role.Foundation)
        .On<DonationRegistered>(Apply);

    static Answer Handle(Request request, Command command)
    {
        if (YearOpposed(request.PledgedOn) is { } opposed)
            return opposed;
        var year = request.PledgedOn.Year;
        var earlier = command.Session.Scalar<long>("select count(*) from donation where number like @pattern", new { pattern = $"D-{year:0000}-%" });
        var number = DonationNumber.From(year, earlier + 1);
        return command.Record(Donation.Stream(number), Decide(number, request), out var refusal)
            ? Answer.Created(new Registered(number))
            : refusal;
    }

    public static Decision Decide(DonationNumber number, Request request)
    {
        if (request.Donor.Length is 0 or > 200)
            return new Refusal("donor-blank");
        if (request.Lines.Count is 0 or > 200)
            return new Refusal("lines-missing", ("field", "lines"));
        var lines = request.Lines.Select((line, i) => new DonationLine(i + 1, line.Product, line.Gtin, line.Pieces)).ToList();
        if (lines.Find(line => line.Pieces is < 1 or > Donation.MostPieces) is { } wrong)
            return new Refusal("pieces-not-positive", ("field", $"lines[{wrong.Line - 1}].pieces"), ("value", wrong.Pieces));
        return Decision.Record(new DonationRegistered(
            number,
            request.Donor,
            request.PledgedOn,
            lines,
            [.. lines.Select(line => new Movement(null, LedgerAccount.Pledged, new Goods(number, line.Line, line.Product, null, null, null, line.Pieces)))]));
    }

    /// <summary>Donations are numbered by the year of their pledge, so this is asked before there is a number.</summary>
    static Refusal? YearOpposed(DateOnly pledgedOn) =>
        pledgedOn.Year is < 2000 or > 2100 ? new Refusal("date-out-of-range", ("field", "pledgedOn"), ("value", pledgedOn)) : null;

    static void Apply(Recorded<DonationRegistered> registered, Session session)
    {
        var donation = registered.Event;
        session.Execute(
            """
            insert into donation (number, donor, pledged_on, state, registered_by, registered_at)
            values (@Number, @Donor, @PledgedOn, 'open', @Actor, @At)
            """,
            new { donation.Number, donation.Donor, donation.PledgedOn, registered.Actor, registered.At });
        foreach (var line in donation.Lines)
        {
            session.Execute(
                "insert into donation_line (donation, line, product, gtin, pieces) values (@Number, @Line, @Product, @Gtin, @Pieces)",
                new { donation.Number, line.Line, line.Product, line.Gtin, line.Pieces });
        }
    }
}
