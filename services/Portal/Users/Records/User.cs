using Logistics.Hosting.Access;

namespace Logistics.Portal.Users.Records;

/// <summary>A person who can sign in.</summary>
public sealed class User
{
    public required string Id { get; init; }

    public required string Email { get; set; }

    /// <summary>Gets the address as used for comparison.</summary>
    public string EmailKey { get; set; } = "";

    public required string Name { get; set; }

    public required Role Role { get; set; }

    /// <summary>Gets the recipient code of an association.</summary>
    public required string Organisation { get; set; }

    public required string Language { get; set; }

    public UserState State { get; set; }

    public string PasswordHash { get; set; } = "";

    public string SecurityStamp { get; set; } = "";

    public int Failures { get; set; }

    /// <summary>Gets until when failed attempts lock the account, or null.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public bool SecondFactor { get; set; }

    /// <summary>Gets the encrypted key of the authenticator, or blank.</summary>
    public string AuthenticatorKey { get; set; } = "";

    public int Version { get; internal set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the entries to add to the audit trail with the next change of this account.</summary>
    internal List<(string Kind, object Facts)> News { get; } = [];

    /// <summary>Gets the session that survives the change of the security stamp.</summary>
    internal string? KeptSession { get; set; }
}

public enum UserState
{
    Active,

    /// <summary>Locked by an administrator until an administrator unlocks it.</summary>
    Locked,

    /// <summary>Disabled permanently.</summary>
    Disabled,
}
