using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.Donations;

/// <summary>A donation with the pieces of each line by account.</summary>
public static class GetDonation
{
    public sealed record Donation
    {
        public required DonationNumber Number { get; init; }

        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required string State { get; init; }

        public IReadOnlyList<Line> Lines { get; init; } = [];

        /// <summary>The files that were attached, in their order.</summary>
        public IReadOnlyList<PackingListFile> PackingLists { get; init; } = [];

        public CartonCount? Cartons { get; init; }
    }

    public sealed record Line
    {
        public required int Number { get; init; }

        public required ProductCode Product { get; init; }

        public Gtin? Gtin { get; init; }

        public required long Pledged { get; init; }

        /// <summary>Pieces by account, without holders.</summary>
        public IReadOnlyDictionary<string, long> Accounts { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
    }

    public sealed record PackingListFile
    {
        public string? FileName { get; init; }

        public required string Encoding { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required DateTimeOffset AttachedAt { get; init; }
    }

    public sealed record CartonCount
    {
        public required long Packed { get; init; }

        /// <summary>Those of them that may fly.</summary>
        public required long Released { get; init; }
    }

    sealed record Entry
    {
        public required int Line { get; init; }

        public required LedgerAccount Account { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition intake) => intake
        .Get("/donations/{number}", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static Donation? Answer(Query query)
    {
        var number = query.Route<DonationNumber>("number");
        var donation = query.Find<Donation>("select number, donor, pledged_on, state from donation where number = @number", new { number });
        if (donation is null)
            return null;
        var entries = query.Rows<Entry>("select line, account, pieces from balance where donation = @number and pieces <> 0", new { number });
        var lines = query.Rows<Line>("select line as number, product, gtin, pieces as pledged from donation_line where donation = @number order by line", new { number });
        return donation with
        {
            Lines =
            [
                .. lines.Select(line => line with
                {
                    Accounts = entries.Where(entry => entry.Line == line.Number)
                        .GroupBy(entry => entry.Account.Name, StringComparer.Ordinal)
                        .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Pieces), StringComparer.Ordinal),
                }),
            ],
            PackingLists = query.Rows<PackingListFile>(
                "select file_name, encoding, cartons, pieces, attached_at from packing_list where donation = @number order by attached_at, file_hash", new { number }),
            Cartons = query.Find<CartonCount>(
                "select count(*) as packed, coalesce(sum(released), 0) as released from carton where donation = @number", new { number }),
        };
    }
}
