using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>
/// Keeps the pieces allotted to each recipient and those it has confirmed. The balance cannot show this: pieces handed on belong to an institution, which
/// is not linked to a recipient there.
/// </summary>
public static class WhenRecipientsConfirm
{
    /// <param name="Recipient">The recipient whose share changes.</param>
    /// <param name="Allotted">Change in the pieces allotted to it.</param>
    /// <param name="Confirmed">Change in the pieces it has confirmed, in any condition.</param>
    public sealed record Change(string Recipient, long Allotted, long Confirmed);

    public static void Map(ServiceDefinition tracking) => tracking.WhenPiecesMove("distribution", Keep);

    static void Keep(Recorded about, IReadOnlyList<Movement> movements, Session session)
    {
        foreach (var share in movements
            .SelectMany(movement => ChangesOf(movement), (movement, change) => (movement.Goods, Change: change))
            .GroupBy(one => (one.Goods.Donation, one.Goods.Line, one.Goods.Product, one.Change.Recipient)))
        {
            var row = new
            {
                session.Generation,
                share.Key.Donation,
                share.Key.Line,
                share.Key.Product,
                share.Key.Recipient,
                Allotted = share.Sum(one => one.Change.Allotted),
                Confirmed = share.Sum(one => one.Change.Confirmed),
            };
            session.Upsert(
                """
                update recipient_share set allotted = allotted + @Allotted, confirmed = confirmed + @Confirmed
                where generation = @Generation and donation = @Donation and line = @Line and recipient = @Recipient
                """,
                """
                insert into recipient_share (generation, donation, line, recipient, product, allotted, confirmed)
                values (@Generation, @Donation, @Line, @Recipient, @Product, @Allotted, @Confirmed)
                """,
                row);
        }
    }

    /// <summary>
    /// Returns the changes caused by a movement. Pieces are outstanding while they are reserved for a recipient, in transit to it, or missing there.
    /// A move from its own stock
    /// back to these corrects a wrong report; a move from elsewhere adds to the allotment. Written-off pieces were allotted and never arrived.
    /// </summary>
    public static IEnumerable<Change> ChangesOf(Movement movement)
    {
        var pieces = movement.Goods.Pieces;
        var from = ToCome(movement.From);
        var to = ToCome(movement.To);
        if (from == to || movement.To == LedgerAccount.MissingWrittenOff)
            yield break;
        if (to is not null)
            yield return movement.From?.Holder == to ? new Change(to, 0, -pieces) : new Change(to, pieces, 0);
        if (from is not null)
            yield return movement.To?.Holder == from ? new Change(from, 0, pieces) : new Change(from, -pieces, 0);
    }

    static string? ToCome(LedgerAccount? account) =>
        account is { Name: "reserved" or "in-delivery" or "missing" } && account != LedgerAccount.MissingWrittenOff ? account.Value.Holder : null;
}
