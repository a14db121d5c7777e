using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Hosting.Refusals;

namespace Logistics.Intake.Donations;

/// <summary>A donation as seen by decisions.</summary>
public sealed record Donation
{
    /// <summary>Maximum number of lines in one command.</summary>
    public const int MaxLines = 200;

    public required DonationNumber Number { get; init; }

    public required string Donor { get; init; }

    public required DonationState State { get; init; }

    public required IReadOnlyList<DonationLine> Lines { get; init; }

    /// <summary>Gets the pieces by line and account; accounts without pieces are omitted.</summary>
    public required IReadOnlyDictionary<(int Line, LedgerAccount Account), long> Balance { get; init; }

    /// <summary>Returns <c>donation-not-open</c> if the donation is closed or cancelled; null while it is open.</summary>
    public Refusal? Ended => State == DonationState.Open ? null : new Refusal("donation-not-open", ("number", Number), ("state", State));

    public static string Stream(DonationNumber number) => $"donation/{number}";

    public long On(int line, LedgerAccount account) => Balance.GetValueOrDefault((line, account));

    public static Donation? Load(Session session, DonationNumber number)
    {
        var row = session.Find<PledgeRow>("select number, donor, state from donation where number = @number", new { number });
        if (row is null)
            return null;
        return new Donation
        {
            Number = row.Number,
            Donor = row.Donor,
            State = row.State,
            Lines = [.. session.Query<LineRow>("select line, product, gtin, pieces from donation_line where donation = @number order by line", new { number })
                .Select(line => new DonationLine(line.Line, line.Product, line.Gtin, line.Pieces))],
            Balance = session.Query<BalanceRow>("select line, account, pieces from balance where donation = @number and pieces <> 0", new { number })
                .ToDictionary(entry => (entry.Line, entry.Account), entry => entry.Pieces),
        };
    }

    sealed record PledgeRow
    {
        public required DonationNumber Number { get; init; }

        public required string Donor { get; init; }

        public required DonationState State { get; init; }
    }

    sealed record LineRow
    {
        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public Gtin? Gtin { get; init; }

        public required long Pieces { get; init; }
    }

    sealed record BalanceRow
    {
        public required int Line { get; init; }

        public required LedgerAccount Account { get; init; }

        public required long Pieces { get; init; }
    }
}
