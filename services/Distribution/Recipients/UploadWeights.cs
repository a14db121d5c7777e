using Logistics.Client.Distribution;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Recipients;

/// <summary>Uploads figures to allocate by, also for recipients other than the 47.</summary>
public static class UploadWeights
{
    const int MaxRecipients = 200;
    const int MaxName = 50;
    const long MaxWeight = 1_000_000_000_000;

    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.UploadWeights, Handle, Role.Coordinator)
        .On<WeightsUploaded>(Apply);

    static Answer<UploadWeightsAnswer> Handle(UploadWeightsRequest request, Command command) =>
        command.Record($"weights/{request.Name}", Decide(request), out _, out var refusal)
            ? Answer.Created(new UploadWeightsAnswer(request.Name, request.Weights.Count))
            : refusal;

    public static Decision<WeightsUploaded> Decide(UploadWeightsRequest request)
    {
        if ((Check.Required("name", request.Name, MaxName) ?? Check.Required("source", request.Source)) is { } wrong)
            return wrong;
        if (request.Year is < 1900 or > 2100)
            return new Refusal("weights-year", ("field", "year"), ("value", request.Year.ToString()));
        if (request.Weights.Count is 0 or > MaxRecipients)
            return new Refusal("weights-count", ("field", "weights"), ("count", request.Weights.Count), ("most", MaxRecipients));
        foreach (var (recipient, weight) in request.Weights.Where(entry => entry.Value is < 0 or > MaxWeight))
            return new Refusal("weight-out-of-range", ("field", $"weights.{recipient}"), ("value", weight), ("most", MaxWeight));
        if (request.Weights.Values.All(weight => weight == 0))
            return new Refusal("weights-all-zero", ("field", "weights"));
        return new WeightsUploaded(request.Name, request.Year, request.Source, request.Weights);
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
