using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="Name">Of the indicator, 1 to 50 characters; an upload of the same name is replaced.</param>
/// <param name="Year">Year of the figures, 1900 to 2100.</param>
/// <param name="Source">Who published them, 1 to 500 characters.</param>
/// <param name="Weights">By recipient, 1 to 200 of them; each from 0 to 1,000,000,000,000, and at least one above 0.</param>
public sealed record UploadWeightsRequest(string Name, int Year, string Source, IReadOnlyDictionary<RecipientCode, long> Weights);

/// <param name="Name">Of the indicator.</param>
/// <param name="Recipients">Number of recipients.</param>
public sealed record UploadWeightsAnswer(string Name, int Recipients);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<UploadWeightsRequest, UploadWeightsAnswer> UploadWeights = new(Service, "/weights");
}

public sealed partial class DistributionClient
{
    /// <summary>Adds or replaces an indicator to share by.</summary>
    public Task<Reply<UploadWeightsAnswer>> UploadWeights(UploadWeightsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.UploadWeights, DistributionRoutes.UploadWeights.At(), request, key, cancel);
}
