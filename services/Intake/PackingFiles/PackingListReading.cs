namespace Logistics.Intake.PackingFiles;

/// <summary>The content of a file. If it has any fault, none of it may be stored.</summary>
/// <param name="Encoding">XLSX, or UTF-8, UTF-16LE, UTF-16BE, GB18030 or Shift_JIS; empty if the file is neither a workbook nor text.</param>
/// <param name="Rows">The valid rows, in the order of the file.</param>
/// <param name="Faults">All faults by row.</param>
/// <param name="RowsSkipped">Number of blank rows and total lines.</param>
public sealed record PackingListReading(
    string Encoding, IReadOnlyList<PackingListRow> Rows, IReadOnlyList<RowFault> Faults, int RowsSkipped)
{
    /// <summary>Gets the number of the header row.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>Gets the cells of every non-blank row by row number, including the header, to show them with their faults.</summary>
    public IReadOnlyDictionary<int, string[]> Cells { get; init; } = new Dictionary<int, string[]>();
}
