using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Logistics.Portal.Pages;

/// <summary>A table as a file for spreadsheets: UTF-8 with its mark, so that Excel reads it, and no cell is a formula (RFC 4180).</summary>
public static class Csv
{
    public static FileContentResult File(string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    public static string Cell(string text)
    {
        // A spreadsheet takes these for the beginning of a formula.
        var plain = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !long.TryParse(text, out _) ? "'" + text : text;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
