using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>
/// Keeps what was meant for each recipient and what of it came. The balance cannot tell: what was handed on is with an institution, which
/// belongs to no recipient there.
/// </summary>
public static class WhenRecipientsConfirm
{
    /// <param name="Recipient">Whose share changes.</param>
    /// <param name="Allotted">Pieces more that are meant for it.</param>
    /// <param name="Confirmed">Pieces more that it has said came, in whatever condition.</param>
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
    /// Pieces are still to come while they are reserved for a recipient, on their way to it, or missing there. What comes from its own hands
    /// back to these was reported wrongly; what comes from elsewhere is allotted anew. What is written off was allotted and never came.
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
