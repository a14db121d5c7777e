using Logistics.Hosting.Access;

namespace Logistics.Portal.Users.Records;

/// <summary>Somebody who signs in.</summary>
public sealed class User
{
    public required string Id { get; init; }

    public required string Email { get; set; }

    /// <summary>The address as it is compared.</summary>
    public string EmailKey { get; set; } = "";

    public required string Name { get; set; }

    public required Role Role { get; set; }

    /// <summary>For an association its recipient code.</summary>
    public required string Organisation { get; set; }

    public required string Language { get; set; }

    public UserState State { get; set; }

    public string PasswordHash { get; set; } = "";

    public string SecurityStamp { get; set; } = "";

    public int Failures { get; set; }

    /// <summary>Null where failures have not locked it.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public bool SecondFactor { get; set; }

    /// <summary>Protected; blank where there is none.</summary>
    public string AuthenticatorKey { get; set; } = "";

    public int Version { get; internal set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What is written to the audit trail together with the next change of this account.</summary>
    internal List<(string Kind, object Facts)> News { get; } = [];

    /// <summary>The session that goes on when the security stamp changes.</summary>
    internal string? KeptSession { get; set; }
}

public enum UserState
{
    Active,

    /// <summary>By an administrator, until an administrator unlocks it.</summary>
    Locked,

    /// <summary>For good.</summary>
    Disabled,
}
