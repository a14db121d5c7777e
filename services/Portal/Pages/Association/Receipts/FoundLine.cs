using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Logistics.Portal.Pages.Association.Parcels;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>What was found of a line, as it was typed; it is shown again as it is when something is wrong.</summary>
public sealed class FoundLine
{
    public int Line { get; set; }

    public string? Good { get; set; }

    public string? Damaged { get; set; }

    public string? Missing { get; set; }

    public string? Unfit { get; set; }

    public string? Reason { get; set; }

    /// <summary>Hashes of pictures that were uploaded before.</summary>
    public List<string> Photos { get; set; } = [];

    /// <summary>Pictures that come with the form.</summary>
    public List<IFormFile> NewPhotos { get; set; } = [];

    /// <summary>A line of which nothing has been said: all that is expected came and is good.</summary>
    public static FoundLine Of(SentLine sent) => new() { Line = sent.Line, Good = sent.Outstanding.ToString(CultureInfo.InvariantCulture) };

    /// <returns>False where one of the four is not a number.</returns>
    public bool TryRead([NotNullWhen(true)] out ReportedLine? read)
    {
        read = Amount.Read(Good) is { } good && Amount.Read(Damaged) is { } damaged && Amount.Read(Missing) is { } missing && Amount.Read(Unfit) is { } unfit
            ? new ReportedLine(Line, good, damaged, missing, unfit, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), Photos.Count == 0 ? null : Photos)
            : null;
        return read is not null;
    }

    /// <summary>What is wrong with it, in words for its reader; null where nothing is.</summary>
    public string? Fault(SentLine sent, Texts texts) =>
        !TryRead(out var read) ? texts["association.fault.number"]
        : read.Pieces > sent.Outstanding ? texts["association.fault.beyond", ("sum", texts.Pieces(sent.Product, read.Pieces)), ("most", texts.Pieces(sent.Product, sent.Outstanding))]
        : read.Differs && read.Reason is null ? texts["association.fault.reason"]
        : null;
}

/// <summary>A line as Distribution takes it.</summary>
public sealed record ReportedLine(int Line, long Good, long Damaged, long Missing, long Unfit, string? Reason, IReadOnlyList<string>? Photos)
{
    internal decimal Sum => (decimal)Good + Damaged + Missing + Unfit;

    internal long Pieces => (long)decimal.Min(Sum, long.MaxValue);

    internal bool Differs => Damaged > 0 || Missing > 0 || Unfit > 0;
}
