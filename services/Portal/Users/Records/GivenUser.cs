using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Users.Records;

/// <summary>An account that is made without an invitation, for a demo or a test.</summary>
/// <param name="Id">What the logs will name.</param>
/// <param name="Email">To sign in with.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Organisation">For an association its recipient code; blank for everybody else.</param>
/// <param name="Language">Of its pages.</param>
public sealed record GivenUser(string Id, string Email, string Name, Role Role, string Organisation, string Language)
{
    /// <summary>Makes it where it is missing, in the program that hosts the portal.</summary>
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
