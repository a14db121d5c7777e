using System.Text;

namespace Logistics.Intake.PackingFiles;

/// <summary>Detects the encoding of a file: byte order mark, strict UTF-8, then GB18030 or Shift_JIS.</summary>
static class PackingListText
{
    static readonly byte[][] BinaryBeginnings =
    [
        [0x25, 0x50, 0x44, 0x46], // PDF
        [0x1F, 0x8B], // gzip
    ];

    static readonly (byte[] Mark, Encoding Encoding, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false, throwOnInvalidBytes: true), "UTF-8"),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true), "UTF-16LE"),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true), "UTF-16BE"),
        ([0x84, 0x31, 0x95, 0x33], CodePage(54936), "GB18030"),
    ];

    static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    static readonly Encoding Gb18030 = CodePage(54936);
    static readonly Encoding ShiftJis = CodePage(932);

    /// <returns>False if the file is not text in a known encoding.</returns>
    internal static bool TryDecode(ReadOnlySpan<byte> file, out string text, out string encoding)
    {
        (text, encoding) = ("", "");
        foreach (var beginning in BinaryBeginnings)
        {
            if (file.StartsWith(beginning))
                return false;
        }

        return TryDecodeMarked(file, ref text, ref encoding) && MostlyPrintable(text);
    }

    static bool TryDecodeMarked(ReadOnlySpan<byte> file, ref string text, ref string encoding)
    {
        foreach (var (mark, marked, name) in Marks)
        {
            if (!file.StartsWith(mark))
                continue;
            (text, encoding) = (Decode(marked, file[mark.Length..]) ?? "", name);
            return text.Length > 0 || file.Length == mark.Length;
        }

        var unmarked = Decode(Utf8, file) is { } utf8 ? (utf8, "UTF-8") : ChineseOrJapanese(file);
        if (unmarked is null)
            return false;
        (text, encoding) = unmarked.Value;
        return true;
    }

    /// <summary>
    /// Decides between two encodings in which most bytes are valid: by the header, or by the more common characters if both read the same header.
    /// </summary>
    static (string Text, string Encoding)? ChineseOrJapanese(ReadOnlySpan<byte> file)
    {
        var chinese = Decode(Gb18030, file);
        var japanese = Decode(ShiftJis, file);
        if (chinese is null || japanese is null)
            return chinese is not null ? (chinese, "GB18030") : japanese is not null ? (japanese, "Shift_JIS") : null;

        var words = PackingListHeader.Of(chinese).Recognised.CompareTo(PackingListHeader.Of(japanese).Recognised);
        return words > 0 || (words == 0 && CommonChinese(file) >= CommonJapanese(file)) ? (chinese, "GB18030") : (japanese, "Shift_JIS");
    }

    /// <returns>Percentage of double bytes that belong to GB 2312, the common part of GB18030.</returns>
    static int CommonChinese(ReadOnlySpan<byte> file)
    {
        var (common, all) = (0, 0);
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] < 0x80)
                continue;
            all++;
            if (file[i] is >= 0xA1 and <= 0xF7 && i + 1 < file.Length && file[i + 1] >= 0xA1)
                common++;
            i++;
        }

        return all == 0 ? 0 : common * 100 / all;
    }

    /// <returns>Percentage of kana, signs and kanji of JIS level 1; half-width katakana are too rare to count.</returns>
    static int CommonJapanese(ReadOnlySpan<byte> file)
    {
        var (common, all) = (0, 0);
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] < 0x80)
                continue;
            all++;
            if (file[i] is >= 0xA1 and <= 0xDF)
                continue;
            if (file[i] is >= 0x81 and <= 0x98)
                common++;
            i++;
        }

        return all == 0 ? 0 : common * 100 / all;
    }

    /// <summary>Returns whether a file is text: a stray control character is a fault of its cell, but one in twenty characters means that it is not.</summary>
    static bool MostlyPrintable(string text) =>
        text.Count(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) * 20L <= text.Length;

    static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
