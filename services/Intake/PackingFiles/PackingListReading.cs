namespace Logistics.Intake.PackingFiles;

/// <summary>What a file says. With any fault nothing of it may be stored.</summary>
/// <param name="Encoding">XLSX, or UTF-8, UTF-16LE, UTF-16BE, GB18030 or Shift_JIS; empty when it is neither workbook nor text.</param>
/// <param name="Rows">The rows without fault, in the order of the file.</param>
/// <param name="Faults">All that is wrong, by row.</param>
/// <param name="RowsSkipped">Blank rows and total lines.</param>
public sealed record PackingListReading(
    string Encoding, IReadOnlyList<PackingListRow> Rows, IReadOnlyList<RowFault> Faults, int RowsSkipped)
{
    /// <summary>Row of the titles.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>The cells of every row that is not blank, by row, to show beside its faults; the titles too.</summary>
    public IReadOnlyDictionary<int, string[]> Cells { get; init; } = new Dictionary<int, string[]>();
}
