using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Distribution.Documents;

/// <summary>Numbers documents by kind and year without gaps, since rows are never deleted.</summary>
static class Numbers
{
    /// <summary>Returns the number of the next document.</summary>
    /// <param name="session">The session that will write the document.</param>
    /// <param name="table">Table of the documents, keyed by <c>number</c>.</param>
    /// <param name="kind">For example <c>R</c>.</param>
    /// <param name="year">Year of the business date.</param>
    public static DocumentNumber Next(Session session, string table, string kind, int year) =>
        DocumentNumber.From(kind, year, 1 + Taken(session, table, kind, year));

    /// <summary>Counts the documents of a kind and year.</summary>
    // '.' follows '-', so the range contains every number with this prefix.
    public static long Taken(Session session, string table, string kind, int year) => session.Scalar<long>(
        $"select count(*) from {table} where number > @from and number < @to",
        new { from = $"{kind}-{year:0000}-", to = $"{kind}-{year:0000}." });
}
