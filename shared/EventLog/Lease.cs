using System.Globalization;

namespace Logistics.EventLog;

/// <summary>
/// Elects one of several processes of a service to do work on behalf of all. A database row names the holder and the expiry; a holder
/// that stops renewing loses the lease. Two processes may briefly both believe that they hold it, so leased work must be safe to do twice.
/// </summary>
public sealed class Lease(Log log, string name)
{
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(6);

    readonly string holder = Guid.NewGuid().ToString("N");

    /// <summary>Acquires the lease if it is free, or renews it if this process holds it.</summary>
    /// <returns>True if this process holds the lease for the next <see cref="Term"/>.</returns>
    public Task<bool> Take() => Write(
        session => session.Execute(
            "update lease set holder = @holder, until = @until where name = @name and (holder = @holder or until < @now)",
            new { name, holder, now = Text(session.Now), until = Text(session.Now + Term) }) == 1);

    /// <summary>Releases the lease for other processes.</summary>
    public Task Release() => Write(
        session => session.Execute("update lease set holder = '', until = '' where name = @name and holder = @holder", new { name, holder }));

    Task<T> Write<T>(Func<Session, T> work) => log.Write(new Origin(log.Source, "lease"), work);

    static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
