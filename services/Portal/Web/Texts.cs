using System.Globalization;
using System.Text.Json;
using Logistics.Client;
using Logistics.Contracts;
using Logistics.Contracts.Languages;
using Microsoft.Extensions.Hosting;

namespace Logistics.Portal.Web;

/// <summary>The texts of the pages in one language, from the files under Texts/.</summary>
public sealed class Texts(string language)
{
    const string Folder = "Texts";

    static readonly IReadOnlyDictionary<string, Dictionary<string, Wording>> Embedded = Read(null);

    static string? sources;

    readonly IReadOnlyDictionary<string, Dictionary<string, Wording>> entries = Entries;
    readonly LanguageFacts facts = LanguageFacts.Of(language);

    /// <summary>Gets every text by key and language; in Development as the sources hold it at this moment.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, Wording>> Entries => sources is null ? Embedded : Read(sources);

    /// <summary>Reads the texts from the sources from now on if the program runs in Development.</summary>
    public static void Follow(IHostEnvironment environment) => sources = PortalFiles.Sources(Folder, environment);

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

    public string Fill(string key, Func<string, string> fact) => entries[key][Language].Fill(facts, fact);

    /// <summary>A text whose placeholders are fields of a form: what stands before, between and after them at even places, their names at odd ones.</summary>
    public string[] Parts(string key) => entries[key][Language].Parts();

    /// <summary>Returns the word for a state or a kind: the text <c>group.member</c>, the member in kebab case.</summary>
    public string Word(string group, Enum member) => this[$"{group}.{Wire.NameOf(member)}"];

    /// <summary>Returns the word for a member of an enum, for example the text <c>plan-state.draft</c> for <c>PlanState.Draft</c>.</summary>
    /// <exception cref="KeyNotFoundException">The enum has no words.</exception>
    public string Word(Enum member) => this[KeyOf(member)];

    /// <summary>Returns the key of the word for a member of an enum: both names in kebab case.</summary>
    public static string KeyOf(Enum member) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(member.GetType().Name)}.{Wire.NameOf(member)}";

    public string Number(long pieces) => pieces.ToString("N0", facts.Culture);

    public string Product(string code) => entries.ContainsKey($"product.{code}") ? this[$"product.{code}"] : code;

    /// <summary>Pieces with the counter of their product: 23,460 枚.</summary>
    public string Pieces(string product, long pieces) => this["pieces-of", ("pieces", Number(pieces)), ("unit", Unit(product))];

    /// <summary>The counter of a product.</summary>
    public string Unit(string product) => this[entries.ContainsKey($"unit.{product}") ? $"unit.{product}" : "unit.other"];

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

    public string Thousandths(long thousandths) => (thousandths / 1000m).ToString("N3", facts.Culture);

    public string Cartons(long cartons) => this["cartons-of", ("cartons", Number(cartons))];

    /// <summary>Pieces first, cartons second: 23,460 枚（391 箱）.</summary>
    public string PiecesAndCartons(string product, long pieces, long cartons) =>
        this["pieces-and-cartons", ("pieces", Pieces(product, pieces)), ("cartons", Cartons(cartons))];

    /// <summary>An instant as the clock of its place showed it, with that clock's offset; hovering shows the viewer's own.</summary>
    public Html At(DateTimeOffset at) => Html.Of(
        $"""<time datetime="{at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}">{at.ToString(facts.Moment, facts.Culture)} <small>UTC{at.ToString("zzz", CultureInfo.InvariantCulture)}</small></time>""");

    public Html Day(DateOnly day) => Html.Of(
        $"""<time datetime="{day.ToString("O", CultureInfo.InvariantCulture)}">{day.ToString(facts.Day, facts.Culture)}</time>""");

    /// <summary>Joins sentences.</summary>
    public string Sentences(IEnumerable<string> sentences) => string.Join(facts.BetweenSentences, sentences);

    static Dictionary<string, Dictionary<string, Wording>> Read(string? sources) => TextFiles.Read(typeof(Texts).Assembly, Folder + "/", sources).ToDictionary(
        entry => entry.Key,
        entry => entry.Value.ToDictionary(text => text.Key, text => new Wording(text.Value), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
