using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.Donations;

/// <summary>Returns a donation with the pieces of each line by account.</summary>
public static class GetDonation
{
    sealed record Entry
    {
        public required int Line { get; init; }

        public required LedgerAccount Account { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition intake) => intake.Get(IntakeRoutes.GetDonation, Answer, Roles.Staff);

    static DonationDetails? Answer(NoQuery asked, Query query)
    {
        var number = query.Route<DonationNumber>("number");
        var donation = query.Find<DonationDetails>("select number, donor, pledged_on, state from donation where number = @number", new { number });
        if (donation is null)
            return null;
        var entries = query.Rows<Entry>("select line, account, pieces from balance where donation = @number and pieces <> 0", new { number });
        var lines = query.Rows<DonationLineDetails>("select line as number, product, gtin, pieces as pledged from donation_line where donation = @number order by line", new { number });
        var (packed, released) = query.Find<(long, long)>("select count(*), coalesce(sum(released), 0) from carton where donation = @number", new { number });
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
            PackingLists = query.Rows<AttachedFile>(
                "select file_name, encoding, cartons, pieces, attached_at from packing_list where donation = @number order by attached_at, file_hash", new { number }),
            Cartons = new CartonCount(packed, released),
        };
    }
}
