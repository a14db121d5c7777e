using System.Security.Claims;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Browsers that somebody is signed in with. The cookie holds the id of a session and nothing that counts: every request asks here, so an
/// end, a lock or a new role is there at once.
/// </summary>
public sealed class Sessions(UserDatabase database, TimeProvider clock)
{
    /// <summary>Claim with the id of the session.</summary>
    public const string Claim = "sid";

    static readonly TimeSpan Day = TimeSpan.FromHours(12);
    static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>For the telephone of an association that wants to stay signed in.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    static readonly TimeSpan Coarse = TimeSpan.FromMinutes(1);

    /// <summary>A session after a sign-in.</summary>
    /// <param name="account">Who has signed in.</param>
    /// <param name="keep">Whether it is to last beyond the day; heeded for associations only.</param>
    /// <param name="agent">What the browser says that it is.</param>
    /// <param name="method">password, second-factor, recovery-code, passkey or link.</param>
    /// <param name="former">The session that the browser had, which ends.</param>
    public Session Begin(User account, bool keep, string agent, string method, string? former) => database.Write(session =>
    {
        var kept = keep && account.Role == Role.Association;
        var begun = new Session
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

    /// <returns>Who is signed in; null where the session has ended.</returns>
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

    /// <summary>Those that can still be used, the latest first.</summary>
    public IReadOnlyList<Session> List(string account)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. database.Rows<Session>(
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

    /// <summary>Ends another browser's session of the same account.</summary>
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

/// <summary>One browser that somebody signed in with.</summary>
public sealed record Session
{
    public required string Id { get; init; }

    public required string Account { get; init; }

    public required string Stamp { get; init; }

    public required string Browser { get; init; }

    public required int IdleMinutes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Whether the browser was asked to stay signed in.</summary>
    public bool IsKept => EndsAt - CreatedAt > TimeSpan.FromDays(1);
}
