using System.Globalization;

namespace Logistics.Contracts;

/// <summary>What people call the fields of requests, so that no refusal speaks to them in names of an interface.</summary>
public static class FieldWords
{
    static readonly Dictionary<string, Worded> Names = new(StringComparer.Ordinal)
    {
        ["$"] = new("request", "要求", "请求"),
        ["after"] = new("page", "ページ", "页"),
        ["allGood"] = new("all good", "すべて良品", "全部完好"),
        ["airWaybill"] = new("air waybill", "航空運送状", "空运单"),
        ["arrivesAt"] = new("arrival", "到着日時", "到达时间"),
        ["at"] = new("date and time", "日時", "时间"),
        ["carrier"] = new("carrier", "運送会社", "承运方"),
        ["cartons"] = new("cartons", "箱", "箱子"),
        ["code"] = new("code", "コード", "代码"),
        ["condition"] = new("condition", "検数結果", "清点结果"),
        ["count"] = new("number of cartons", "箱数", "箱数"),
        ["damaged"] = new("damaged", "破損数", "破损数量"),
        ["departsAt"] = new("departure", "出発日時", "出发时间"),
        ["destroyed"] = new("destroyed cartons", "廃棄する箱", "销毁的箱子"),
        ["donation"] = new("donation", "寄贈", "捐赠"),
        ["donations"] = new("donations", "寄贈", "捐赠"),
        ["donor"] = new("donor", "寄贈者", "捐赠方"),
        ["dutyExemption"] = new("duty-exemption number", "免税書類の番号", "免税文件编号"),
        ["entry"] = new("declaration number", "申告番号", "报关单号"),
        ["excluded"] = new("exclusions", "除外", "排除"),
        ["expectedOn"] = new("expected day", "到着予定日", "预计送达日"),
        ["expiry"] = new("expiry", "使用期限", "有效期"),
        ["fileName"] = new("file name", "ファイル名", "文件名"),
        ["fixed"] = new("fixed amounts", "固定数量", "固定数量"),
        ["flight"] = new("flight", "便名", "航班"),
        ["flights"] = new("flights", "便", "航班"),
        ["from"] = new("first", "始め", "起始"),
        ["good"] = new("good", "良品数", "完好数量"),
        ["goods"] = new("goods", "引き渡す品", "转交物品"),
        ["gtin"] = new("GTIN", "GTIN", "GTIN"),
        ["hub"] = new("warehouse", "倉庫", "仓库"),
        ["indicators"] = new("indicators", "指標", "指标"),
        ["institution"] = new("institution", "医療機関", "医疗机构"),
        ["kind"] = new("kind", "種類", "种类"),
        ["limit"] = new("rows per page", "表示件数", "每页行数"),
        ["line"] = new("line", "行", "行"),
        ["lines"] = new("lines", "明細", "明细"),
        ["lot"] = new("lot", "ロット", "批号"),
        ["maximumCartons"] = new("most cartons", "最大箱数", "最多箱数"),
        ["member"] = new("membership", "会員区分", "会员"),
        ["method"] = new("method", "方式", "方法"),
        ["minimumCartons"] = new("fewest cartons", "最小箱数", "最少箱数"),
        ["missing"] = new("missing", "不足数", "缺少数量"),
        ["name"] = new("name", "名称", "名称"),
        ["note"] = new("note", "備考", "备注"),
        ["number"] = new("number", "番号", "编号"),
        ["on"] = new("day", "日付", "日期"),
        ["overdue"] = new("overdue only", "遅れのみ", "仅逾期"),
        ["parcel"] = new("parcel", "発送", "发货"),
        ["passed"] = new("passed cartons", "合格とする箱", "合格的箱子"),
        ["permit"] = new("permit number", "許可番号", "许可编号"),
        ["photos"] = new("pictures", "写真", "照片"),
        ["pieces"] = new("pieces", "数量", "数量"),
        ["piecesPerCarton"] = new("pieces per carton", "入数", "每箱件数"),
        ["place"] = new("airport", "空港", "机场"),
        ["plans"] = new("plans", "計画", "方案"),
        ["pledgedOn"] = new("day of the pledge", "寄贈申込日", "认捐日期"),
        ["product"] = new("product", "品目", "产品"),
        ["reason"] = new("reason", "理由", "原因"),
        ["receivedAt"] = new("time of receipt", "受領日時", "签收时间"),
        ["recipient"] = new("recipient", "受領者", "接收方"),
        ["recipients"] = new("recipients", "受領者", "接收方"),
        ["remainderTo"] = new("recipient of the rest", "残りの受領者", "剩余部分的接收方"),
        ["reservePercent"] = new("reserve", "予備の割合", "储备比例"),
        ["resolution"] = new("resolution", "解決方法", "处理方式"),
        ["rule"] = new("rule", "規則", "规则"),
        ["rules"] = new("rules", "規則", "规则"),
        ["share"] = new("share", "割合", "占比"),
        ["seen"] = new("version seen", "表示した時点の版", "所见版本"),
        ["size"] = new("size", "サイズ", "尺码"),
        ["source"] = new("source", "出典", "来源"),
        ["state"] = new("state", "状態", "状态"),
        ["to"] = new("last", "終わり", "结束"),
        ["unfit"] = new("unfit", "不適数", "不合格数量"),
        ["waybillPrefix"] = new("waybill prefix", "送り状番号の先頭", "运单号前缀"),
        ["weights"] = new("weights", "重み", "权重"),
        ["year"] = new("year", "年", "年份"),
    };

    /// <summary>Lists whose members are told by their number.</summary>
    static readonly Dictionary<string, Worded> Members = new(StringComparer.Ordinal)
    {
        ["cartons"] = new("carton {0}", "{0} 番目の箱", "第 {0} 箱"),
        ["excluded"] = new("exclusion {0}", "{0} 番目の除外", "第 {0} 项排除"),
        ["flights"] = new("flight {0}", "{0} 便目", "第 {0} 个航班"),
        ["goods"] = new("item {0}", "{0} 品目め", "第 {0} 项"),
        ["indicators"] = new("indicator {0}", "{0} 番目の指標", "第 {0} 个指标"),
        ["lines"] = new("line {0}", "{0} 行目", "第 {0} 行"),
        ["photos"] = new("picture {0}", "{0} 枚目の写真", "第 {0} 张照片"),
        ["plans"] = new("plan {0}", "{0} 番目の計画", "第 {0} 个方案"),
        ["recipients"] = new("recipient {0}", "{0} 番目の受領者", "第 {0} 个接收方"),
        ["rules"] = new("rule {0}", "{0} 番目の規則", "第 {0} 条规则"),
        ["weights"] = new("weight {0}", "{0} 番目の重み", "第 {0} 个权重"),
    };

    /// <param name="paths">For example <c>lines[0].reason</c>, several apart by a comma and a space.</param>
    /// <param name="language">ja, zh-Hans or en.</param>
    /// <returns>For example 「1 行目の理由」; what has no name here as it is, in quotes like the rest.</returns>
    public static string In(string paths, string language)
    {
        var (open, close, of, and) = language switch
        {
            "ja" => ("「", "」", "の", "、"),
            "zh-Hans" => ("“", "”", "的", "、"),
            _ => ("“", "”", ", ", ", "),
        };
        return string.Join(and, paths.Split(", ").Select(path => open + string.Join(of, path.Split('.').Select(name => Name(name, language))) + close));
    }

    static string Name(string name, string language)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && name.EndsWith(']') && Members.TryGetValue(name[..bracket], out var member)
            && int.TryParse(name.AsSpan(bracket + 1, name.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < int.MaxValue
            ? string.Format(CultureInfo.InvariantCulture, member.In(language), at + 1)
            : Names.TryGetValue(name, out var word) ? word.In(language) : name;
    }
}
