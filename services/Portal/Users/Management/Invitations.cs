using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Management;

/// <summary>Manages invitation links. The token exists only in the link; its hash is stored here.</summary>
public sealed class Invitations(UserDatabase database, People people, IPasswordHasher<User> hasher, ILookupNormalizer keys, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan FirstLasts = TimeSpan.FromHours(24);

    const string Columns = "id, role, organisation, language, invited_by, account, created_at, expires_at";

    /// <summary>Creates a link for a new account.</summary>
    /// <returns>The token.</returns>
    public string Make(Role role, string organisation, string language, string actor) => database.Write(session =>
        Insert(session, role, organisation, language, actor, "", Lasts));

    /// <summary>Creates a link with which a locked-out person sets a new password. Using it removes second factor and passkeys.</summary>
    /// <returns>The token; null if the account does not exist or is disabled.</returns>
    public string? MakeFor(string account, string actor) => database.Write(session =>
    {
        if (UserStore.Find(session, account) is not { State: not UserState.Disabled } known)
            return null;
        session.Execute("update invitation set ended_at = @Now where account = @account and ended_at = ''", new { session.Now, account });
        return Insert(session, known.Role, known.Organisation, known.Language, actor, account, Lasts);
    });

    /// <summary>Creates the link for the first administrator and invalidates an earlier one.</summary>
    /// <returns>The token; null if an account exists.</returns>
    public static string? MakeFirst(UserDatabase database) => database.Write(session =>
    {
        if (HasAccounts(session))
            return null;
        session.Execute("update invitation set ended_at = @Now where invited_by = '' and ended_at = ''", new { session.Now });
        return Insert(session, Role.Admin, "", "en", "", "", FirstLasts);
    });

    /// <returns>Null for a link that is unknown, used or expired.</returns>
    public Invitation? Find(string token) => database.Row<Invitation>(
        $"select {Columns} from invitation where token_hash = @hash and ended_at = '' and expires_at > @now",
        new { hash = Secret.Hash(token), now = clock.GetUtcNow() });

    /// <summary>Lists the usable invitations, latest first.</summary>
    public IReadOnlyList<Invitation> List() => database.Rows<Invitation>(
        $"select {Columns} from invitation where ended_at = '' and expires_at > @now and invited_by <> '' order by created_at desc, token_hash",
        new { now = clock.GetUtcNow() });

    public void Withdraw(string id, string actor) => database.Write(session =>
    {
        if (session.Execute("update invitation set ended_at = @Now where id = @id and ended_at = ''", new { session.Now, id }) == 1)
            session.Record(UserEvent.InvitationWithdrawn, actor, "", new { invitation = id });
    });

    /// <summary>Redeems a link.</summary>
    /// <param name="token">Token of the link.</param>
    /// <param name="email">Address of a new account.</param>
    /// <param name="name">Name of a new account.</param>
    /// <param name="language">Language of a new account.</param>
    /// <param name="password">The new password.</param>
    /// <returns>The account, or the fault.</returns>
    public async Task<(User? Account, UserFault? Fault)> Accept(string token, string email, string name, string language, string password)
    {
        if (Find(token) is not { } invitation)
            return (null, UserFault.LinkOver);
        var account = invitation.Account.Length > 0 ? await people.FindByIdAsync(invitation.Account) : new User
        {
            Id = Guid.CreateVersion7().ToString("N"),
            Email = keys.NormalizeEmail(email),
            EmailKey = keys.NormalizeEmail(email),
            Name = name,
            Role = invitation.Role,
            Organisation = invitation.Organisation,
            Language = Languages.Match(language) ?? invitation.Language,
        };
        if (Fault(account!) is { } fault)
            return (null, fault);
        if (!await people.IsGoodPassword(account!, password))
            return (null, UserFault.PasswordWeak);
        account!.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Secret.Make();
        return database.Write(session =>
        {
            if (invitation.IsFirst && HasAccounts(session))
                return (null, UserFault.LinkOver);
            if (invitation.Account.Length == 0 && session.Row<string>("select id from account where email_key = @EmailKey", account) is not null)
                return (null, UserFault.EmailTaken);
            if (session.Execute(
                "update invitation set ended_at = @Now, account = @account where token_hash = @hash and ended_at = '' and expires_at > @Now",
                new { session.Now, account = account.Id, hash = Secret.Hash(token) }) == 0)
                return (null, UserFault.LinkOver);
            if (invitation.Account.Length == 0)
                UserStore.Insert(session, account);
            else
                Renew(session, account);
            session.Record(UserEvent.Accepted, account.Id, account.Id, new { invitation = invitation.Id, invitation.InvitedBy });
            return (UserStore.Find(session, account.Id), (UserFault?)null);
        });
    }

    static UserFault? Fault(User account) => account switch
    {
        { Name.Length: 0 or > People.MaxLength } => UserFault.NameMissing,
        _ when !People.IsEmail(account.Email) => UserFault.EmailWrong,
        { State: UserState.Disabled } => UserFault.LinkOver,
        _ => null,
    };

    static bool HasAccounts(UserTransaction session) => session.Row<int>("select count(*) from account") > 0;

    static void Renew(UserTransaction session, User account)
    {
        session.Execute(
            """
            update account
            set password_hash = @PasswordHash, security_stamp = @SecurityStamp, failures = 0, locked_until = '', second_factor = 0,
                authenticator_key = '', version = version + 1
            where id = @Id
            """,
            account);
        session.Execute("delete from recovery_code where account = @Id", account);
        session.Execute("delete from passkey where account = @Id", account);
        session.Record(UserEvent.PasswordChanged, account.Id, account.Id);
    }

    static string Insert(UserTransaction session, Role role, string organisation, string language, string actor, string account, TimeSpan lasts)
    {
        var token = Secret.Make();
        var id = Guid.CreateVersion7().ToString("N");
        session.Execute(
            """
            insert into invitation (token_hash, id, role, organisation, language, invited_by, account, created_at, expires_at, ended_at)
            values (@hash, @id, @role, @organisation, @language, @actor, @account, @Now, @until, '')
            """,
            new { hash = Secret.Hash(token), id, role = UserStore.Word(role), organisation, language, actor, account, session.Now, until = session.Now + lasts });
        if (actor.Length > 0)
            session.Record(UserEvent.Invited, actor, account, new { invitation = id, role, organisation });
        return token;
    }
}
