using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.Donations;

/// <summary>Keeps the balance of every donation from the movements of all three services, and closes a donation whose pieces are all final.</summary>
public static class WhenPiecesMove
{
    public static void Map(ServiceDefinition intake) => intake
        .WhenPiecesMove("intake", (_, movements, session) => Post(movements, session))
        .WhenPiecesMove("shipment", PostAndClose)
        .WhenPiecesMove("distribution", PostAndClose);

    static void PostAndClose(Recorded about, IReadOnlyList<Movement> movements, Session session)
    {
        Post(movements, session);
        foreach (var number in movements.Where(movement => movement.To is { AtRest: true }).Select(movement => movement.Goods.Donation).Distinct())
        {
            if (Donation.Load(session, number) is { State: DonationState.Open } donation && CloseDonation.Decide(donation) is { Event: { } closed })
                session.Append(Donation.Stream(number), closed);
        }
    }

    static void Post(IReadOnlyList<Movement> movements, Session session)
    {
        var postings = movements
            .SelectMany(movement => new[] { (Account: movement.From, Sign: -1, movement.Goods), (Account: movement.To, Sign: 1, movement.Goods) })
            .Where(posting => posting.Account is not null)
            .GroupBy(posting => (posting.Goods.Donation, posting.Goods.Line, Account: posting.Account!.Value))
            .Select(group => (group.Key, Pieces: group.Sum(posting => posting.Sign * posting.Goods.Pieces)));
        foreach (var ((donation, line, account), pieces) in postings)
        {
            session.Upsert(
                "update balance set pieces = pieces + @pieces where donation = @donation and line = @line and account = @account",
                "insert into balance (donation, line, account, pieces) values (@donation, @line, @account, @pieces)",
                new { donation, line, account, pieces });
        }
    }
}
