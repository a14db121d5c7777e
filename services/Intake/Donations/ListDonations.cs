using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.Donations;

/// <summary>Lists all donations by number.</summary>
public static class ListDonations
{
    public static void Map(ServiceDefinition intake) => intake.Get(IntakeRoutes.ListDonations, Answer, Roles.Staff);

    static IReadOnlyList<DonationRow> Answer(ListDonationsQuery asked, Query query) => query.Page<DonationRow>(
        """
        number, donor, pledged_on, state,
        (select coalesce(sum(pieces), 0) from donation_line where donation_line.donation = donation.number) as pledged
        """,
        @"from donation where (@state is null or state = @state) and (@donor is null or lower(donor) like lower(@donor) escape '\')",
        "number",
        new { state = asked.State is { } state ? Wire.NameOf(state) : null, donor = Query.Containing(asked.Donor) });
}
