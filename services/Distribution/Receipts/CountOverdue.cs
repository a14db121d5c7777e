using System.Diagnostics.Metrics;
using Dapper;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>Counts the parcels that were expected before today, by the date in Japan, and are not completely confirmed.</summary>
public static class CountOverdue
{
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static void Map(ServiceDefinition distribution) => distribution.Measure(
        "logistics.receipts.overdue",
        "{parcel}",
        "Parcels that were expected before today and are not all received.",
        (connection, now) => [new Measurement<long>(connection.ExecuteScalar<long>(
            "select count(*) from parcel where outstanding > 0 and expected_on < @today",
            new { today = DateOnly.FromDateTime(now.ToOffset(Japan).Date) }))]);
}
