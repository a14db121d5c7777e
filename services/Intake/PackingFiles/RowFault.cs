using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

/// <summary>One thing wrong with one cell of a packing list, or with the list as a whole.</summary>
/// <param name="Row">As Excel shows it: the header is row 1.</param>
/// <param name="Column">The header as the file writes it; the column's own name when the file has none; empty when it is the whole row or file.</param>
public sealed record RowFault(int Row, string Column, CodeFault Fault);
