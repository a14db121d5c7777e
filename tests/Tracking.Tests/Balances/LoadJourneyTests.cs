using Logistics.Client.Tracking;
using Logistics.Tracking.Balances;

namespace Logistics.Tracking.Tests.Balances;

public sealed class LoadJourneyTests
{
    [Fact]
    public void What_came_and_went_on_is_no_longer_there_and_what_left_the_way_is_told_with_the_service_that_found_it()
    {
        var journey = LoadJourney.Of(
        [
            Entry("packed", "intake", 100), Entry("packed", "shipment", -100), Entry("hub", "shipment", 90), Entry("hub", "distribution", -90),
            Entry("missing", "shipment", 10), Entry("missing", "distribution", 5), Entry("damaged", "distribution", 0), Entry("association", "distribution", 85),
        ]);

        Assert.Equal([new DonationAside("missing", "shipment", 10), new DonationAside("missing", "distribution", 5)], journey.Asides);
        Assert.Equal((0, 0, 85), (journey.Accounts["packed"], journey.Accounts["hub"], journey.Accounts["association"]));
    }

    static LoadJourney.Entry Entry(string account, string source, long pieces) => new() { Account = account, Source = source, Pieces = pieces };
}
