using CsvHelper;

namespace Logistics.Intake.PackingFiles;

/// <summary>Text cut into rows and cells (RFC 4180). A row is what Excel shows as one, also where a quoted cell has line breaks.</summary>
static class PackingListTable
{
    /// <param name="brokenQuote">
    /// Told the row of a quoted cell that does not close where it should. A quote inside a cell that is not quoted is kept as text.
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
