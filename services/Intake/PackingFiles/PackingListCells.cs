using System.Globalization;
using System.Text.RegularExpressions;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

/// <summary>Reads the cells of one row independently, so that all faults are reported at once. Unreadable values are null.</summary>
sealed partial class PackingListCells
{
    /// <summary>Maximum length of a size in characters, the width of its column in the tables.</summary>
    public const int MaxSize = 30;

    readonly PackingListHeader header;
    readonly string[] cells;
    readonly List<RowFault> faults;
    readonly int faultsBefore;

    internal PackingListCells(int row, PackingListHeader header, string[] cells, List<RowFault> faults)
    {
        (Row, this.header, this.cells, this.faults) = (row, header, cells, faults);
        faultsBefore = faults.Count;
        RefuseWideRow();
        ReadCarton();
        Product = Read<ProductCode>(PackingListColumn.Product, TryReadProduct);
        Gtin = Read<Gtin>(PackingListColumn.Gtin, Contracts.Codes.Gtin.TryParse);
        if (Blank(PackingListColumn.Product) && Blank(PackingListColumn.Gtin))
            BlankFault("product-blank", PackingListColumn.Product, PackingListColumn.Gtin);
        Size = ReadText(PackingListColumn.Size, TryReadSize);
        Lot = Read<LotNumber>(PackingListColumn.Lot, LotNumber.TryParse);
        if (Blank(PackingListColumn.Lot))
            BlankFault("lot-blank", PackingListColumn.Lot);
        Expiry = Read<Expiry>(PackingListColumn.Expiry, Contracts.Codes.Expiry.TryParse);
        Pieces = Read<long>(PackingListColumn.Pieces, TryReadPieces);
        if (Blank(PackingListColumn.Pieces))
            BlankFault("pieces-blank", PackingListColumn.Pieces);
        Right = faults.Count == faultsBefore;
    }

    delegate bool Reads<T>(string? text, out T value, out CodeFault fault);

    internal int Row { get; }

    internal Sscc? Sscc { get; private set; }

    internal string? CartonCode { get; private set; }

    internal ProductCode? Product { get; }

    internal Gtin? Gtin { get; }

    internal string? Size { get; }

    internal LotNumber? Lot { get; }

    internal Expiry? Expiry { get; }

    internal long? Pieces { get; }

    /// <summary>Gets whether no cell has a fault.</summary>
    internal bool Right { get; }

    /// <summary>
    /// Refuses cells beyond the header. They usually stem from an unquoted thousands separator such as 1,234; reading on would
    /// take one piece for a thousand.
    /// </summary>
    void RefuseWideRow()
    {
        if (cells.Skip(header.Cells.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            faults.Add(new RowFault(Row, "", new CodeFault("row-too-wide", ("columns", header.Cells.Length), ("cells", cells.Length))));
    }

    /// <summary>Reads the carton. 18 digits in the column of the sender's own code are an SSCC unless the row has another.</summary>
    void ReadCarton()
    {
        Sscc = Read<Sscc>(PackingListColumn.Sscc, Contracts.Codes.Sscc.TryParse);
        if (Blank(PackingListColumn.Carton) && Blank(PackingListColumn.Sscc))
            BlankFault("carton-blank", PackingListColumn.Carton, PackingListColumn.Sscc);
        else if (Blank(PackingListColumn.Sscc) && Code.Digits(Text(PackingListColumn.Carton)) is { Length: 18 } digits && digits.All(char.IsAsciiDigit))
            Sscc = Read<Sscc>(PackingListColumn.Carton, Contracts.Codes.Sscc.TryParse);
        else if (!Blank(PackingListColumn.Carton))
            CartonCode = ReadText(PackingListColumn.Carton, CartonId.TryReadSenderCode);
    }

    string? Text(PackingListColumn column) =>
        header.Places.TryGetValue(column, out var at) && at < cells.Length && Code.Normalise(cells[at]) is { Length: > 0 } text ? text : null;

    bool Blank(PackingListColumn column) => Text(column) is null;

    T? Read<T>(PackingListColumn column, Reads<T> read) where T : struct => TryRead(column, read, out var value) ? value : null;

    string? ReadText(PackingListColumn column, Reads<string> read) => TryRead(column, read, out var value) ? value : null;

    bool TryRead<T>(PackingListColumn column, Reads<T> read, out T value)
    {
        value = default!;
        if (Text(column) is not { } text)
            return false;

        CodeFault fault;
        if (text.Any(char.IsControl))
            fault = new CodeFault("cell-control-character");
        else if (text[0] == '=' && column != PackingListColumn.Size)
            fault = new CodeFault("cell-formula", ("value", text));
        else if (column is not (PackingListColumn.Size or PackingListColumn.Pieces) && text.Contains("E+", StringComparison.OrdinalIgnoreCase) && RoundedNumber().IsMatch(text))
            fault = new CodeFault("cell-number-rounded", ("value", text));
        else if (read(text, out value, out fault))
            return true;
        faults.Add(new RowFault(Row, header.Title(column), fault));
        return false;
    }

    /// <summary>Reports a blank cell, except in a column that the file lacks, which is reported once on row 1.</summary>
    void BlankFault(string code, params ReadOnlySpan<PackingListColumn> columns)
    {
        foreach (var column in columns)
        {
            if (!header.Has(column))
                continue;
            faults.Add(new RowFault(Row, header.Title(column), new CodeFault(code)));
            return;
        }
    }

    static bool TryReadProduct(string? text, out ProductCode product, out CodeFault fault) =>
        ProductCode.TryParse(PackingListWords.Products.GetValueOrDefault(Code.Normalise(text).ToLowerInvariant(), text ?? ""), out product, out fault);

    static bool TryReadSize(string? text, out string size, out CodeFault fault)
    {
        size = text ?? "";
        fault = default;
        if (size.Length <= MaxSize)
            return true;
        fault = new CodeFault("text-too-long", ("limit", MaxSize));
        return false;
    }

    static bool TryReadPieces(string? text, out long pieces, out CodeFault fault)
    {
        pieces = 0;
        fault = default;
        var match = WholeNumber().Match(Code.Plain(text));
        if (!match.Success)
        {
            fault = new CodeFault("pieces-format", ("value", text ?? ""));
            return false;
        }

        pieces = long.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        if (pieces > 0)
            return true;
        fault = new CodeFault("pieces-not-positive", ("value", text ?? ""));
        return false;
    }

    /// <summary>Matches a long number that a spreadsheet has rounded to 15 digits.</summary>
    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+[0-9]{2,3}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoundedNumber();

    // Excel writes 60 as 60.0 if the column is so formatted. Twelve digits exceed every known donation.
    [GeneratedRegex(
        @"^(?<number>-?([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3}))(\.0+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();
}
