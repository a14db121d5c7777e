using System.Security.Claims;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Manages the sessions of browsers. The cookie holds only the id of a session: every request is checked here, so signing
/// out, a lock or a new role takes effect immediately.
/// </summary>
public sealed class Sessions(UserDatabase database, TimeProvider clock)
{
    /// <summary>Claim with the id of the session.</summary>
    public const string Claim = "sid";

    static readonly TimeSpan Day = TimeSpan.FromHours(12);
    static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>Lifetime for associations that choose to stay signed in on a telephone.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    static readonly TimeSpan Coarse = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session after a sign-in.</summary>
    /// <param name="account">The account that signed in.</param>
    /// <param name="keep">Whether to stay signed in beyond the day; applies to associations only.</param>
    /// <param name="agent">User agent of the browser.</param>
    /// <param name="method">password, second-factor, recovery-code, passkey or link.</param>
    /// <param name="former">The browser's previous session, which ends.</param>
    public UserSession Begin(User account, bool keep, string agent, string method, string? former) => database.Write(session =>
    {
        var kept = keep && account.Role == Role.Association;
        var begun = new UserSession
        {
            Id = Secret.Make(),
            Account = account.Id,
            Stamp = account.SecurityStamp,
            Browser = Browsers.Summary(agent),
            IdleMinutes = (int)(kept ? Kept : Idle).TotalMinutes,
            CreatedAt = session.Now,
            SeenAt = session.Now,
            EndsAt = session.Now + (kept ? Kept : Day),
        };
        if (former is not null)
            session.Execute("update session set ended_at = @Now where id = @former and ended_at = ''", new { session.Now, former });
        session.Execute(
            """
            insert into session (id, account, stamp, browser, idle_minutes, created_at, seen_at, ends_at, ended_at)
            values (@Id, @Account, @Stamp, @Browser, @IdleMinutes, @CreatedAt, @SeenAt, @EndsAt, '')
            """,
            begun);
        session.Record(UserEvent.SignedIn, account.Id, account.Id, new { method });
        return begun;
    });

    /// <returns>The signed-in account; null if the session has ended.</returns>
    public ClaimsPrincipal? Find(string id)
    {
        var now = clock.GetUtcNow();
        if (database.Row<Live>(
            """
            select s.account, s.seen_at, s.idle_minutes, a.name, a.role, a.organisation, a.language
            from session s
            join account a on a.id = s.account and a.security_stamp = s.stamp and a.state = 'active'
            where s.id = @id and s.ended_at = '' and s.ends_at > @now
            """,
            new { id, now }) is not { } live
            || now - live.SeenAt >= TimeSpan.FromMinutes(live.IdleMinutes))
            return null;
        if (now - live.SeenAt >= Coarse)
            database.Write(session => session.Execute("update session set seen_at = @now where id = @id", new { now, id }));
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, live.Account),
                new(ClaimTypes.Name, live.Name),
                new(Viewer.RoleClaim, live.Role),
                new(Viewer.OrganisationClaim, live.Organisation),
                new(Viewer.LanguageClaim, live.Language),
                new(Claim, id),
            ],
            IdentityConstants.ApplicationScheme,
            ClaimTypes.Name,
            Viewer.RoleClaim));
    }

    /// <summary>Lists the active sessions, latest first.</summary>
    public IReadOnlyList<UserSession> List(string account)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. database.Rows<UserSession>(
                """
                select s.id, s.account, s.stamp, s.browser, s.idle_minutes, s.created_at, s.seen_at, s.ends_at
                from session s
                join account a on a.id = s.account and a.security_stamp = s.stamp
                where s.account = @account and s.ended_at = '' and s.ends_at > @now
                order by s.seen_at desc, s.id
                """,
                new { account, now }).Where(one => now - one.SeenAt < TimeSpan.FromMinutes(one.IdleMinutes)),
        ];
    }

    public void SignOut(string id, string account) => database.Write(session =>
    {
        if (End(session, id, account))
            session.Record(UserEvent.SignedOut, account, account);
    });

    /// <summary>Ends a session of the same account in another browser.</summary>
    public void Revoke(string id, string account) => database.Write(session =>
    {
        if (End(session, id, account))
            session.Record(UserEvent.SessionEnded, account, account);
    });

    static bool End(UserTransaction session, string id, string account) => session.Execute(
        "update session set ended_at = @Now where id = @id and account = @account and ended_at = ''", new { session.Now, id, account }) == 1;

    sealed record Live
    {
        public required string Account { get; init; }

        public required DateTimeOffset SeenAt { get; init; }

        public required int IdleMinutes { get; init; }

        public required string Name { get; init; }

        public required string Role { get; init; }

        public required string Organisation { get; init; }

        public required string Language { get; init; }
    }
}

/// <summary>A browser in which somebody is signed in.</summary>
public sealed record UserSession
{
    public required string Id { get; init; }

    public required string Account { get; init; }

    public required string Stamp { get; init; }

    public required string Browser { get; init; }

    public required int IdleMinutes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was last used, to the minute.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Gets whether the browser was asked to stay signed in.</summary>
    public bool IsKept => EndsAt - CreatedAt > TimeSpan.FromDays(1);
}
