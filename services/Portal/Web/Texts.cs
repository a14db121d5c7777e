using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.Client;
using Logistics.Contracts;
using Logistics.Hosting.Refusals;

namespace Logistics.Portal.Web;

/// <summary>The texts of the pages in one language, from the files under Texts/.</summary>
public sealed partial class Texts(string language)
{
    static readonly Dictionary<string, Dictionary<string, string>> All = Read();

    readonly CultureInfo culture = Languages.Culture(language);

    public static IReadOnlyDictionary<string, Dictionary<string, string>> Entries => All;

    public string Language { get; } = language;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> facts]
    {
        get
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in facts)
                values[name] = value;
            return Fill(key, name => values[name]);
        }
    }

    public string Fill(string key, Func<string, string> fact) =>
        Placeholder().Replace(All[key][Language], match => fact(match.Groups[1].Value));

    /// <summary>A text whose placeholders are fields of a form: what stands before, between and after them at even places, their names at odd ones.</summary>
    public string[] Parts(string key) => Placeholder().Split(All[key][Language]);

    /// <summary>Says a member of an enum: the text of the group that has the member's name in kebab case.</summary>
    /// <param name="group">Beginning of the keys, for example <c>transport.milestone</c>.</param>
    /// <param name="member">For example <c>MilestoneCode.Arr</c>, whose text is <c>transport.milestone.arr</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Of(string group, Enum member) => this[$"{group}.{Wire.NameOf(member)}"];

    public string Number(long pieces) => pieces.ToString("N0", culture);

    public string Product(string code) => All.TryGetValue($"product.{code}", out var text) ? text[Language] : code;

    /// <summary>Pieces with the counter of their product: 23,460 枚.</summary>
    public string Pieces(string product, long pieces) => this["pieces-of", ("pieces", Number(pieces)), ("unit", Unit(product))];

    /// <summary>The counter of a product.</summary>
    public string Unit(string product) => All.TryGetValue($"unit.{product}", out var unit) ? unit[Language] : All["unit.other"][Language];

    /// <summary>A product with its size, where it has one.</summary>
    public string Goods(string product, string? size) =>
        string.IsNullOrEmpty(size) ? Product(product) : this["goods-of-size", ("product", Product(product)), ("size", size)];

    /// <summary>Who receives: a prefecture by its name, anybody else by its code.</summary>
    public string Recipient(string code) =>
        PrefectureFacts.All.FirstOrDefault(prefecture => prefecture.Code.Value == code)?.Names[Language] ?? code;

    /// <summary>A number with its sign, also above zero: +12, −3, ±0.</summary>
    public string Signed(long number) => number switch
    {
        > 0 => $"+{Number(number)}",
        0 => "±0",
        _ => $"−{Number(-number)}",
    };

    /// <summary>Thousandths with their sign, and three decimals: +0.412.</summary>
    public string SignedThousandths(long thousandths) =>
        (thousandths switch { > 0 => "+", 0 => "±", _ => "−" }) + Thousandths(Math.Abs(thousandths));

    public string Thousandths(long thousandths) => (thousandths / 1000m).ToString("N3", culture);

    public string Cartons(long cartons) => this["cartons-of", ("cartons", Number(cartons))];

    /// <summary>Pieces first, cartons second: 23,460 枚（391 箱）.</summary>
    public string PiecesAndCartons(string product, long pieces, long cartons) =>
        this["pieces-and-cartons", ("pieces", Pieces(product, pieces)), ("cartons", Cartons(cartons))];

    /// <summary>An instant as the clock of its place showed it, with that clock's offset; hovering shows the viewer's own.</summary>
    public Html At(DateTimeOffset at) => Html.Of(
        $"""<time datetime="{at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}">{at.ToString(MomentFormat, culture)} <small>UTC{at.ToString("zzz", CultureInfo.InvariantCulture)}</small></time>""");

    public Html Day(DateOnly day) => Html.Of(
        $"""<time datetime="{day.ToString("O", CultureInfo.InvariantCulture)}">{day.ToString(DayFormat, culture)}</time>""");

    string DayFormat => Language == "en" ? "d MMM yyyy" : "yyyy年M月d日";

    string MomentFormat => Language == "en" ? "d MMM yyyy HH:mm" : "yyyy年M月d日 HH:mm";

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Placeholder();

    /// <exception cref="ArgumentException">Two files have a text of the same key.</exception>
    static Dictionary<string, Dictionary<string, string>> Read()
    {
        var assembly = typeof(Texts).Assembly;
        var texts = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Logistics.Portal.Texts.", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                texts.Add(key, text);
        }

        return texts;
    }
}
