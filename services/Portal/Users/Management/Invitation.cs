using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Users.Management;

/// <summary>A link that creates an account, or sets a new password for the account that it names.</summary>
public sealed record Invitation
{
    public required string Id { get; init; }

    public required Role Role { get; init; }

    public required string Organisation { get; init; }

    public required string Language { get; init; }

    /// <summary>Blank for the first administrator.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>The account whose password it sets; blank if it creates an account.</summary>
    public required string Account { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public bool IsFirst => InvitedBy.Length == 0;
}
