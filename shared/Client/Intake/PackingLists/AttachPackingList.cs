using System.Text.Json;
using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

/// <summary>How a packing list is attached.</summary>
public sealed record AttachPackingListQuery
{
    /// <summary>What the sender calls the file.</summary>
    public string? FileName { get; init; }

    /// <summary>Tells what would happen and stores nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>What the packing list says.</summary>
/// <param name="Number">The donation.</param>
/// <param name="FileHash">SHA-256 of the file, in lower-case hexadecimal digits.</param>
/// <param name="Encoding">How it was read, for example <c>UTF-8</c> or <c>XLSX</c>.</param>
/// <param name="Cartons">Cartons in it.</param>
/// <param name="Pieces">Pieces in it.</param>
/// <param name="RowsSkipped">Blank rows and total lines.</param>
/// <param name="Stored">False for a dry run.</param>
/// <param name="Known">The same file was attached before; nothing was stored again.</param>
/// <param name="Lines">What it packs of each line; empty for a known file.</param>
public sealed record AttachPackingListAnswer(
    DonationNumber Number, string FileHash, string Encoding, int Cartons, long Pieces, int RowsSkipped, bool Stored, bool Known, IReadOnlyList<PackedLine> Lines);

/// <summary>What a packing list packs of one line.</summary>
/// <param name="Line">Line of the donation.</param>
/// <param name="Product">Its product.</param>
/// <param name="Cartons">Cartons with any of its pieces.</param>
/// <param name="Pieces">Pieces packed.</param>
/// <param name="Left">Pieces of the pledge that are still to pack.</param>
public sealed record PackedLine(int Line, ProductCode Product, int Cartons, long Pieces, long Left);

/// <summary>A row of a refused packing list.</summary>
/// <param name="Row">As the spreadsheet shows it.</param>
/// <param name="Cells">Its texts, long ones cut.</param>
public sealed record RefusedRow(int Row, IReadOnlyList<string> Cells)
{
    /// <summary>Reads the fact <c>rows</c> of the problem <c>packing-list-faults</c>: the titles first, then the rows with faults.</summary>
    /// <returns>No rows for any other problem.</returns>
    public static IReadOnlyList<RefusedRow> Of(Problem problem) =>
        problem.Facts.ValueKind == JsonValueKind.Object && problem.Facts.TryGetProperty("rows", out var rows) ? rows.Deserialize<RefusedRow[]>(Wire.Json) ?? [] : [];
}

public static partial class IntakeRoutes
{
    public static readonly UploadRoute<AttachPackingListQuery, AttachPackingListAnswer> AttachPackingList = new(
        Service, "/donations/{number}/packing-lists", ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
}

public sealed partial class IntakeClient
{
    /// <summary>Attaches a packing list, or tries it out. Nothing is stored unless every row is right.</summary>
    /// <param name="donation">The donation.</param>
    /// <param name="query">Name of the file; dry run or not.</param>
    /// <param name="file">A workbook (XLSX) or CSV; the service tells them apart by their bytes.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancel">The caller has gone.</param>
    public Task<Reply<AttachPackingListAnswer>> AttachPackingList(
        DonationNumber donation, AttachPackingListQuery query, byte[] file, string key, CancellationToken cancel = default) =>
        Calls.Upload(IntakeRoutes.AttachPackingList, IntakeRoutes.AttachPackingList.At(donation), query, file, "application/octet-stream", key, cancel);
}
