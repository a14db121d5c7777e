namespace Logistics.Contracts;

/// <summary>What people call states, kinds and methods that are written in kebab case.</summary>
public static class StateWords
{
    static readonly Dictionary<string, Worded> Names = new(StringComparer.Ordinal)
    {
        ["open"] = new("open", "受付中", "进行中"),
        ["closed"] = new("closed", "完了", "已结案"),
        ["cancelled"] = new("cancelled", "取消済み", "已取消"),
        ["draft"] = new("draft", "下書き", "草案"),
        ["approved"] = new("approved", "承認済み", "已批准"),
        ["published"] = new("published", "確定", "已发布"),
        ["discarded"] = new("discarded", "破棄", "已作废"),
        ["shortage"] = new("shortage", "不足", "短缺"),
        ["overage"] = new("overage", "過剰", "多出"),
        ["damage"] = new("damage", "破損", "破损"),
        ["unfit"] = new("unfit goods", "不適", "不合格"),
        ["good"] = new("good", "良品", "完好"),
        ["destroyed"] = new("destroyed", "廃棄", "销毁"),
        ["written-off"] = new("written off", "除却", "核销"),
        ["webster"] = new("Webster", "ウェブスター方式", "韦伯斯特法"),
        ["largest-remainder"] = new("largest remainder", "最大剰余方式", "最大余数法"),
        ["fixed-with-remainder"] = new("fixed amounts", "固定数量方式", "固定数量法"),
        ["minimum-first"] = new("minimum first", "最小数量優先方式", "最低数量优先法"),
        ["pledged"] = new("pledged", "未梱包", "待装箱"),
        ["packed"] = new("packed", "梱包済み", "已装箱"),
        ["in-air"] = new("in the air", "輸送中", "空运中"),
        ["at-airport"] = new("at the airport", "空港", "机场"),
        ["hub"] = new("hub", "倉庫", "仓库"),
        ["reserved"] = new("reserved", "確保済み", "已预留"),
        ["in-delivery"] = new("in delivery", "配送中", "运送中"),
        ["association"] = new("association", "医師会", "医师会"),
        ["institution"] = new("institution", "医療機関", "医疗机构"),
        ["missing"] = new("missing", "不足", "缺少"),
        ["damaged"] = new("damaged", "破損", "破损"),
        ["held"] = new("held", "保留", "暂停使用"),
    };

    /// <returns>The name itself where nobody has called it anything else.</returns>
    public static Worded Of(string name) => Names.GetValueOrDefault(name) ?? new Worded(name, name, name);
}
