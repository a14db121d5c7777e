namespace Logistics.Sql.Tests;

/// <summary>A table of a from clause.</summary>
/// <param name="Name">Qualifier of its columns.</param>
/// <param name="Columns">What it has; of a query in parentheses without their kind where that is not known.</param>
sealed record Source(string Name, IReadOnlyList<(string Name, Kind? Kind)> Columns);

/// <summary>What the names in a query can mean.</summary>
sealed class Scope(IReadOnlyList<Source> sources, Scope? outer)
{
    public Scope? Outer => outer;

    public IReadOnlyList<Source> Sources => sources;

    /// <summary>The columns that rows are grouped by; null if they are not grouped.</summary>
    public HashSet<(Source, string)>? Grouped { get; set; }

    /// <summary>Whether a sum is being looked into, where columns need not be grouped by.</summary>
    public bool Summing { get; set; }
}
