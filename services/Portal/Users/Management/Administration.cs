using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Users.Management;

/// <summary>What administrators do with the accounts of others. A lock, an end and another role end all sessions of the account.</summary>
public sealed class Administration(UserDatabase database)
{
    /// <returns>The organisation as it is stored: the code of an association, blank for everybody else; null where an association has none.</returns>
    public static string? Organisation(Role role, string? typed) => role != Role.Association ? ""
        : RecipientCode.TryParse(typed, out var code, out _) ? code.Value
        : null;

    public UserFault? Lock(string id, string actor) => Set(id, UserState.Active, UserState.Locked, UserEvent.Locked, actor);

    /// <summary>Also takes away a lock that failures have caused.</summary>
    public UserFault? Unlock(string id, string actor) => database.Write<UserFault?>(session =>
    {
        if (UserStore.Find(session, id) is not { State: not UserState.Disabled })
            return UserFault.Gone;
        session.Execute("update account set state = 'active', failures = 0, locked_until = '', version = version + 1 where id = @id", new { id });
        session.Record(UserEvent.Unlocked, actor, id);
        return null;
    });

    /// <summary>For good: what the person signed in with is forgotten.</summary>
    public UserFault? Disable(string id, string actor) => database.Write(session =>
    {
        if (UserStore.Find(session, id) is not { State: not UserState.Disabled } account)
            return UserFault.Gone;
        if (IsLastAdministrator(session, account))
            return UserFault.LastAdministrator;
        session.Execute(
            """
            update account
            set state = 'disabled', password_hash = '', security_stamp = @stamp, second_factor = 0, authenticator_key = '', version = version + 1
            where id = @id
            """,
            new { id, stamp = Secret.Make() });
        session.Execute("delete from recovery_code where account = @id", new { id });
        session.Execute("delete from passkey where account = @id", new { id });
        session.Execute("update invitation set ended_at = @Now where account = @id and ended_at = ''", new { session.Now, id });
        session.Record(UserEvent.Disabled, actor, id);
        return (UserFault?)null;
    });

    public UserFault? ChangeRole(string id, Role role, string? organisation, string actor) => database.Write(session =>
    {
        if (UserStore.Find(session, id) is not { State: not UserState.Disabled } account)
            return UserFault.Gone;
        if (Organisation(role, organisation) is not { } code)
            return UserFault.OrganisationMissing;
        if (role != Role.Admin && IsLastAdministrator(session, account))
            return UserFault.LastAdministrator;
        if ((account.Role, account.Organisation) == (role, code))
            return (UserFault?)null;
        session.Execute(
            "update account set role = @role, organisation = @code, security_stamp = @stamp, version = version + 1 where id = @id",
            new { id, role = UserStore.Word(role), code, stamp = Secret.Make() });
        session.Record(UserEvent.RoleChanged, actor, id, new { from = account.Role, to = role, organisation = code });
        return null;
    });

    /// <summary>The audit trail, the latest first: of everybody, or what one person did or had done to it.</summary>
    /// <param name="account">Null for everybody.</param>
    /// <param name="before">Only what is older than this sequence number.</param>
    /// <param name="rows">At most so many.</param>
    public IReadOnlyList<UserEvent> Events(string? account, long before, int rows) => database.First<UserEvent>(
        rows,
        $"""
        select seq, at, actor, account, kind, facts
        from account_event
        where seq < @before{(account is null ? "" : " and (account = @account or actor = @account)")}
        order by seq desc
        """,
        new { account, before });

    UserFault? Set(string id, UserState from, UserState to, string kind, string actor) => database.Write(session =>
    {
        if (UserStore.Find(session, id) is not { } account || account.State != from)
            return UserFault.Gone;
        if (IsLastAdministrator(session, account))
            return UserFault.LastAdministrator;
        session.Execute(
            "update account set state = @state, security_stamp = @stamp, version = version + 1 where id = @id",
            new { id, state = UserStore.Word(to), stamp = Secret.Make() });
        session.Record(kind, actor, id);
        return (UserFault?)null;
    });

    static bool IsLastAdministrator(UserTransaction session, User account) =>
        account is { Role: Role.Admin, State: UserState.Active }
        && session.Row<int>("select count(*) from account where role = 'admin' and state = 'active' and id <> @Id", new { account.Id }) == 0;
}
