namespace Logistics.TdsServer;

/// <summary>A statement as this server carries it out.</summary>
abstract record Step
{
    /// <summary>PostgreSQL does it.</summary>
    /// <param name="Text">As PostgreSQL understands it.</param>
    /// <param name="Parameters">Names of those that it wants, in their order.</param>
    /// <param name="Writes">Whether it changes anything.</param>
    public sealed record Query(string Text, IReadOnlyList<string> Parameters, bool Writes) : Step;

    public sealed record Choice(Query Condition, IReadOnlyList<Step> Then, IReadOnlyList<Step> Else) : Step;

    public sealed record Begin : Step;

    public sealed record Commit : Step;

    /// <param name="Savepoint">Null for all of it.</param>
    public sealed record Rollback(string? Savepoint) : Step;

    public sealed record Save(string Savepoint) : Step;

    public sealed record Use(string Database) : Step;

    public sealed record Create(string Database) : Step;

    public sealed record Drop(string Database) : Step;

    /// <summary>Turns the reading of what is committed without waiting on or off.</summary>
    public sealed record Snapshot(string Database, bool On) : Step;
}
