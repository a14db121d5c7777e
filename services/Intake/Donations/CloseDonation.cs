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

/// <summary>
/// Closes a donation once every piece has reached a final account. That happens automatically; an earlier request is refused with what is still open.
/// </summary>
public static class CloseDonation
{
    public static void Map(ServiceDefinition intake) => intake
        .Post(IntakeRoutes.CloseDonation, Handle, Role.Foundation)
        .On<DonationClosed>(Apply);

    static Answer<CloseDonationAnswer> Handle(CloseDonationRequest request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("not-found", ("number", number));
        return command.Record(Donation.Stream(number), Decide(donation), out _, out var refusal)
            ? Answer.Ok(new CloseDonationAnswer(number))
            : refusal;
    }

    public static Decision<DonationClosed> Decide(Donation donation)
    {
        if (donation.Ended is { } ended)
            return ended;
        OpenPieces[] open =
        [
            .. donation.Balance.Where(entry => !entry.Key.Account.AtRest)
                .Select(entry => new OpenPieces(entry.Key.Line, entry.Key.Account, entry.Value))
                .OrderBy(entry => entry.Line).ThenBy(entry => entry.Account.Value, StringComparer.Ordinal),
        ];
        return open.Length == 0
            ? new DonationClosed(donation.Number)
            : new Refusal(
                "donation-balance-open",
                ("number", donation.Number),
                ("pieces", open.Sum(entry => entry.Pieces)),
                ("accounts", open.Select(entry => entry.Account.Name).Distinct(StringComparer.Ordinal).ToArray()),
                ("places", open.Select(entry => entry.Account.Name).Distinct(StringComparer.Ordinal).Select(StateWords.Of).ToArray()),
                ("unit", ProductWords.Unit(open.Select(entry => donation.Lines.First(line => line.Line == entry.Line).Product))),
                ("open", open));
    }

    static void Apply(Recorded<DonationClosed> closed, Session session) =>
        session.Execute("update donation set state = 'closed' where number = @Number", new { closed.Event.Number });
}
