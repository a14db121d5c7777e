using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Subjects;

/// <summary>
/// Finds the subjects that a code may denote, in any spelling. Parcels are found only by callers who may see the recipient's data.
/// </summary>
public static class FindSubjects
{
    /// <summary>Maximum length in characters, above that of any code or link to one; longer texts are not searched.</summary>
    const int MaxLength = 200;
    const int MaxMatches = 100;

    /// <returns>Empty for an unknown code; several if senders of several donations used the same carton code.</returns>
    /// <exception cref="CodeFaultException">The code of a carton or consignment has a wrong check digit.</exception>
    public static List<Subject> By(Query query, string? text)
    {
        if (text is null or { Length: > MaxLength })
            return [];
        // Routing does not unescape slashes.
        var code = Code.Normalise(text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        if (code.Length == 0)
            return [];
        List<Subject> found = [.. Written(query, code).Distinct().Where(subject => IsKnown(query, subject))];
        return found.Count > 0 || WrongCheckDigit(code) is not { } fault ? found : throw new CodeFaultException(fault);
    }

    static IEnumerable<Subject> Written(Query query, string code)
    {
        if (DonationNumber.TryParse(code, out var donation, out _))
            yield return new Subject(Subject.Donation, donation.Value);
        if (ParcelNumber.TryParse(code, out var parcel, out _) && MaySee(query, parcel))
            yield return new Subject(Subject.Parcel, parcel.Value);
        if (AirWaybill.TryParse(code, out var airWaybill, out _))
            yield return new Subject(Subject.Consignment, airWaybill.Value);
        if (CartonId.TryParse(code, out var carton, out _))
            yield return new Subject(Subject.Carton, carton.Value);
        foreach (var id in OwnCodes(query, code))
            yield return new Subject(Subject.Carton, id);
    }

    /// <summary>Finds cartons by the sender's code, alone or after the donation number.</summary>
    static List<string> OwnCodes(Query query, string code) =>
        code.Split('/', 2) is [var before, var after] && DonationNumber.TryParse(before, out var donation, out _)
            ? query.Rows<string>("select id from carton where generation = (select shown from generation) and sender_code = @after and donation = @donation", new { after, donation })
            : query.First<string>(MaxMatches, "select id from carton where generation = (select shown from generation) and sender_code = @code order by donation, id", new { code });

    /// <summary>Returns whether the caller may know anything about a parcel.</summary>
    public static bool MaySee(Query query, ParcelNumber parcel) => query.Asker?.MaySee(parcel.Recipient.Value) == true;

    /// <summary>Returns whether any of the three logs has an entry about a subject or moved its pieces.</summary>
    static bool IsKnown(Query query, Subject subject) => query.Find<int?>(
        """
        select 1 where exists (select 1 from entry_subject where generation = (select shown from generation) and kind = @Kind and code = @Code)
            or exists (select 1 from balance where generation = (select shown from generation) and kind = @Kind and code = @Code)
        """,
        new { subject.Kind, subject.Code }) is not null;

    static CodeFault? WrongCheckDigit(string code)
    {
        if (!Sscc.TryParse(code, out _, out var fault) && fault.Code == "sscc-check-digit")
            return fault;
        return !AirWaybill.TryParse(code, out _, out fault) && fault.Code == "air-waybill-check-digit" ? fault : null;
    }
}
