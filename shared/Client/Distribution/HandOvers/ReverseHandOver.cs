using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="Reason">Why it was a mistake, 1 to 500 characters.</param>
public sealed record ReverseHandOverRequest(string Reason);

public sealed record ReverseHandOverAnswer(DocumentNumber HandOver);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<ReverseHandOverRequest, ReverseHandOverAnswer> ReverseHandOver = new(Service, "/handovers/{handOver}/reversal");
}

public sealed partial class DistributionClient
{
    /// <summary>Takes a hand-over back: the association has the goods again.</summary>
    public Task<Reply<ReverseHandOverAnswer>> ReverseHandOver(DocumentNumber handOver, ReverseHandOverRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.ReverseHandOver, DistributionRoutes.ReverseHandOver.At(handOver), request, key, cancel);
}
