using Logistics.Contracts.Distribution;
using Logistics.Portal.Pages.Coordinator.Receipts;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator;

/// <summary>What the services say in codes, as people of the hub say it.</summary>
static class Words
{
    public static string Method(Texts texts, AllocationMethod method) => method switch
    {
        AllocationMethod.Webster => texts["sharing.method-webster"],
        AllocationMethod.LargestRemainder => texts["sharing.method-largest-remainder"],
        AllocationMethod.MinimumFirst => texts["sharing.method-minimum-first"],
        AllocationMethod.FixedWithRemainder => texts["sharing.method-fixed"],
    };

    /// <summary>An indicator by its name, with its year. One that was uploaded has the name that its uploader gave.</summary>
    public static string Indicator(Texts texts, string name, int year) => texts["sharing.indicator-of-year", ("name", IndicatorName(texts, name)), ("year", $"{year}")];

    public static string IndicatorName(Texts texts, string name) => name switch
    {
        "physicians" => texts["sharing.indicator-physicians"],
        "population" => texts["sharing.indicator-population"],
        _ => name,
    };

    /// <summary>A source as its uploader wrote it; those that are built in, in the viewer's language.</summary>
    public static string Source(Texts texts, string source)
    {
        var english = new Texts("en");
        return source == english["sharing.source-physicians"] ? texts["sharing.source-physicians"]
            : source == english["sharing.source-population"] ? texts["sharing.source-population"]
            : source;
    }

    public static string PlanState(Texts texts, string state) => state switch
    {
        "draft" => texts["sharing.plan-draft"],
        "approved" => texts["sharing.plan-approved"],
        "published" => texts["sharing.plan-published"],
        _ => texts["sharing.plan-discarded"],
    };

    public static string PlanTag(string state) => state switch
    {
        "published" => "tag good",
        "draft" or "approved" => "tag waiting",
        _ => "tag",
    };

    public static string ParcelState(Texts texts, string state) => state switch
    {
        "received" => texts["sharing.parcel-received"],
        "partly-received" => texts["sharing.parcel-partly-received"],
        _ => texts["sharing.parcel-in-delivery"],
    };

    public static string Standing(Texts texts, Standing standing) => standing switch
    {
        Receipts.Standing.Overdue => texts["sharing.standing-overdue"],
        Receipts.Standing.CaseOpen => texts["sharing.standing-case-open"],
        Receipts.Standing.Waiting => texts["sharing.standing-waiting"],
        Receipts.Standing.Confirmed => texts["sharing.standing-confirmed"],
        Receipts.Standing.NothingSent => texts["sharing.standing-nothing-sent"],
    };

    public static string StandingTag(Standing standing) => standing switch
    {
        Receipts.Standing.Overdue or Receipts.Standing.CaseOpen => "tag bad",
        Receipts.Standing.Waiting => "tag waiting",
        Receipts.Standing.Confirmed => "tag good",
        Receipts.Standing.NothingSent => "tag",
    };

    public static string Resolution(Texts texts, string resolution) => resolution switch
    {
        "good" => texts["sharing.resolution-good"],
        "destroyed" => texts["sharing.resolution-destroyed"],
        _ => texts["sharing.resolution-written-off"],
    };

    /// <summary>Less, more or the same, beside a signed number.</summary>
    public static string MoreOrLess(Texts texts, long difference) => difference switch
    {
        > 0 => texts["sharing.more"],
        0 => texts["sharing.same"],
        _ => texts["sharing.less"],
    };
}
