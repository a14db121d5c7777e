using System.Buffers.Text;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Users.Records;

/// <summary>Stores accounts for ASP.NET Core Identity. The user name is the e-mail address.</summary>
/// <remarks>
/// Failures, recovery codes and passkeys are written immediately and separately, so that concurrent requests cannot undo each other; the rest
/// of an account is written by <see cref="UpdateAsync"/>, which checks its version.
/// </remarks>
public sealed class UserStore(UserDatabase database, IDataProtectionProvider protection, [FromKeyedServices("portal")] Log log) :
    IUserPasswordStore<User>,
    IUserSecurityStampStore<User>,
    IUserLockoutStore<User>,
    IUserTwoFactorStore<User>,
    IUserAuthenticatorKeyStore<User>,
    IUserTwoFactorRecoveryCodeStore<User>,
    IUserPasskeyStore<User>
{
    const string Columns =
        """
        id, email, email_key, name, role, organisation, language, state, password_hash, security_stamp, failures,
        nullif(locked_until, '') as locked_until, second_factor, authenticator_key, version, created_at
        """;

    const string PasskeyColumns =
        """
        credential, account, name, public_key, created_at, sign_count, transports, user_verified, backup_eligible, backed_up, attestation, client_data
        """;

    /// <summary>Recovery codes are typed by hand and therefore short, so they are hashed slowly.</summary>
    const int RecoveryRounds = 50_000;

    readonly Counter<long> failures = log.Measures.Counter("logistics.sign_in.failures", "{failure}", "Sign-ins that failed, by why.");
    readonly IDataProtector protector = protection.CreateProtector("Logistics.Portal.Accounts.AuthenticatorKey");

    public static void Insert(UserTransaction session, User account) => session.Execute(
        """
        insert into account (id, email, email_key, name, role, organisation, language, state, password_hash, security_stamp, failures,
            locked_until, second_factor, authenticator_key, authenticator_step, version, created_at)
        values (@Id, @Email, @EmailKey, @Name, @role, @Organisation, @Language, @state, @PasswordHash, @SecurityStamp, 0, '', 0, '', 0, 1, @now)
        """,
        new
        {
            account.Id, account.Email, account.EmailKey, account.Name, role = Word(account.Role), account.Organisation, account.Language,
            state = Word(account.State), account.PasswordHash, account.SecurityStamp, now = session.Now,
        });

    public User? Find(string id) => database.Row<User>($"select {Columns} from account where id = @id", new { id });

    /// <summary>Lists all accounts by name.</summary>
    public List<User> List() => database.Rows<User>($"select {Columns} from account order by name, id");

    public static User? Find(UserTransaction session, string id) => session.Row<User>($"select {Columns} from account where id = @id", new { id });

    /// <summary>Counts a failed attempt and locks the account at the limit. Does the same work for an unknown name.</summary>
    /// <returns>True if this attempt locked the account.</returns>
    public bool Fail(string account, LockoutOptions options, string reason) => database.Write(session =>
    {
        failures.Add(1, new KeyValuePair<string, object?>("reason", reason));
        session.Execute("update account set failures = failures + 1 where id = @account", new { account });
        session.Record(UserEvent.SignInFailed, "", account, new { reason });
        var locks = session.Execute(
            "update account set failures = 0, locked_until = @until where id = @account and failures >= @most",
            new { account, until = session.Now + options.DefaultLockoutTimeSpan, most = options.MaxFailedAccessAttempts }) == 1;
        if (locks)
            session.Record(UserEvent.LockedOut, "", account);
        return locks;
    });

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken)
    {
        database.Write(session => Insert(session, user));
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        var written = database.Write(session =>
        {
            var rows = session.Execute(
                """
                update account
                set email = @Email, email_key = @EmailKey, name = @Name, language = @Language, password_hash = @PasswordHash,
                    security_stamp = @SecurityStamp, second_factor = @SecondFactor, authenticator_key = @AuthenticatorKey, version = version + 1
                where id = @Id and version = @Version
                """,
                user);
            if (rows == 0)
                return false;
            if (user.KeptSession is { } kept)
                session.Execute("update session set stamp = @SecurityStamp where id = @kept and account = @Id", new { user.SecurityStamp, kept, user.Id });
            foreach (var (kind, facts) in user.News)
                session.Record(kind, user.Id, user.Id, facts);
            return true;
        });
        user.News.Clear();
        if (!written)
            return Task.FromResult(IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()));
        user.Version++;
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account is disabled, never deleted: the logs name it.");

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(Find(userId));

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(database.Row<User>($"select {Columns} from account where email_key = @normalizedUserName", new { normalizedUserName }));

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => Done(user.Email = userName ?? "");

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => Done(user.EmailKey = normalizedName ?? "");

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is { Length: > 0 } hash ? hash : null);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken) => Done(user.PasswordHash = passwordHash ?? "");

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken) => Done(user.SecurityStamp = stamp);

    public Task<int> GetAccessFailedCountAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    public Task<bool> GetLockoutEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task<int> IncrementAccessFailedCountAsync(User user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Failures are counted by Fail, together with their consequence.");

    public Task ResetAccessFailedCountAsync(User user, CancellationToken cancellationToken)
    {
        database.Write(session => session.Execute("update account set failures = 0, locked_until = '' where id = @Id", new { user.Id }));
        return Done((user.Failures, user.LockedUntil) = (0, null));
    }

    public Task SetLockoutEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetLockoutEndDateAsync(User user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Failures are counted by Fail, together with their consequence.");

    public Task<bool> GetTwoFactorEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.SecondFactor);

    public Task SetTwoFactorEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) => Done(user.SecondFactor = enabled);

    public Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { Length: > 0 } key ? protector.Unprotect(key) : null);

    public Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        Done(user.AuthenticatorKey = key.Length == 0 ? "" : protector.Protect(key));

    /// <summary>Marks a step of the authenticator's clock as used, so that its code is not accepted again.</summary>
    /// <returns>False if this or a later step was already used.</returns>
    public bool TakeStep(User account, long step) => database.Write(session =>
        session.Execute("update account set authenticator_step = @step where id = @Id and authenticator_step < @step", new { account.Id, step })) == 1;

    public Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var hashes = recoveryCodes.Select(code => RecoveryHash(user, code)).ToList();
        database.Write(session =>
        {
            session.Execute("delete from recovery_code where account = @Id", new { user.Id });
            session.Execute("insert into recovery_code (account, hash) values (@Id, @hash)", hashes.Select(hash => new { user.Id, hash }));
        });
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryHash(user, code);
        return Task.FromResult(database.Write(session => session.Execute("delete from recovery_code where account = @Id and hash = @hash", new { user.Id, hash })) == 1);
    }

    public Task<int> CountCodesAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(database.Row<int>("select count(*) from recovery_code where account = @Id", new { user.Id }));

    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var row = Passkey.From(user, passkey);
        database.Write(session =>
        {
            if (session.Execute(
                """
                update passkey set name = @Name, sign_count = @SignCount, user_verified = @UserVerified, backed_up = @BackedUp
                where credential = @Credential and account = @Account
                """,
                row) == 1)
                return;
            session.Execute(
                $"""
                insert into passkey ({PasskeyColumns})
                values (@Credential, @Account, @Name, @PublicKey, @CreatedAt, @SignCount, @Transports, @UserVerified, @BackupEligible,
                    @BackedUp, @Attestation, @ClientData)
                """,
                row);
            session.Record(UserEvent.PasskeyAdded, user.Id, user.Id);
        });
        return Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) => Task.FromResult<IList<UserPasskeyInfo>>(
        [.. database.Rows<Passkey>($"select {PasskeyColumns} from passkey where account = @Id order by created_at, credential", new { user.Id }).Select(row => row.Info())]);

    public Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult(
        database.Row<string>("select account from passkey where credential = @id", new { id = Base64Url.EncodeToString(credentialId) }) is { } id ? Find(id) : null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult(
        database.Row<Passkey>(
            $"select {PasskeyColumns} from passkey where account = @Id and credential = @credential",
            new { user.Id, credential = Base64Url.EncodeToString(credentialId) })?.Info());

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        database.Write(session =>
        {
            if (session.Execute(
                "delete from passkey where account = @Id and credential = @credential", new { user.Id, credential = Base64Url.EncodeToString(credentialId) }) == 1)
                session.Record(UserEvent.PasskeyRemoved, user.Id, user.Id);
        });
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    internal static string Word(Enum member) => member.ToString().ToLowerInvariant();

    static string RecoveryHash(User account, string code) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        Code.Plain(code).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
        Encoding.UTF8.GetBytes(account.Id),
        RecoveryRounds,
        HashAlgorithmName.SHA256,
        32));

    static Task Done<T>(T _) => Task.CompletedTask;

    sealed record Passkey
    {
        public required string Credential { get; init; }

        public required string Account { get; init; }

        public required string Name { get; init; }

        public required byte[] PublicKey { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required long SignCount { get; init; }

        public required string Transports { get; init; }

        public required bool UserVerified { get; init; }

        public required bool BackupEligible { get; init; }

        public required bool BackedUp { get; init; }

        public required byte[] Attestation { get; init; }

        public required byte[] ClientData { get; init; }

        public static Passkey From(User account, UserPasskeyInfo info) => new()
        {
            Credential = Base64Url.EncodeToString(info.CredentialId),
            Account = account.Id,
            Name = info.Name ?? "",
            PublicKey = info.PublicKey,
            CreatedAt = info.CreatedAt,
            SignCount = info.SignCount,
            Transports = string.Join(' ', info.Transports ?? []),
            UserVerified = info.IsUserVerified,
            BackupEligible = info.IsBackupEligible,
            BackedUp = info.IsBackedUp,
            Attestation = info.AttestationObject,
            ClientData = info.ClientDataJson,
        };

        public UserPasskeyInfo Info() => new(
            Base64Url.DecodeFromChars(Credential), PublicKey, CreatedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            UserVerified, BackupEligible, BackedUp, Attestation, ClientData)
        {
            Name = Name,
        };
    }
}
