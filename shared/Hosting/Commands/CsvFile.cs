using System.Globalization;
using CsvHelper;
using Logistics.Contracts;
using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Logistics.Hosting.Commands;

/// <summary>A column of an export.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Cell">Returns a text, number, code, day or instant, or words to be written in the caller's language.</param>
public sealed record CsvColumn<T>(Worded Title, Func<T, object?> Cell)
{
    /// <param name="title">A key of <see cref="ColumnWords"/>.</param>
    /// <param name="cell">See the record.</param>
    public CsvColumn(string title, Func<T, object?> cell) : this(ColumnWords.Of(title), cell)
    {
    }
}

/// <summary>
/// Writes a list as CSV (RFC 4180) in UTF-8 with the byte order mark that spreadsheets expect, streaming the rows as they are read. Cells that
/// a spreadsheet would take for a formula are prefixed with an apostrophe.
/// </summary>
public sealed class CsvFile<T>(string name, IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows) : IResult
{
    static readonly CsvWriterOptions Format = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, language) = (httpContext.Response, Languages.Of(httpContext.Request));
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentLanguage = language;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name + ".csv" }.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        await using var csv = CsvWriter.Create(response.Body, Format, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns.Select(column => column.Title.In(language))], httpContext.RequestAborted);
        foreach (var row in rows)
            await csv.WriteRecordAsync([.. columns.Select(column => Show(column.Cell(row), language))], httpContext.RequestAborted);
    }

    static string Show(object? cell, string language) => cell switch
    {
        null => "",
        Worded words => words.In(language),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
