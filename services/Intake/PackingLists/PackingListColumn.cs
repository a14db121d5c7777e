using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Logistics.Contracts.Codes;

namespace Logistics.Intake.PackingLists;

enum PackingListColumn
{
    Carton,
    Sscc,
    Product,
    Gtin,
    Size,
    Lot,
    Expiry,
    Pieces,
}

/// <summary>Recognises columns by the names that senders give them.</summary>
static partial class PackingListColumns
{
    // Lower case, without spaces, dots, hyphens and text in brackets.
    static readonly FrozenDictionary<string, PackingListColumn> ByWord = new (PackingListColumn Column, string Words)[]
    {
        (PackingListColumn.Carton, "箱番号 箱no カートン番号 カートンno ケース番号 外箱番号 箱号 箱號 纸箱号 箱编号"),
        (PackingListColumn.Carton, "carton cartonno cartonnumber cartoncode cartonid caseno casenumber boxno boxnumber ctnno"),
        (PackingListColumn.Sscc, "sscc sscc18 sscc番号 ssccコード 系列货运包装箱代码"),
        (PackingListColumn.Product, "品名 品目 商品名 製品名 商品 产品 產品 产品名称 商品名称 物资名称"),
        (PackingListColumn.Product, "product productname productcode item itemname goods description"),
        (PackingListColumn.Gtin, "gtin gtin14 jan janコード ean 商品条码"),
        (PackingListColumn.Size, "サイズ 尺码 尺碼 尺寸 规格 規格 size"),
        (PackingListColumn.Lot, "ロット ロット番号 ロットno 製造番号 批号 批號 批次 生产批号 lot lotno lotnumber batch batchno batchnumber"),
        (PackingListColumn.Expiry, "使用期限 有効期限 有效期 有效期至 有效期限 失效日期"),
        (PackingListColumn.Expiry, "expiry expirydate expirationdate expiration exp expdate useby"),
        (PackingListColumn.Pieces, "数量 數量 枚数 枚數 件数 件數 着数 qty quantity pieces pcs"),
    }.SelectMany(line => line.Words.Split(' '), (line, word) => KeyValuePair.Create(word, line.Column)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the column for a header; in a bilingual header such as <c>箱号/Carton No</c>, either name may match.</summary>
    internal static PackingListColumn? Of(string header)
    {
        var text = Code.Normalise(header).ToLowerInvariant();
        foreach (var word in text.Split('/', '\n').Prepend(text))
        {
            if (ByWord.TryGetValue(Decoration().Replace(word, ""), out var column))
                return column;
        }

        return null;
    }

    internal static string Name(this PackingListColumn column) => column.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\([^)]*\)|[\s._:#*-]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
