using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Logistics.Client.Distribution;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>The findings for a line as typed, shown again unchanged if there is a fault.</summary>
public sealed class TypedLine
{
    public int Line { get; set; }

    public string? Good { get; set; }

    public string? Damaged { get; set; }

    public string? Missing { get; set; }

    public string? Unfit { get; set; }

    public string? Reason { get; set; }

    /// <summary>Gets the hashes of pictures uploaded earlier.</summary>
    public List<string> Photos { get; set; } = [];

    /// <summary>Gets the pictures submitted with the form.</summary>
    public List<IFormFile> NewPhotos { get; set; } = [];

    /// <summary>Returns a line that reports all outstanding pieces as good.</summary>
    public static TypedLine Of(ParcelDetailsLine sent) => new() { Line = sent.Line, Good = sent.Outstanding.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Reads the line; returns false if one of the four is not a number.</summary>
    public bool TryRead([NotNullWhen(true)] out ReportedLine? read)
    {
        read = Amount.Read(Good) is { } good && Amount.Read(Damaged) is { } damaged && Amount.Read(Missing) is { } missing && Amount.Read(Unfit) is { } unfit
            ? new ReportedLine(Line, good, damaged, missing, unfit, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), Photos.Count == 0 ? null : Photos)
            : null;
        return read is not null;
    }

    /// <summary>Returns the fault of the line, or null.</summary>
    public string? Fault(ParcelDetailsLine sent, Texts texts) =>
        !TryRead(out var read) ? texts["association.fault.number"]
        : read.Sum > sent.Outstanding ? texts["association.fault.beyond", ("sum", texts.Pieces(sent.Product, (long)decimal.Min(read.Sum, long.MaxValue))), ("most", texts.Pieces(sent.Product, sent.Outstanding))]
        : read.Sum > read.Good && read.Reason is null ? texts["association.fault.reason"]
        : null;
}

static class ReportedLineFigures
{
    extension(ReportedLine line)
    {
        /// <summary>Gets all pieces of the line; the sum of four numbers may exceed a <c>long</c>.</summary>
        public decimal Sum => (decimal)line.Good + line.Damaged + line.Missing + line.Unfit;
    }
}
