using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Users.Records;

/// <summary>An account created without an invitation, for a demo or a test.</summary>
/// <param name="Id">Id used in the logs.</param>
/// <param name="Email">Address for signing in.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Role">Role of the account.</param>
/// <param name="Organisation">For an association, its recipient code; otherwise blank.</param>
/// <param name="Language">Language of its pages.</param>
public sealed record GivenUser(string Id, string Email, string Name, Role Role, string Organisation, string Language)
{
    /// <summary>Creates the account if it is missing, in the program that hosts the portal.</summary>
    public void Make(IServiceProvider program, string password)
    {
        var account = new User { Id = Id, Email = Email, EmailKey = Email, Name = Name, Role = Role, Organisation = Organisation, Language = Language };
        if (program.GetRequiredService<UserStore>().Find(Id) is not null)
            return;
        account.PasswordHash = program.GetRequiredService<IPasswordHasher<User>>().HashPassword(account, password);
        account.SecurityStamp = Secret.Make();
        program.GetRequiredService<UserDatabase>().Write(session => UserStore.Insert(session, account));
    }
}
