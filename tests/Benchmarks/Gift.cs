using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.EventLog.Events;

namespace Logistics.Benchmarks;

/// <summary>The event that all of them carry.</summary>
static class Gift
{
    static readonly ProductCode Mask = Code.Parse<ProductCode>("mask");

    public static DonationRegistered Event(int serial)
    {
        var number = DonationNumber.From(2020, serial + 1);
        return new DonationRegistered(
            number,
            "Alibaba Foundation",
            new DateOnly(2020, 5, 8),
            [new DonationLine(1, Mask, null, 300_000)],
            [new Movement(null, LedgerAccount.Pledged, new Goods(number, 1, Mask, null, null, null, 300_000))]);
    }

    public static byte[] SampleBody() => EventBody.Write(
        new Recorded
        {
            Source = "owner",
            Seq = 123_456,
            Type = "intake.donation-registered.v1",
            Stream = "donation/D-2020-0001",
            Actor = "4f9d6a31c0",
            At = new DateTimeOffset(2020, 5, 8, 9, 30, 0, TimeSpan.FromHours(9)),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        },
        Guid.Empty.ToString(),
        Event(1));
}
