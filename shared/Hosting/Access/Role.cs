namespace Logistics.Hosting.Access;

/// <summary>The role of a caller, which determines its permissions. Written in kebab case in tokens.</summary>
public enum Role
{
    /// <summary>Staff of the donating foundation.</summary>
    Foundation,

    /// <summary>Staff of NGMO.</summary>
    Coordinator,

    /// <summary>A recipient; its organisation is its recipient code.</summary>
    Association,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    Admin,
}
