using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

/// <summary>A fault in a cell of a packing list, or in the list as a whole.</summary>
/// <param name="Row">As Excel shows it: the header is row 1.</param>
/// <param name="Column">The header as written in the file; the column's own name if the file lacks it; empty for the whole row or file.</param>
public sealed record RowFault(int Row, string Column, CodeFault Fault);
