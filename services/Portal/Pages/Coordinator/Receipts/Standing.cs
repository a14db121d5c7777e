using Logistics.Client.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>The status of a recipient on the receipts board, in the order of the board.</summary>
public enum Standing
{
    Overdue,
    CaseOpen,
    Waiting,
    Confirmed,
    NothingSent,
}

static class StandingTags
{
    extension(Standing standing)
    {
        /// <summary>Classes of its tag.</summary>
        public string Tag => standing switch
        {
            Standing.Overdue or Standing.CaseOpen => "tag bad",
            Standing.Waiting => "tag waiting",
            Standing.Confirmed => "tag good",
            Standing.NothingSent => "tag",
        };
    }
}

public static class Standings
{
    extension(ReceiptsBoardRow row)
    {
        public long Sent => row.Goods.Sum(goods => goods.Sent);

        public long Outstanding => row.Goods.Sum(goods => goods.Outstanding);

        public Standing Standing =>
            row.Overdue > 0 ? Standing.Overdue
            : row.OpenCases > 0 ? Standing.CaseOpen
            : row.Outstanding > 0 ? Standing.Waiting
            : row.Parcels > 0 ? Standing.Confirmed
            : Standing.NothingSent;
    }

    /// <summary>Orders rows by standing, then longest waiting first, then by code.</summary>
    public static IReadOnlyList<ReceiptsBoardRow> InOrder(IEnumerable<ReceiptsBoardRow> rows) =>
    [
        .. rows.OrderBy(row => row.Standing)
            .ThenBy(row => row.ExpectedOn ?? DateOnly.MaxValue)
            .ThenBy(row => row.Recipient.Value, StringComparer.Ordinal),
    ];
}
