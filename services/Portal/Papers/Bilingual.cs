using Logistics.Portal.Web;

namespace Logistics.Portal.Papers;

/// <summary>Words a document in the recipient's language, followed by that of other readers.</summary>
public sealed class Bilingual
{
    readonly Texts? second;

    Bilingual(Texts first, Texts? second) => (First, this.second) = (first, second);

    /// <summary>Gets the texts in the language of the document, for content in one language only, such as dates.</summary>
    public Texts First { get; }

    /// <summary>
    /// Selects the languages of a document: Japanese, which every recipient reads, followed by Chinese if it crosses the border, otherwise by the viewer's
    /// language if that is another.
    /// </summary>
    public static Bilingual Of(Texts viewer, bool crossesBorder)
    {
        var other = viewer.Language != "ja" ? viewer.Language : crossesBorder ? "zh-Hans" : null;
        return new Bilingual(new Texts("ja"), other is null ? null : new Texts(other));
    }

    public Html this[string key, params ReadOnlySpan<(string Name, string Value)> facts] => Both(First[key, facts], second?[key, facts]);

    /// <summary>Renders a text in both languages.</summary>
    public Html Say(Func<Texts, string> text) => Both(text(First), second is null ? null : text(second));

    Html Both(string one, string? other) => other is null || other == one
        ? Html.Of($"""<span lang="ja">{one}</span>""")
        : Html.Of($"""<span lang="ja">{one}</span> <span class="other" lang="{second!.Language}">{other}</span>""");
}
