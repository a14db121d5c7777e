using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <summary>A rule to share by, with its indicators by name.</summary>
/// <param name="Method">The method.</param>
/// <param name="Indicators">One to three; null or empty for fixed amounts.</param>
/// <param name="ReservePercent">Percent of the pieces in stock that stay at the hub, 0 to 100.</param>
/// <param name="MinimumCartons">Cartons each recipient gets at least, 0 or more.</param>
/// <param name="MaximumCartons">Cartons each recipient gets at most, 0 or more; null for no limit.</param>
/// <param name="Excluded">Recipients that get nothing.</param>
/// <param name="Fixed">Cartons by recipient, for fixed amounts.</param>
/// <param name="RemainderTo">Who gets the rest, for fixed amounts.</param>
public sealed record RuleRequest(
    AllocationMethod Method,
    IReadOnlyList<IndicatorRequest>? Indicators = null,
    int ReservePercent = 0,
    long MinimumCartons = 0,
    long? MaximumCartons = null,
    IReadOnlyList<RecipientCode>? Excluded = null,
    IReadOnlyDictionary<RecipientCode, long>? Fixed = null,
    RecipientCode? RemainderTo = null);

/// <param name="Name">For example <c>physicians</c>.</param>
/// <param name="Share">Its part in the blend, in proportion to the other parts; 0 or more.</param>
public sealed record IndicatorRequest(string Name, int Share = 1);
