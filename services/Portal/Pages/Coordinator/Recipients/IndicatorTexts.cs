using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Recipients;

/// <summary>Names indicators and their sources.</summary>
static class IndicatorTexts
{
    /// <summary>Names an indicator with its year.</summary>
    public static string Indicator(this Texts texts, string name, int year) => texts["sharing.indicator-of-year", ("name", texts.IndicatorName(name)), ("year", $"{year}")];

    /// <summary>Names an indicator; an uploaded one has the name given by its uploader.</summary>
    public static string IndicatorName(this Texts texts, string name) => name switch
    {
        "physicians" => texts["sharing.indicator-physicians"],
        "population" => texts["sharing.indicator-population"],
        _ => name,
    };

    /// <summary>Names a source: a built-in one in the viewer's language, an uploaded one as its uploader wrote it.</summary>
    public static string Source(this Texts texts, string source)
    {
        var english = new Texts("en");
        return source == english["sharing.source-physicians"] ? texts["sharing.source-physicians"]
            : source == english["sharing.source-population"] ? texts["sharing.source-population"]
            : source;
    }
}
