using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Lookups;

/// <summary>
/// Shows publicly a donation, consignment or carton by any of its codes, and a parcel to callers who may see it. An ambiguous code
/// returns all matches; a wrong check digit is answered with the expected one.
/// </summary>
static class TrackCode
{
    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.TrackCode, Answer);

    static TrackCodeAnswer? Answer(NoQuery _, Query query)
    {
        var code = query.RouteText("code") ?? "";
        return FindSubjects.By(query, code) switch
        {
            [] => null,
            [var only] => Track.Load(query, only),
            var several => new TrackCodeAnswer(null, code, [.. several.Select(subject => Match(query, subject))], null, null, null, null, null, null),
        };
    }

    static SubjectMatch Match(Query query, Subject subject) => new(
        subject.Link.Kind,
        subject.Code,
        subject.Kind == Subject.Carton
            ? query.Find<string>("select donation from carton where generation = (select shown from generation) and id = @Code", new { subject.Code })
            : null);
}
