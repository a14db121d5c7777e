using System.Text.RegularExpressions;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

enum PackingListColumn
{
    Carton,
    Sscc,
    Product,
    Gtin,
    Size,
    Lot,
    Expiry,
    Pieces,
}

/// <summary>The names under which senders write the columns.</summary>
static partial class PackingListColumns
{
    /// <summary>The column a header means; where it has two languages, as in <c>箱号/Carton No</c>, either may be known.</summary>
    internal static PackingListColumn? Of(string header)
    {
        var text = Code.Normalise(header).ToLowerInvariant();
        foreach (var word in text.Split('/', '\n').Prepend(text))
        {
            if (PackingListWords.Columns.TryGetValue(Decoration().Replace(word, ""), out var column))
                return column;
        }

        return null;
    }

    internal static string Name(this PackingListColumn column) => column.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\([^)]*\)|[\s._:#*-]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
