using CsvHelper;

namespace Logistics.Intake.PackingFiles;

/// <summary>Splits text into rows and cells (RFC 4180). Rows are numbered as in Excel, even if a quoted cell contains line breaks.</summary>
static class PackingListTable
{
    /// <param name="brokenQuote">
    /// Called with the row of a quoted cell that is not closed properly. A quote inside an unquoted cell is kept as text.
    /// </param>
    internal static IEnumerable<string[]> Rows(string text, char separator, Action<int>? brokenQuote = null)
    {
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            OnMalformedRecord = record =>
            {
                if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
                    brokenQuote?.Invoke((int)record.RecordNumber);
            },
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
            yield return reader.Current.ToArray();
    }
}
