using System.Net.Mail;
using System.Security.Claims;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Logistics.Portal.Users.Access;

/// <summary>The actions of people on their own accounts. Each is recorded in the audit trail.</summary>
public sealed class People(
    UserStore store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<User> hasher,
    IEnumerable<IUserValidator<User>> userValidators,
    IEnumerable<IPasswordValidator<User>> passwordValidators,
    ILookupNormalizer keys,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    IHttpContextAccessor context,
    TimeProvider clock,
    ILogger<UserManager<User>> logger)
    : UserManager<User>(store, options, hasher, userValidators, passwordValidators, keys, errors, services, logger)
{
    public const int MaxLength = 200;

    public static bool IsEmail(string text) => text.Length <= MaxLength && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>Returns whether failed attempts currently lock an account.</summary>
    public override Task<bool> IsLockedOutAsync(User user) => Task.FromResult(user.LockedUntil > clock.GetUtcNow());

    public override Task<IdentityResult> AccessFailedAsync(User user)
    {
        if (store.Fail(user.Id, Options.Lockout, "wrong"))
            user.LockedUntil = clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
        return Task.FromResult(IdentityResult.Success);
    }

    public override Task<IdentityResult> ChangePasswordAsync(User user, string currentPassword, string newPassword) =>
        Tell(user, UserEvent.PasswordChanged, () => base.ChangePasswordAsync(user, currentPassword, newPassword));

    public override Task<IdentityResult> SetTwoFactorEnabledAsync(User user, bool enabled) =>
        Tell(user, enabled ? UserEvent.SecondFactorOn : UserEvent.SecondFactorOff, () => base.SetTwoFactorEnabledAsync(user, enabled));

    public override async Task<IEnumerable<string>?> GenerateNewTwoFactorRecoveryCodesAsync(User user, int number)
    {
        user.News.Add((UserEvent.RecoveryCodesMade, new { number }));
        return await base.GenerateNewTwoFactorRecoveryCodesAsync(user, number);
    }

    public override Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(User user, string code) =>
        Tell(user, UserEvent.RecoveryCodeUsed, () => base.RedeemTwoFactorRecoveryCodeAsync(user, code));

    /// <summary>Ends all sessions of the account, including the current one.</summary>
    public Task<IdentityResult> SignOutEverywhere(User user) => Tell(user, UserEvent.SignedOutEverywhere, async () =>
    {
        user.SecurityStamp = Secret.Make();
        return await base.UpdateUserAsync(user);
    });

    public Task<IdentityResult> Rename(User user, string name, string language) => Tell(user, UserEvent.Changed, () =>
    {
        (user.Name, user.Language) = (name, language);
        return UpdateUserAsync(user);
    });

    /// <summary>Turns off the second factor and deletes the authenticator and the recovery codes.</summary>
    public async Task<IdentityResult> ForgetAuthenticator(User user)
    {
        user.AuthenticatorKey = "";
        await store.ReplaceCodesAsync(user, [], CancellationToken);
        return await SetTwoFactorEnabledAsync(user, false);
    }

    /// <returns>The first fault of a password, or null.</returns>
    public async Task<bool> IsGoodPassword(User user, string password) => (await ValidatePasswordAsync(user, password)).Succeeded;

    /// <summary>Keeps the current session when people change their own account.</summary>
    protected override Task<IdentityResult> UpdateUserAsync(User user)
    {
        var viewer = context.HttpContext?.User;
        user.KeptSession = viewer?.FindFirstValue(ClaimTypes.NameIdentifier) == user.Id ? viewer.FindFirstValue(Sessions.Claim) : null;
        return base.UpdateUserAsync(user);
    }

    static async Task<IdentityResult> Tell(User user, string kind, Func<Task<IdentityResult>> change)
    {
        user.News.Add((kind, new { }));
        var result = await change();
        user.News.Clear();
        return result;
    }
}
