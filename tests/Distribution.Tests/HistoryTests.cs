using FsCheck;
using FsCheck.Fluent;
using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Documents;
using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Receipts;
using Logistics.Distribution.Stocks;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Tests;

/// <summary>
/// Whatever people do in whatever order, refused or not: no account is negative and the accounts add up to what was dispatched. The
/// decisions are the service's own; their state is kept by this test from nothing but the events.
/// </summary>
public sealed class HistoryTests
{
    const long Sent = 100;

    static readonly ParcelNumber[] Numbers = [Code.Parse<ParcelNumber>("P-13-2020-0001"), Code.Parse<ParcelNumber>("P-13-2020-0002")];
    static readonly RecipientCode Tokyo = Code.Parse<RecipientCode>("13");
    static readonly Institution Hospital = new(Code.Parse<InstitutionCode>("1310000001"), "City hospital", true);
    static readonly Goods[] Lots = [Cartons.Goods(Cartons.Mask, 1, Sent, "A", "2022-04"), Cartons.Goods(Cartons.Mask, 1, Sent, "B", "2021-04")];

    /// <param name="Kind">What is done.</param>
    /// <param name="Which">To which parcel, receipt, case or hand-over; beyond the last it wraps.</param>
    /// <param name="Pieces">How many.</param>
    /// <param name="Split">In what parts.</param>
    public sealed record Step(int Kind, int Which, int Pieces, int Split);

    static readonly Gen<Step> AnyStep = from kind in Gen.Choose(0, 5)
                                        from which in Gen.Choose(0, 9)
                                        from pieces in Gen.Choose(-1, 120)
                                        from split in Gen.Choose(0, 99)
                                        select new Step(kind, which, pieces, split);

    [Fact]
    public void Any_history_keeps_the_sum_and_no_account_is_negative()
    {
        var accepted = 0;
        Prop.ForAll(Gen.ListOf(AnyStep, 40).ToArbitrary(), steps =>
        {
            var history = new History();
            foreach (var step in steps)
                history.Do(step);
            accepted += history.Accepted;
        }).QuickCheckThrowOnFailure();
        Assert.True(accepted > 500, $"Only {accepted} steps were accepted: the test tests nothing.");
    }

    sealed class History
    {
        readonly Dictionary<LedgerAccount, long> accounts = new() { [LedgerAccount.InDelivery(Tokyo)] = Numbers.Length * Lots.Length * Sent };
        readonly List<ReceiptConfirmed> receipts = [];
        readonly HashSet<DocumentNumber> reversed = [];
        readonly List<DiscrepancyResolved> resolved = [];
        readonly List<HandedOver> handOvers = [];
        readonly Dictionary<GoodsKind, Goods> held = [];

        public int Accepted { get; private set; }

        public void Do(Step step)
        {
            Decision? decision = step.Kind switch
            {
                0 => Confirm(step, allGood: step.Split % 4 == 0),
                1 => Confirm(step, allGood: false),
                2 => receipts.Count == 0 ? null : (Decision)ReverseReceipt.Decide(Receipt(receipts[step.Which % receipts.Count]), Holdings, Takers, new("Mistake")),
                3 => receipts.Count == 0 ? null : Resolve(step),
                4 => HandOver(step),
                _ => handOvers.Count == 0 ? null : Reverse(handOvers[step.Which % handOvers.Count]),
            };
            foreach (var @event in decision?.Events ?? [])
            {
                Accepted++;
                Post(((IMovesPieces)@event).Movements);
                switch (@event)
                {
                    case ReceiptConfirmed confirmed: receipts.Add(confirmed); break;
                    case ReceiptReversed back: reversed.Add(back.Receipt); break;
                    case DiscrepancyResolved end: resolved.Add(end); break;
                    case HandedOver handed: handOvers.Add(handed); break;
                    case HandOverReversed back: reversed.Add(back.HandOver); break;
                }
            }

            Assert.DoesNotContain(accounts, account => account.Value < 0);
            Assert.DoesNotContain(held, goods => goods.Value.Pieces < 0);
            Assert.Equal(Numbers.Length * Lots.Length * Sent, accounts.Values.Sum());
            Assert.Equal(Holdings.Sum(goods => goods.Pieces), accounts.GetValueOrDefault(LedgerAccount.Association(Tokyo)));
        }

        IReadOnlyList<Goods> Holdings => [.. held.Values.Where(goods => goods.Pieces > 0)];

        Decision Confirm(Step step, bool allGood)
        {
            var number = Numbers[step.Which % Numbers.Length];
            var found = new ReportedLine(1 + step.Split % Lots.Length, step.Pieces - step.Pieces / 2, step.Pieces / 4, step.Pieces / 4, step.Split % 3, "Looked");
            return ConfirmReceipt.Decide(
                Parcel(number),
                allGood ? new(Hub.Received, true) : new(Hub.Received, Lines: [found]),
                false,
                new(DocumentNumber.From("R", 2020, receipts.Count + 1), [], receipts.Sum(receipt => receipt.Discrepancies.Count), [], new HashSet<string>()));
        }

        Decision? Resolve(Step step)
        {
            var receipt = Receipt(receipts[step.Which % receipts.Count]);
            return receipt.Cases.Count == 0
                ? null
                : (Decision)ResolveDiscrepancy.Decide(receipt, new(receipt.Cases[step.Split % receipt.Cases.Count].Line, receipt.Cases[step.Split % receipt.Cases.Count].Kind, (Resolution)(step.Split % 3), step.Pieces / 8, "Looked"));
        }

        Decision HandOver(Step step) => HandOverGoods.Decide(
            DocumentNumber.From("H", 2020, handOvers.Count + 1),
            Tokyo,
            Holdings,
            new Dictionary<GoodsKind, DateTimeOffset>(),
            new(Hospital, Hub.Received, [new(Cartons.Mask, step.Pieces, Lot: step.Split % 2 == 0 ? null : Lots[step.Split % Lots.Length].Lot)]));

        Decision Reverse(HandedOver handed) => ReverseHandOver.Decide(
            new HandOver(handed.HandOver, Tokyo, handed.Institution.Code, reversed.Contains(handed.HandOver), handed.Goods), new("Mistake"));

        Parcel Parcel(ParcelNumber number) => new(
            number,
            Hub.Dispatched,
            [
                .. Lots.Select((lot, i) => new SentLine(
                    new ParcelLine(i + 1, 1, lot),
                    receipts.Where(receipt => receipt.Parcel == number && !reversed.Contains(receipt.Receipt))
                        .SelectMany(receipt => receipt.Lines)
                        .Where(line => line.Line == i + 1)
                        .Sum(line => line.Good + line.Damaged + line.Missing + line.Unfit))),
            ]);

        Receipt Receipt(ReceiptConfirmed receipt) => new(
            receipt.Receipt,
            receipt.Parcel,
            reversed.Contains(receipt.Receipt),
            [.. receipt.Lines.Select(line => new FoundLine(Lots[line.Line - 1], line))],
            [
                .. receipt.Discrepancies.Select(one => (one, Line: 1 + Array.FindIndex(Lots, lot => GoodsKind.Of(lot) == GoodsKind.Of(one.Goods[0]))))
                    .Select(one => new Case(one.one.Number, one.Line, one.one.Kind, one.one.Goods[0].Pieces, one.one.Goods[0].Pieces - Settled(receipt.Receipt, one.Line, one.one.Kind))),
            ]);

        long Settled(DocumentNumber receipt, int line, DiscrepancyKind kind) =>
            resolved.Where(end => end.Receipt == receipt && end.Line == line && end.Kind == kind).Sum(end => end.Pieces);

        IReadOnlyList<DocumentNumber> Takers(IReadOnlySet<GoodsKind> kinds)
        {
            DocumentNumber[] documents = [.. handOvers.Where(handed => !reversed.Contains(handed.HandOver) && handed.Goods.Any(goods => kinds.Contains(GoodsKind.Of(goods)))).Select(handed => handed.HandOver)];
            Assert.NotEmpty(documents);
            return documents;
        }

        void Post(IEnumerable<Movement> movements)
        {
            foreach (var (account, goods, sign) in movements.SelectMany(move => new[] { (move.From!.Value, move.Goods, -1), (move.To!.Value, move.Goods, 1) }))
            {
                accounts[account] = accounts.GetValueOrDefault(account) + sign * goods.Pieces;
                if (account == LedgerAccount.Association(Tokyo))
                    held[GoodsKind.Of(goods)] = goods with { Pieces = (held.GetValueOrDefault(GoodsKind.Of(goods))?.Pieces ?? 0) + sign * goods.Pieces };
            }
        }
    }
}
