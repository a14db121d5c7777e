using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>
/// How many institutions got anything, members of an association and others: clinics outside of the associations got nothing in 2020.
/// An association sees its own.
/// </summary>
public static class GetInstitutionsReached
{
    public sealed record Reached(long Members, long Others, IReadOnlyList<ByRecipient> Recipients);

    public sealed record ByRecipient
    {
        public required RecipientCode Recipient { get; init; }

        public required long Members { get; init; }

        public required long Others { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/institutions-reached", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static Reached Answer(Query query)
    {
        // An institution is a member where any hand-over to it says so.
        var recipients = query.Rows<ByRecipient>(
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
        return new Reached(recipients.Sum(one => one.Members), recipients.Sum(one => one.Others), recipients);
    }
}
