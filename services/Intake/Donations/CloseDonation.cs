using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>
/// A donation is closed when every piece of it has come to rest. It closes by itself; asking for it before says what is still open.
/// </summary>
public static class CloseDonation
{
    public sealed record Request;

    public sealed record Closed(DonationNumber Number);

    /// <param name="Line">Line of the donation.</param>
    /// <param name="Account">Where they are.</param>
    /// <param name="Pieces">How many.</param>
    public sealed record OpenPieces(int Line, LedgerAccount Account, long Pieces);

    public static void Map(ServiceDefinition intake) => intake
        .Post<Request>("/donations/{number}/close", Handle, Role.Foundation)
        .On<DonationClosed>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DonationNumber>("number");
        if (Donation.Load(command.Session, number) is not { } donation)
            return new Refusal("donation-not-found", ("number", number));
        return command.Record(Donation.Stream(number), Decide(donation), out var refusal)
            ? Answer.Ok(new Closed(number))
            : refusal;
    }

    public static Decision Decide(Donation donation)
    {
        if (donation.State != DonationState.Open)
            return new Refusal("donation-not-open", ("number", donation.Number), ("state", donation.State));
        OpenPieces[] open =
        [
            .. donation.Balance.Where(entry => !entry.Key.Account.AtRest)
                .Select(entry => new OpenPieces(entry.Key.Line, entry.Key.Account, entry.Value))
                .OrderBy(entry => entry.Line).ThenBy(entry => entry.Account.Value, StringComparer.Ordinal),
        ];
        return open.Length == 0
            ? Decision.Record(new DonationClosed(donation.Number))
            : new Refusal(
                "donation-balance-open",
                ("number", donation.Number),
                ("pieces", open.Sum(entry => entry.Pieces)),
                ("accounts", open.Select(entry => entry.Account.Name).Distinct(StringComparer.Ordinal).ToArray()),
                ("places", open.Select(entry => StateWords.Of(entry.Account.Name)).Distinct().ToArray()),
                ("unit", ProductWords.Unit(open.Select(entry => donation.Lines.First(line => line.Line == entry.Line).Product))),
                ("open", open));
    }

    static void Apply(Recorded<DonationClosed> closed, Session session) =>
        session.Execute("update donation set state = 'closed' where number = @Number", new { closed.Event.Number });
}
