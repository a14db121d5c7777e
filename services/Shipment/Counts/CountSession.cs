using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Shipment.Counts;

/// <summary>A counting session as seen by decisions.</summary>
public sealed record CountSession
{
    public required int Session { get; init; }

    /// <summary>Gets the goods received note; null until the session is confirmed.</summary>
    public DocumentNumber? Note { get; init; }

    /// <summary>Gets the number of entries so far, including undone ones.</summary>
    public int Entries { get; init; }

    /// <summary>Gets the accounts that opened the session or made entries in it.</summary>
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

    /// <summary>Records an account that took part in a session.</summary>
    internal static void AddPerson(Session session, AirWaybill airWaybill, int number, string account) => session.Execute(
        """
        insert into count_person (air_waybill, session, account)
        select air_waybill, session, @account from count_session
        where air_waybill = @airWaybill and session = @number
          and not exists (select 1 from count_person where air_waybill = @airWaybill and session = @number and account = @account)
        """,
        new { airWaybill, number, account });
}
