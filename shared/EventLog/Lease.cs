using System.Globalization;

namespace Logistics.EventLog;

/// <summary>
/// What one of several processes of a service does for all of them. A row of their database says which process, and until when: one that
/// has stopped for longer has lost it. Two may believe for a moment that they have it, so what is leased must bear being done twice.
/// </summary>
public sealed class Lease(Log log, string name)
{
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(6);

    readonly string holder = Guid.NewGuid().ToString("N");

    /// <summary>Takes what nobody has, or keeps what this has.</summary>
    /// <returns>Whether this has it, for a <see cref="Term"/>.</returns>
    public Task<bool> Take() => Write(
        session => session.Execute(
            "update lease set holder = @holder, until = @until where name = @name and (holder = @holder or until < @now)",
            new { name, holder, now = Text(session.Now), until = Text(session.Now + Term) }) == 1);

    /// <summary>Leaves it to the next who wants it.</summary>
    public Task Release() => Write(
        session => session.Execute("update lease set holder = '', until = '' where name = @name and holder = @holder", new { name, holder }));

    Task<T> Write<T>(Func<Session, T> work) => log.Write(new Origin(log.Source, "lease"), work);

    static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
