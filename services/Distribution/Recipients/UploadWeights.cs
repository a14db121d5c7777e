using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Recipients;

/// <summary>Coordinators bring figures of their own to share by, also for recipients outside of the 47.</summary>
public static class UploadWeights
{
    const int MostRecipients = 200;
    const int MostName = 50;
    const long MostWeight = 1_000_000_000_000;

    public sealed record Request(string Name, int Year, string Source, IReadOnlyDictionary<RecipientCode, long> Weights);

    public sealed record Uploaded(string Name, int Recipients);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post<Request>("/weights", Handle, Role.Coordinator)
        .On<WeightsUploaded>(Apply);

    static Answer Handle(Request request, Command command) =>
        command.Record($"weights/{request.Name}", Decide(request), out var refusal)
            ? Answer.Created(new Uploaded(request.Name, request.Weights.Count))
            : refusal;

    public static Decision Decide(Request request)
    {
        if (request.Name.Length is 0 or > MostName)
            return new Refusal("weights-name", ("field", "name"), ("most", MostName));
        if (request.Source.Length is 0 or > Limits.MostText)
            return new Refusal("weights-source", ("field", "source"), ("most", Limits.MostText));
        if (request.Year is < 1900 or > 2100)
            return new Refusal("weights-year", ("field", "year"), ("value", request.Year.ToString()));
        if (request.Weights.Count is 0 or > MostRecipients)
            return new Refusal("weights-count", ("field", "weights"), ("count", request.Weights.Count), ("most", MostRecipients));
        foreach (var (recipient, weight) in request.Weights.Where(entry => entry.Value is < 0 or > MostWeight))
            return new Refusal("weight-out-of-range", ("field", $"weights.{recipient}"), ("value", weight), ("most", MostWeight));
        return request.Weights.Values.All(weight => weight == 0)
            ? new Refusal("weights-all-zero", ("field", "weights"))
            : Decision.Record(new WeightsUploaded(request.Name, request.Year, request.Source, request.Weights));
    }

    static void Apply(Recorded<WeightsUploaded> uploaded, Session session)
    {
        var weights = uploaded.Event;
        session.Execute("delete from indicator where name = @Name", new { weights.Name });
        session.Execute("delete from indicator_value where name = @Name", new { weights.Name });
        session.Execute(
            "insert into indicator (name, year, source, uploaded_by, uploaded_at) values (@Name, @Year, @Source, @Actor, @At)",
            new { weights.Name, weights.Year, weights.Source, uploaded.Actor, uploaded.At });
        session.Execute(
            "insert into indicator_value (name, recipient, value) values (@Name, @Key, @Value)",
            weights.Weights.Select(entry => new { weights.Name, entry.Key, entry.Value }));
    }
}
