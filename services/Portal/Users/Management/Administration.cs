using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Users.Management;

/// <summary>The actions of administrators on other accounts. Locking, disabling and changing the role end all sessions of an account.</summary>
public sealed class Administration(UserDatabase database)
{
    /// <returns>The organisation to store: the code of an association, blank for other roles; null if an association has no valid code.</returns>
    public static string? Organisation(Role role, string? typed) => role != Role.Association ? ""
        : RecipientCode.TryParse(typed, out var code, out _) ? code.Value
        : null;

    public UserFault? Lock(string id, string actor) => Set(id, UserState.Active, UserState.Locked, UserEvent.Locked, actor);

    /// <summary>Unlocks an account, including a lock caused by failed attempts.</summary>
    public UserFault? Unlock(string id, string actor) => database.Write<UserFault?>(session =>
    {
        if (UserStore.Find(session, id) is not { State: not UserState.Disabled })
            return UserFault.Gone;
        session.Execute("update account set state = 'active', failures = 0, locked_until = '', version = version + 1 where id = @id", new { id });
        session.Record(UserEvent.Unlocked, actor, id);
        return null;
    });

    /// <summary>Disables an account permanently and deletes its credentials.</summary>
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

    /// <summary>Returns the audit trail, latest first: of everybody, or of one person as actor or subject.</summary>
    /// <param name="account">Null for everybody.</param>
    /// <param name="before">Limits the result to earlier sequence numbers.</param>
    /// <param name="rows">Maximum number of rows.</param>
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
