using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Distribution;

/// <summary>Recipients and the figures to share by.</summary>
/// <param name="Indicators">By name.</param>
/// <param name="Recipients">By code; an association gets only itself.</param>
public sealed record RecipientList(IReadOnlyList<IndicatorSource> Indicators, IReadOnlyList<RecipientRow> Recipients);

/// <summary>An indicator with its source.</summary>
/// <param name="Name">For example <c>physicians</c>.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="Source">Who published them.</param>
public sealed record IndicatorSource(string Name, int Year, string Source);

/// <param name="Code">The recipient.</param>
/// <param name="Names">By language; empty unless it is one of the 47 prefectural associations.</param>
/// <param name="Weights">By name of the indicator.</param>
public sealed record RecipientRow(RecipientCode Code, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, long> Weights);

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<NoQuery, RecipientList> ListRecipients = new(Service, "/recipients");
}

public sealed partial class DistributionClient
{
    /// <summary>Lists recipients with their weights, and the indicators with their sources.</summary>
    public Task<Reply<RecipientList>> ListRecipients(CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListRecipients, DistributionRoutes.ListRecipients.At(), new NoQuery(), cancel);
}
