using System.Xml.Linq;
using Logistics.Client.Tracking;
using Logistics.Portal.Drawings;
using Logistics.Portal.Pages;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Tests.Drawings;

public sealed class JourneyTests
{
    static readonly Texts English = new("en");

    static readonly Journey PartlyArrived = new(
        new Dictionary<string, long>(StringComparer.Ordinal) { ["hub"] = 100, ["in-delivery"] = 200, ["association"] = 300, ["institution"] = 340 },
        [new("missing", 2, 10), new("damaged", 4, 50)]);

    [Fact]
    public void The_line_is_as_thick_as_the_pieces_that_went_along_it()
    {
        var thick = Wide(PartlyArrived).With("path", "way").Select(way => way.Number("stroke-width")).ToList();

        Assert.Equal(5, thick.Count);
        Assert.Equal(26, thick[0]);
        Assert.Equal(thick.OrderDescending(), thick);
        Assert.True(thick[2] > thick[4]);
    }

    [Fact]
    public void What_lies_ahead_is_a_thin_broken_line()
    {
        var ways = Wide(new Journey(new Dictionary<string, long>(StringComparer.Ordinal) { ["in-air"] = 100 }, [])).With("path", "way").ToList();

        Assert.Equal([false, false, true, true, true], ways.Select(way => ((string)way.Attribute("class")!).Contains("ahead", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_dot_is_wherever_pieces_are_and_one_ring_where_most_of_them_are()
    {
        var svg = Wide(PartlyArrived);

        Assert.Equal([540, 620, 700, 860], svg.With("circle", "dot").Select(dot => dot.Number("cx")));
        Assert.Equal(860, svg.With("circle", "now").Single().Number("cx"));
    }

    [Fact]
    public void What_left_the_way_branches_off_where_it_left()
    {
        var branches = Wide(PartlyArrived).With("path", "branch").Select(branch => (string)branch.Attribute("d")!).ToList();

        Assert.StartsWith("M380 70", branches[0], StringComparison.Ordinal);
        Assert.StartsWith("M700 70", branches[1], StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_in_words_too()
    {
        var described = Wide(PartlyArrived).Element("desc")!.Value;

        Assert.Equal("Hub 100, On the way 200, 47 associations 300, Hospitals 340, Missing 10, Damaged 50", described);
    }

    [Fact]
    public void The_table_says_how_many_are_at_a_place_and_how_many_came_that_far()
    {
        var rows = Markup.Read(PartlyArrived.Table(English, "t")).Descendants("tbody").Single().Elements("tr")
            .Select(row => string.Join('|', row.Elements().Select(cell => cell.Value))).ToList();

        Assert.Equal(
            [
                "Factory|0|1,000", "Airport|0|1,000", "Narita|0|1,000", "Hub|100|990", "On the way|200|", "47 associations|300|690", "Hospitals|340|340",
                "Missing|10|", "Damaged|50|",
            ],
            rows);
    }

    [Fact]
    public void A_gift_that_is_only_pledged_is_at_the_factory()
    {
        var svg = Wide(new Journey(new Dictionary<string, long>(StringComparer.Ordinal) { ["pledged"] = 5 }, []));

        Assert.Equal(60, svg.With("circle", "now").Single().Number("cx"));
        Assert.All(svg.With("path", "way"), way => Assert.Contains("ahead", (string)way.Attribute("class")!, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_at_all_can_be_drawn() => Assert.Empty(Wide(new Journey(new Dictionary<string, long>(StringComparer.Ordinal), [])).With("circle", "dot"));

    [Fact]
    public void What_the_count_lost_left_at_Narita_and_what_receipts_lost_with_the_associations()
    {
        var journey = JourneyFigures.Of(new DonationJourney(
            new Dictionary<string, long>(StringComparer.Ordinal), [new("missing", "distribution", 5), new("missing", "shipment", 10), new("cancelled", "intake", 1)]));

        Assert.Equal([new Journey.Branch("cancelled", 0, 1), new Journey.Branch("missing", 2, 10), new Journey.Branch("missing", 4, 5)], journey.Branches);
    }

    static XElement Wide(Journey journey) => Markup.Read(journey.Draw(English, "journey", "Way")).With("svg", "wide").Single();
}
