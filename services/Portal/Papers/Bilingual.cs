using Logistics.Portal.Web;

namespace Logistics.Portal.Papers;

/// <summary>The words of a document: in the language of who receives it, and behind them in that of who else reads it.</summary>
public sealed class Bilingual
{
    readonly Texts? second;

    Bilingual(Texts first, Texts? second) => (First, this.second) = (first, second);

    /// <summary>In the language of the document, for what only one language can say, such as a date.</summary>
    public Texts First { get; }

    /// <summary>
    /// In Japanese, which every recipient reads. A document that crosses the border has Chinese beside it, any document the language of a viewer
    /// who reads another.
    /// </summary>
    public static Bilingual Of(Texts viewer, bool crossesBorder)
    {
        var other = viewer.Language != "ja" ? viewer.Language : crossesBorder ? "zh-Hans" : null;
        return new Bilingual(new Texts("ja"), other is null ? null : new Texts(other));
    }

    public Html this[string key, params ReadOnlySpan<(string Name, string Value)> facts] => Both(First[key, facts], second?[key, facts]);

    /// <summary>A text that each language says in its own way.</summary>
    public Html Say(Func<Texts, string> text) => Both(text(First), second is null ? null : text(second));

    Html Both(string one, string? other) => other is null || other == one
        ? Html.Of($"""<span lang="ja">{one}</span>""")
        : Html.Of($"""<span lang="ja">{one}</span> <span class="other" lang="{second!.Language}">{other}</span>""");
}
