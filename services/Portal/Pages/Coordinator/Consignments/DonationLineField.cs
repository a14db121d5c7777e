using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Reads and writes a line of a donation as a form field: <c>D-2020-0001/1</c>.</summary>
static class DonationLineField
{
    public static string Write(DonationNumber donation, int line) => $"{donation}/{line}";

    public static LineToLoad Line(this TypedForm form, string field, string? text)
    {
        var parts = (text ?? "").Split('/');
        return new LineToLoad(form.Code<DonationNumber>(field, parts[0]), form.Number(field, parts[^1]));
    }
}
