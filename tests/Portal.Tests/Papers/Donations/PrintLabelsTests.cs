using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Papers.Donations;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Tests.Papers.Donations;

public sealed class PrintLabelsTests
{
    [Theory]
    [InlineData("395212340000000014", "https://gifts.example.org/00/395212340000000014", "(00) 395212340000000014")]
    [InlineData("D-2020-0001/C 1", "https://gifts.example.org/t/D-2020-0001/C%201", "D-2020-0001/C 1")]
    public void A_label_leads_to_the_carton_by_its_SSCC_or_by_its_own_code(string id, string address, string readable)
    {
        var page = new PrintLabels(null!, null!, new Texts("ja"), new PortalSettings(new Dictionary<string, Uri>(), new Uri("https://gifts.example.org/")))
        {
            PageContext = new PageContext { HttpContext = new DefaultHttpContext() },
        };
        var carton = new PackedCartonRow { Id = Code.Parse<CartonId>(id), Released = false, State = PackingState.Packed, Pieces = 60 };

        Assert.Equal((address, readable), (page.Leads(carton), page.Readable(carton)));
    }

    [Fact]
    public void Without_a_public_address_codes_lead_to_the_host_that_was_asked()
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("https", new HostString("portal.example", 8443));

        Assert.Equal("https://portal.example:8443", new PortalSettings(new Dictionary<string, Uri>(), null).Host(request));
        Assert.Equal("https://a.example", new PortalSettings(new Dictionary<string, Uri>(), new Uri("https://a.example/")).Host(request));
    }
}
