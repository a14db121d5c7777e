namespace Logistics.Portal.Users.Records;

/// <summary>The reason why an action on an account failed.</summary>
public enum UserFault
{
    /// <summary>The link is unknown, used or expired.</summary>
    LinkOver,
    NameMissing,
    EmailWrong,
    EmailTaken,
    PasswordWeak,

    /// <summary>An association needs its code.</summary>
    OrganisationMissing,

    /// <summary>The last administrator must remain.</summary>
    LastAdministrator,

    /// <summary>The account or token does not exist or is no longer valid.</summary>
    Gone,
}
