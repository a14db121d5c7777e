namespace Logistics.Portal.Users.Records;

/// <summary>Why something was not done with an account.</summary>
public enum UserFault
{
    /// <summary>The link is none, was used, or is too old.</summary>
    LinkOver,
    NameMissing,
    EmailWrong,
    EmailTaken,
    PasswordWeak,

    /// <summary>An association needs its code.</summary>
    OrganisationMissing,

    /// <summary>Somebody must be able to let people in.</summary>
    LastAdministrator,

    /// <summary>There is no such account or token, or it is over.</summary>
    Gone,
}
