using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.Donations;

/// <summary>
/// All donations by number; <c>?state=</c> open, cancelled or closed, <c>?donor=</c> a part of the donor's name. <c>?after=</c> the last
/// number seen brings the next page.
/// </summary>
public static class ListDonations
{
    public sealed record Row
    {
        public required DonationNumber Number { get; init; }

        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required string State { get; init; }

        public required long Pledged { get; init; }
    }

    public static void Map(ServiceDefinition intake) => intake
        .Get("/donations", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Page<Row>(
        """
        number, donor, pledged_on, state,
        (select coalesce(sum(pieces), 0) from donation_line where donation_line.donation = donation.number) as pledged
        """,
        @"from donation where (@state is null or state = @state) and (@donor is null or lower(donor) like lower(@donor) escape '\')",
        "number",
        new { state = query.OneOf("state", "open", "cancelled", "closed"), donor = Query.Containing(query.Text("donor")) });
}
