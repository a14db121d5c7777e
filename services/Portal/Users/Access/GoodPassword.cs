using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Access;

/// <summary>Length counts, not signs (NIST SP 800-63B); but not one's own address or name, and not a few letters again and again.</summary>
public sealed class GoodPassword : IPasswordValidator<User>
{
    public const int FewestLetters = 12;

    const int FewestDifferent = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        password is { Length: >= FewestLetters and <= People.MostLetters }
        && password.Distinct().Count() >= FewestDifferent
        && !password.Contains(user.Email.Split('@')[0], StringComparison.OrdinalIgnoreCase)
        && !password.Equals(user.Email, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityErrorDescriber().PasswordTooShort(FewestLetters)));
}
