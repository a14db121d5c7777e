using Logistics.Client.Distribution;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>Words and marks of the pages about plans.</summary>
static class AllocationTexts
{
    /// <summary>Returns the style of the tag that names a plan's state.</summary>
    public static string Tag(this PlanState state) => state switch
    {
        PlanState.Published => "tag good",
        PlanState.Draft or PlanState.Approved => "tag waiting",
        PlanState.Discarded => "tag",
    };

    /// <summary>Says next to a signed number whether it is more, less or the same.</summary>
    public static string MoreOrLess(this Texts texts, long difference) => difference switch
    {
        > 0 => texts["sharing.more"],
        0 => texts["sharing.same"],
        < 0 => texts["sharing.less"],
    };
}
