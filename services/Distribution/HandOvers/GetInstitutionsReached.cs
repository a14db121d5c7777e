using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Distribution.Documents;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>
/// Counts the institutions that received goods, separately for members of an association and others: clinics outside the associations got nothing in 2020.
/// An association sees its own figures.
/// </summary>
public static class GetInstitutionsReached
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.GetInstitutionsReached, Answer, Roles.SignedIn);

    static InstitutionsReached Answer(NoQuery _, Query query)
    {
        // An institution is a member if any hand-over to it says so.
        var recipients = query.Rows<InstitutionsReachedRow>(
            """
            select recipient, sum(member) as members, sum(1 - member) as others
            from (select recipient, institution, max(member) as member
                  from hand_over
                  where reversed_at is null and (@own = '' or recipient = @own)
                  group by recipient, institution) reached
            group by recipient
            order by recipient
            """,
            new { own = query.Own() });
        return new InstitutionsReached(recipients.Sum(one => one.Members), recipients.Sum(one => one.Others), recipients);
    }
}
