using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Documents;
using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Photos;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Receipts;

/// <summary>
/// Confirms a parcel for an association, completely or in any number of parts; each receipt adds to the earlier ones. A coordinator
/// may confirm on behalf of the association, which is recorded.
/// </summary>
public static class ConfirmReceipt
{
    /// <param name="Next">Number of this receipt.</param>
    /// <param name="Standing">Valid receipts of the parcel.</param>
    /// <param name="CasesBefore">Discrepancies numbered in the year before this receipt.</param>
    /// <param name="Changes">Receipts and reversals of the parcel in chronological order; their number is its version.</param>
    /// <param name="Photos">Hashes of the pictures taken of the parcel.</param>
    public sealed record Context(
        DocumentNumber Next,
        IReadOnlyList<DocumentNumber> Standing,
        long CasesBefore,
        IReadOnlyList<ParcelChange> Changes,
        IReadOnlySet<string> Photos);

    const string CaseKind = "DSR";
    const int MaxPhotos = 10;

    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.ConfirmReceipt, Handle, Roles.Receiving)
        .On<ReceiptConfirmed>(Apply);

    static Answer<ConfirmReceiptAnswer> Handle(ConfirmReceiptRequest request, Command command)
    {
        var session = command.Session;
        var number = command.Route<ParcelNumber>("parcel");
        if (Parcel.Load(session, number) is not { } parcel || !command.Caller.MaySee(parcel.Recipient.Value))
            return new Refusal("not-found");
        if (Check.Instant("receivedAt", request.ReceivedAt, command.Now) is { } wrong)
            return wrong;
        var year = request.ReceivedAt.Year;
        var context = new Context(
            Numbers.Next(session, "receipt", "R", year),
            session.Query<DocumentNumber>("select number from receipt where parcel = @number and reversed_at is null order by number", new { number }),
            Numbers.Taken(session, "discrepancy", CaseKind, year),
            ParcelChange.Load(session, number),
            Photo.Of(session, number));
        var decision = Decide(parcel, request, command.Caller.Role == Role.Coordinator, context);
        if (!command.Record(Parcel.Stream(number), decision, out var confirmed, out var refusal))
            return refusal;
        return Answer.Created(new ConfirmReceiptAnswer(
            confirmed.Receipt,
            number,
            [.. confirmed.Discrepancies.Select(discrepancy => discrepancy.Number)],
            parcel.Outstanding - confirmed.Movements.Sum(movement => movement.Goods.Pieces),
            context.Changes.Count + 1));
    }

    public static Decision<ReceiptConfirmed> Decide(Parcel parcel, ConfirmReceiptRequest request, bool onBehalf, Context context)
    {
        if (request.Seen is { } seen && seen != context.Changes.Count)
            return ChangedSince(parcel, context.Changes, seen);
        if (parcel.Outstanding == 0)
            return new Refusal("parcel-fully-received", ("parcel", parcel.Number), ("receipts", context.Standing.Select(receipt => receipt.Value).ToArray()));
        if (request.ReceivedAt < parcel.DispatchedAt)
        {
            return new Refusal(
                "received-before-dispatch",
                ("field", "receivedAt"),
                ("dispatchedAt", parcel.DispatchedAt.ToString("yyyy-MM-dd HH:mm zzz")));
        }

        var asked = request.Lines ?? [];
        if (request.AllGood == asked.Count > 0 || asked.DistinctBy(line => line.Line).Count() < asked.Count)
            return new Refusal("receipt-lines", ("field", "lines"));
        if (request.AllGood)
            asked = [.. parcel.Lines.Where(line => line.Outstanding > 0).Select(line => new ReportedLine(line.Number, line.Outstanding))];

        var found = new List<FoundLine>();
        for (var i = 0; i < asked.Count; i++)
        {
            var line = asked[i];
            if (parcel.Lines.FirstOrDefault(sent => sent.Number == line.Line) is not { } sent)
                return new Refusal("receipt-line-unknown", ("field", $"lines[{i}].line"), ("line", line.Line), ("parcel", parcel.Number));
            if ((Wrong(line, i) ?? WrongPhotos(line, i, context.Photos)) is { } wrong)
                return wrong;
            var pieces = (decimal)line.Good + line.Damaged + line.Missing + line.Unfit;
            if (pieces > sent.Outstanding)
            {
                return new Refusal(
                    "receipt-beyond-sent",
                    ("field", $"lines[{i}]"),
                    ("line", line.Line),
                    ("sent", sent.Goods.Pieces),
                    ("already", sent.Reported),
                    ("asked", (long)decimal.Min(pieces, long.MaxValue)),
                    ("unit", ProductWords.Unit(sent.Goods.Product)));
            }

            found.Add(new FoundLine(
                sent.Goods,
                new ReceiptLine(
                    line.Line,
                    line.Good,
                    line.Damaged,
                    line.Missing,
                    line.Unfit,
                    string.IsNullOrEmpty(line.Reason) ? null : line.Reason,
                    line.Photos is { Count: > 0 } photos ? [.. photos.Distinct(StringComparer.Ordinal)] : null)));
        }

        var confirmed = new ReceiptConfirmed(
            context.Next,
            parcel.Number,
            parcel.Recipient,
            request.ReceivedAt,
            onBehalf,
            [.. found.Select(line => line.Found)],
            [
                .. found.SelectMany(line => line.Cases(), (line, one) => (one.Kind, one.Goods, line.Found.Reason)).Select((one, i) => new Discrepancy(
                    DocumentNumber.From(CaseKind, request.ReceivedAt.Year, context.CasesBefore + i + 1), one.Kind, [one.Goods], 0, one.Reason)),
            ],
            [.. found.SelectMany(line => line.Movements(parcel.Recipient))]);
        return Limits.Fits(confirmed) ? confirmed : new Refusal("receipt-too-long", ("lines", found.Count));
    }

    /// <summary>Refuses a confirmation based on an outdated version of the parcel, and states what has changed since.</summary>
    static Refusal ChangedSince(Parcel parcel, IReadOnlyList<ParcelChange> changes, int seen)
    {
        var since = changes.Skip(Math.Clamp(seen, 0, changes.Count)).ToList();
        return new Refusal(
            "parcel-changed-since",
            ("parcel", parcel.Number),
            ("version", changes.Count),
            ("receipts", Named(reversal: false)),
            ("reversed", Named(reversal: true)),
            ("pieces", since.Sum(change => change.Reversal ? -change.Pieces : change.Pieces)),
            ("outstanding", parcel.Outstanding),
            ("unit", ProductWords.Unit(parcel.Lines.Select(line => line.Goods.Product))));

        string[]? Named(bool reversal) =>
            since.Where(change => change.Reversal == reversal).Select(change => change.Receipt.Value).ToArray() is { Length: > 0 } named ? named : null;
    }

    static Refusal? Wrong(ReportedLine line, int i)
    {
        (string Name, long Pieces)[] kinds = [("good", line.Good), ("damaged", line.Damaged), ("missing", line.Missing), ("unfit", line.Unfit)];
        if (Array.Find(kinds, kind => kind.Pieces < 0) is { Name: not null } negative)
            return new Refusal("receipt-negative", ("field", $"lines[{i}].{negative.Name}"), ("value", negative.Pieces));
        if (kinds.All(kind => kind.Pieces == 0))
            return new Refusal("receipt-nothing", ("field", $"lines[{i}]"), ("line", line.Line));
        return line.Damaged > 0 || line.Missing > 0 || line.Unfit > 0 ? Check.Reason($"lines[{i}].reason", line.Reason) : Check.Text($"lines[{i}].reason", line.Reason);
    }

    static Refusal? WrongPhotos(ReportedLine line, int i, IReadOnlySet<string> known)
    {
        var photos = line.Photos ?? [];
        if (photos.Count > MaxPhotos)
            return new Refusal("line-photos-many", ("field", $"lines[{i}].photos"), ("line", line.Line), ("most", MaxPhotos));
        return photos.FirstOrDefault(photo => !known.Contains(photo)) is { } unknown
            ? new Refusal("photo-unknown", ("field", $"lines[{i}].photos"), ("line", line.Line), ("photo", unknown))
            : null;
    }

    static void Apply(Recorded<ReceiptConfirmed> confirmed, Session session)
    {
        var receipt = confirmed.Event;
        session.Execute(
            """
            insert into receipt (number, parcel, recipient, received_at, on_behalf, confirmed_by, confirmed_at)
            values (@Receipt, @Parcel, @Recipient, @ReceivedAt, @OnBehalf, @Actor, @At)
            """,
            new { receipt.Receipt, receipt.Parcel, receipt.Recipient, receipt.ReceivedAt, receipt.OnBehalf, confirmed.Actor, confirmed.At });
        session.Execute(
            """
            insert into receipt_line (receipt, line, good, damaged, missing, unfit, reason)
            values (@Receipt, @Line, @Good, @Damaged, @Missing, @Unfit, @Reason)
            """,
            receipt.Lines.Select(line => new { receipt.Receipt, line.Line, line.Good, line.Damaged, line.Missing, line.Unfit, line.Reason }));
        session.Execute(
            "insert into receipt_photo (receipt, line, position, photo) values (@Receipt, @Line, @position, @photo)",
            receipt.Lines.SelectMany(line => (line.Photos ?? []).Select((photo, i) => new { receipt.Receipt, line.Line, position = i + 1, photo })));
        foreach (var discrepancy in receipt.Discrepancies)
        {
            var goods = GoodsRow.Of(discrepancy.Goods[0]);
            session.Execute(
                """
                insert into discrepancy (number, receipt, parcel, recipient, line, kind, pieces, unsettled, reason, void)
                select @Number, @Receipt, @Parcel, @Recipient, line, @Kind, @Pieces, @Pieces, @Reason, 0
                from parcel_line
                where parcel = @Parcel and donation = @Donation and donation_line = @Line and size = @Size and lot = @Lot
                """,
                new
                {
                    discrepancy.Number,
                    receipt.Receipt,
                    receipt.Parcel,
                    receipt.Recipient,
                    Kind = discrepancy.Kind.ToString().ToLowerInvariant(),
                    Reason = discrepancy.Reason ?? "",
                    goods.Donation,
                    goods.Line,
                    goods.Size,
                    goods.Lot,
                    goods.Pieces,
                });
        }

        Report(session, receipt.Parcel, receipt.Lines);
        Holding.Post(receipt.Movements, session);
    }

    /// <summary>Adds the pieces of these lines to those reported, or subtracts them for a negative sign.</summary>
    internal static void Report(Session session, ParcelNumber parcel, IEnumerable<ReceiptLine> lines, int sign = 1)
    {
        foreach (var line in lines)
        {
            var row = new { parcel, line.Line, Pieces = sign * (line.Good + line.Damaged + line.Missing + line.Unfit) };
            session.Execute("update parcel_line set reported = reported + @Pieces where parcel = @parcel and line = @Line", row);
            session.Execute("update parcel set outstanding = outstanding - @Pieces where number = @parcel", row);
        }
    }
}
