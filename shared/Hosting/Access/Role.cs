namespace Logistics.Hosting.Access;

/// <summary>What a caller may do. Written in tokens in kebab case.</summary>
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
