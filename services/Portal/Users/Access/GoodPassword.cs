using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Requires length instead of character classes (NIST SP 800-63B); refuses the user's own address or name and repetitions of a few characters.
/// </summary>
public sealed class GoodPassword : IPasswordValidator<User>
{
    public const int MinLength = 12;

    const int MinDifferent = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        password is { Length: >= MinLength and <= People.MaxLength }
        && password.Distinct().Count() >= MinDifferent
        && !password.Contains(user.Email.Split('@')[0], StringComparison.OrdinalIgnoreCase)
        && !password.Equals(user.Email, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityErrorDescriber().PasswordTooShort(MinLength)));
}
