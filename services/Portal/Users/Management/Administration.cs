using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Users.Management;

/// <summary>What administrators do with the accounts of others. A lock, an end and another role end all sessions of the account.</summary>
public sealed class Administration(AccountDatabase database)
{
    /// <returns>The organisation as it is stored: the code of an association, blank for everybody else; null where an association has none.</returns>
    public static string? Organisation(Role role, string? typed) => role != Role.Association ? ""
        : RecipientCode.TryParse(typed, out var code, out _) ? code.Value
        : null;

    public AccountFault? Lock(string id, string actor) => Set(id, AccountState.Active, AccountState.Locked, AccountEvent.Locked, actor);

    /// <summary>Also takes away a lock that failures have caused.</summary>
    public AccountFault? Unlock(string id, string actor) => database.Write<AccountFault?>(session =>
    {
        if (AccountStore.Find(session, id) is not { State: not AccountState.Disabled })
            return AccountFault.Gone;
        session.Execute("update account set state = 'active', failures = 0, locked_until = '', version = version + 1 where id = @id", new { id });
        session.Record(AccountEvent.Unlocked, actor, id);
        return null;
    });

    /// <summary>For good: what the person signed in with is forgotten.</summary>
    public AccountFault? Disable(string id, string actor) => database.Write(session =>
    {
        if (AccountStore.Find(session, id) is not { State: not AccountState.Disabled } account)
            return AccountFault.Gone;
        if (IsLastAdministrator(session, account))
            return AccountFault.LastAdministrator;
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
        session.Record(AccountEvent.Disabled, actor, id);
        return (AccountFault?)null;
    });

    public AccountFault? ChangeRole(string id, Role role, string? organisation, string actor) => database.Write(session =>
    {
        if (AccountStore.Find(session, id) is not { State: not AccountState.Disabled } account)
            return AccountFault.Gone;
        if (Organisation(role, organisation) is not { } code)
            return AccountFault.OrganisationMissing;
        if (role != Role.Admin && IsLastAdministrator(session, account))
            return AccountFault.LastAdministrator;
        if ((account.Role, account.Organisation) == (role, code))
            return (AccountFault?)null;
        session.Execute(
            "update account set role = @role, organisation = @code, security_stamp = @stamp, version = version + 1 where id = @id",
            new { id, role = AccountStore.Word(role), code, stamp = Secret.Make() });
        session.Record(AccountEvent.RoleChanged, actor, id, new { from = account.Role, to = role, organisation = code });
        return null;
    });

    /// <summary>The audit trail, the latest first: of everybody, or what one person did or had done to it.</summary>
    /// <param name="account">Null for everybody.</param>
    /// <param name="before">Only what is older than this sequence number.</param>
    /// <param name="rows">At most so many.</param>
    public IReadOnlyList<AccountEvent> Events(string? account, long before, int rows) => database.First<AccountEvent>(
        rows,
        $"""
        select seq, at, actor, account, kind, facts
        from account_event
        where seq < @before{(account is null ? "" : " and (account = @account or actor = @account)")}
        order by seq desc
        """,
        new { account, before });

    AccountFault? Set(string id, AccountState from, AccountState to, string kind, string actor) => database.Write(session =>
    {
        if (AccountStore.Find(session, id) is not { } account || account.State != from)
            return AccountFault.Gone;
        if (IsLastAdministrator(session, account))
            return AccountFault.LastAdministrator;
        session.Execute(
            "update account set state = @state, security_stamp = @stamp, version = version + 1 where id = @id",
            new { id, state = AccountStore.Word(to), stamp = Secret.Make() });
        session.Record(kind, actor, id);
        return (AccountFault?)null;
    });

    static bool IsLastAdministrator(AccountSession session, Portal.Users.Records.Account account) =>
        account is { Role: Role.Admin, State: AccountState.Active }
        && session.Row<int>("select count(*) from account where role = 'admin' and state = 'active' and id <> @Id", new { account.Id }) == 0;
}
