using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Access;

/// <summary>Takes as long to check as a real password and never matches.</summary>
public sealed class DummyPasswordHash(IPasswordHasher<User> hasher)
{
    readonly string hash = hasher.HashPassword(null!, Secret.Make());

    public void Check(string password) => hasher.VerifyHashedPassword(null!, hash, password);
}
