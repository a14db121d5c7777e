using System.Text.Json;
using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association;

/// <summary>Refusals of Distribution in the words of these pages: a field by its label, and goods by their name.</summary>
static class Refusals
{
    public static Problem InWords(this Problem problem, Texts texts)
    {
        if (problem.Facts.ValueKind != JsonValueKind.Object)
            return problem;
        if (problem.Code == "handover-beyond-stock")
        {
            var product = problem.Facts.GetProperty("product").GetString()!;
            string Pieces(string fact) => texts.Pieces(product, problem.Facts.GetProperty(fact).GetInt64());
            return problem with
            {
                Detail = texts["association.fault.beyond-stock", ("product", texts.Product(product)), ("asked", Pieces("asked")), ("available", Pieces("available")), ("expired", Pieces("expired"))],
            };
        }

        return problem.Facts.TryGetProperty("field", out var field) && Label(field.GetString()!, texts) is { } label
            ? problem with { Detail = problem.Detail.Replace(field.GetString()!, label, StringComparison.Ordinal) }
            : problem;
    }

    static string? Label(string field, Texts texts) => field switch
    {
        "receivedAt" => texts["association.received-at"],
        "at" => texts["association.hand-overs.at"],
        "reason" => texts["association.reason"],
        "institution.name" => texts["association.institution-name"],
        _ when field.EndsWith(".reason", StringComparison.Ordinal) => texts["association.reason"],
        _ when field.EndsWith(".photos", StringComparison.Ordinal) => texts["association.photos"],
        _ when field.StartsWith("lines[", StringComparison.Ordinal) || field.StartsWith("goods[", StringComparison.Ordinal) => texts["association.goods"],
        _ => null,
    };
}
