using Logistics.Hosting.Commands;

namespace Logistics.Portal.Trackings;

/// <summary>
/// Anybody follows a donation, consignment or carton by any of its codes, and a parcel who may see it. What several things are called by is answered with all of
/// them; a wrong check digit with the one expected.
/// </summary>
public static class TrackCode
{
    public sealed record Ambiguous(string Code, IReadOnlyList<Match> Matches);

    /// <param name="Donation">By which a person tells cartons apart; null for what is not a carton.</param>
    public sealed record Match(string Kind, string Code, string? Donation);

    public static void Map(ServiceDefinition portal) => portal.Get("/track/{**code}", Answer);

    static object? Answer(Query query)
    {
        var code = query.RouteText("code") ?? "";
        return FindSubjects.By(query, code) switch
        {
            [] => null,
            [var only] => Tracking.Load(query, only),
            var several => new Ambiguous(code, [.. several.Select(subject => new Match(subject.Kind, subject.Code, DonationOf(query, subject)))]),
        };
    }

    static string? DonationOf(Query query, Subject subject) => subject.Kind == Subject.Carton
        ? query.Find<string>("select donation from carton where id = @Code", new { subject.Code })
        : null;
}
