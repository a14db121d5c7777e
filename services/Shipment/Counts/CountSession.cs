using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Shipment.Counts;

/// <summary>A session of counting as decisions see it.</summary>
public sealed record CountSession
{
    public required int Session { get; init; }

    /// <summary>The goods received note, once it is confirmed.</summary>
    public DocumentNumber? Note { get; init; }

    /// <summary>Entries until now, undone ones too.</summary>
    public int Entries { get; init; }

    /// <summary>Accounts that opened it or entered something in it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public static CountSession? Load(Session session, AirWaybill airWaybill, int number)
    {
        var found = session.Find<CountSession>(
            """
            select session, note,
                   (select count(*) from count_log where count_log.air_waybill = count_session.air_waybill and count_log.session = count_session.session) as entries
            from count_session
            where air_waybill = @airWaybill and session = @number
            """,
            new { airWaybill, number });
        return found is null ? null : found with
        {
            People = session.Query<string>(
                "select account from count_person where air_waybill = @airWaybill and session = @number", new { airWaybill, number }),
        };
    }

    /// <summary>Remembers who had a hand in a session.</summary>
    internal static void AddPerson(Session session, AirWaybill airWaybill, int number, string account) => session.Execute(
        """
        insert into count_person (air_waybill, session, account)
        select air_waybill, session, @account from count_session
        where air_waybill = @airWaybill and session = @number
          and not exists (select 1 from count_person where air_waybill = @airWaybill and session = @number and account = @account)
        """,
        new { airWaybill, number, account });
}
