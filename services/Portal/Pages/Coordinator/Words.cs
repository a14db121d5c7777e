using Logistics.Portal.Pages.Coordinator.Receipts;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator;

/// <summary>What the services say in codes, as people of the hub say it.</summary>
static class Words
{
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
}
