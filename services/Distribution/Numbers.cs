using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Distribution;

/// <summary>Numbers of documents: one row of serials for each kind and year, without gaps, since no row is ever deleted.</summary>
static class Numbers
{
    /// <param name="session">The session that will write the document.</param>
    /// <param name="table">Where documents of the kind stand, by <c>number</c>.</param>
    /// <param name="kind">For example <c>R</c>.</param>
    /// <param name="year">Of the business date.</param>
    public static DocumentNumber Next(Session session, string table, string kind, int year) =>
        DocumentNumber.From(kind, year, 1 + Taken(session, table, kind, year));

    // '.' is the character after '-', so the range is every number that begins so.
    public static long Taken(Session session, string table, string kind, int year) => session.Scalar<long>(
        $"select count(*) from {table} where number > @from and number < @to",
        new { from = $"{kind}-{year:0000}-", to = $"{kind}-{year:0000}." });
}
