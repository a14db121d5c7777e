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

/// <summary>Registers a donation as lines of product and pieces.</summary>
public static class RegisterDonation
{
    public static void Map(ServiceDefinition intake) => intake
        .Post(IntakeRoutes.RegisterDonation, Handle, Role.Foundation)
        .On<DonationRegistered>(Apply);

    static Answer<RegisterDonationAnswer> Handle(RegisterDonationRequest request, Command command)
    {
        // The year of the pledge becomes part of the number, so it is checked before the number is assigned.
        if (Check.Date("pledgedOn", request.PledgedOn) is { } wrong)
            return wrong;
        var year = request.PledgedOn.Year;
        var earlier = command.Session.Scalar<long>("select count(*) from donation where number like @pattern", new { pattern = $"D-{year:0000}-%" });
        var number = DonationNumber.From(year, earlier + 1);
        return command.Record(Donation.Stream(number), Decide(number, request), out _, out var refusal)
            ? Answer.Created(new RegisterDonationAnswer(number))
            : refusal;
    }

    public static Decision<DonationRegistered> Decide(DonationNumber number, RegisterDonationRequest request)
    {
        if (Check.Required("donor", request.Donor, RegisterDonationRequest.MaxDonor) is { } unnamed)
            return unnamed;
        if (request.Lines.Count is 0 or > Donation.MaxLines)
            return new Refusal("lines-missing", ("field", "lines"));
        var lines = request.Lines.Select((line, i) => new DonationLine(i + 1, line.Product, line.Gtin, line.Pieces)).ToList();
        if (lines.Select((line, i) => Check.Pieces($"lines[{i}].pieces", line.Pieces)).FirstOrDefault(refusal => refusal is not null) is { } wrong)
            return wrong;
        return new DonationRegistered(
            number,
            request.Donor,
            request.PledgedOn,
            lines,
            [.. lines.Select(line => new Movement(null, LedgerAccount.Pledged, new Goods(number, line.Line, line.Product, null, null, null, line.Pieces)))]);
    }

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
