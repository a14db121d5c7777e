using System.Text;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation;

/// <summary>Donations as a foundation has them.</summary>
static class Pledged
{
    /// <summary>300,000 masks pledged, 120 of them packed in two cartons.</summary>
    public static async Task<DonationNumber> Packed(this FourServices services)
    {
        var intake = new IntakeClient(services.Host.Calls(Role.Foundation));
        var pledge = new RegisterDonationRequest("Donor", new DateOnly(2020, 5, 8), [new PledgedLine(Code.Parse<ProductCode>("mask"), 300_000)]);
        var number = (await intake.RegisterDonation(pledge, $"{Guid.NewGuid()}")).Expect().Number;
        var list = $"carton,product,lot,pieces\r\n{number}-1,mask,A1,60\r\n{number}-2,mask,A1,60\r\n";
        (await intake.AttachPackingList(number, new AttachPackingListQuery(), Encoding.UTF8.GetBytes(list), $"{number}")).Expect();
        return number;
    }
}
