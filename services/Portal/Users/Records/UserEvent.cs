namespace Logistics.Portal.Users.Records;

/// <summary>An entry of the audit trail.</summary>
public sealed record UserEvent
{
    public const string SignedIn = "signed-in";
    public const string SignedOut = "signed-out";
    public const string SignInFailed = "sign-in-failed";
    public const string LockedOut = "locked-out";
    public const string Invited = "invited";
    public const string InvitationWithdrawn = "invitation-withdrawn";
    public const string Accepted = "accepted";
    public const string Changed = "changed";
    public const string RoleChanged = "role-changed";
    public const string Locked = "locked";
    public const string Unlocked = "unlocked";
    public const string Disabled = "disabled";
    public const string PasswordChanged = "password-changed";
    public const string SecondFactorOn = "second-factor-on";
    public const string SecondFactorOff = "second-factor-off";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRemoved = "passkey-removed";
    public const string SessionEnded = "session-ended";
    public const string SignedOutEverywhere = "signed-out-everywhere";
    public const string MachineTokenMade = "machine-token-made";
    public const string MachineTokenRevoked = "machine-token-revoked";

    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Account { get; init; }

    public required string Kind { get; init; }

    public required string Facts { get; init; }
}
