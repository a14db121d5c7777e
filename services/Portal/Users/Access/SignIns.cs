using System.Security.Claims;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Signs people in with password and second factor, recovery code or passkey. An unknown name costs the same work as a wrong password,
/// and a locked account the same as an unlocked one, so that neither wording nor timing reveals which accounts exist.
/// </summary>
public sealed class SignIns(
    People people,
    UserStore store,
    Sessions sessions,
    DummyPasswordHash dummyHash,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<User> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation)
    : SignInManager<User>(people, context, principals, options, logger, schemes, confirmation)
{
    string method = "password";

    public override Task<bool> CanSignInAsync(User user) => Task.FromResult(user.State == UserState.Active);

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        if (await people.FindByNameAsync(userName) is { } account)
            return await PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure);
        dummyHash.Check(password);
        store.Fail("", Options.Lockout, "unknown");
        return SignInResult.Failed;
    }

    public override async Task<SignInResult> CheckPasswordSignInAsync(User user, string password, bool lockoutOnFailure)
    {
        if (await PreSignInCheck(user) is not { } refused)
            return await base.CheckPasswordSignInAsync(user, password, lockoutOnFailure);
        dummyHash.Check(password);
        store.Fail("", Options.Lockout, "locked");
        return refused;
    }

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } account)
            return SignInResult.Failed;
        if (await PreSignInCheck(account) is { } refused)
            return refused;
        method = "recovery-code";
        var result = await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);
        if (!result.Succeeded)
            await people.AccessFailedAsync(account);
        return result;
    }

    public override Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        method = "second-factor";
        return base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
    }

    /// <param name="credential">The browser's answer as JSON.</param>
    /// <returns>The account; null if the passkey is unknown or its account is locked.</returns>
    public async Task<User?> SignInByPasskey(string credential)
    {
        method = "passkey";
        return await Ceremony(() => PerformPasskeyAssertionAsync(credential)) is { Succeeded: true } found
            && (await people.AddOrUpdatePasskeyAsync(found.User, found.Passkey)).Succeeded
            && (await SignInOrTwoFactorAsync(found.User, isPersistent: false, bypassTwoFactor: true)).Succeeded
                ? found.User
                : null;
    }

    /// <returns>False if the browser's answer does not match the request.</returns>
    public async Task<bool> AddPasskey(User account, string credential, string name)
    {
        if (await Ceremony(() => PerformPasskeyAttestationAsync(credential)) is not { Succeeded: true } made || made.UserEntity.Id != account.Id)
            return false;
        made.Passkey.Name = name;
        return (await people.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded;
    }

    /// <summary>Checks the password of a signed-in user again. Failures count as for signing in.</summary>
    public async Task<bool> IsPassword(User account, string? password) =>
        password is { Length: > 0 and <= People.MaxLength } && (await CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;

    /// <summary>Signs in an account that has just set a password through a link.</summary>
    public Task SignInByLink(User account)
    {
        method = "link";
        return SignInAsync(account, isPersistent: false);
    }

    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var session = sessions.Begin(
            user, authenticationProperties?.IsPersistent == true, Context.Request.Headers.UserAgent.ToString(), method, Context.User.FindFirstValue(Sessions.Claim));
        await Context.SignInAsync(
            AuthenticationScheme,
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(Sessions.Claim, session.Id)], AuthenticationScheme)),
            new AuthenticationProperties { IsPersistent = session.IsKept, IssuedUtc = session.CreatedAt, ExpiresUtc = session.EndsAt, AllowRefresh = false });
        Context.User = sessions.Find(session.Id) ?? new ClaimsPrincipal();
    }

    public override async Task SignOutAsync()
    {
        if (Context.User.FindFirstValue(Sessions.Claim) is { } session)
            sessions.SignOut(session, Context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        await base.SignOutAsync();
    }

    /// <summary>Checks for a lock, which the framework omits for passkeys.</summary>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(User user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false) =>
        await PreSignInCheck(user) ?? await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor);

    /// <returns>Null if no ceremony was in progress.</returns>
    static async Task<T?> Ceremony<T>(Func<Task<T>> perform) where T : class
    {
        try
        {
            return await perform();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
