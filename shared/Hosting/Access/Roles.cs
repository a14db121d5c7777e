namespace Logistics.Hosting.Access;

/// <summary>Sets of roles shared by several routes.</summary>
public static class Roles
{
    /// <summary>All signed-in callers; associations see only their own data.</summary>
    public static IReadOnlyList<Role> SignedIn { get; } = [Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin];

    /// <summary>All roles except associations: they see the data of every recipient.</summary>
    public static IReadOnlyList<Role> Staff { get; } = [Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin];

    /// <summary>Roles that may read the work of the hub.</summary>
    public static IReadOnlyList<Role> Hub { get; } = [Role.Coordinator, Role.Auditor, Role.Admin];

    /// <summary>Roles that may confirm what arrived: the recipient, or a coordinator on its behalf.</summary>
    public static IReadOnlyList<Role> Receiving { get; } = [Role.Association, Role.Coordinator];

    /// <summary>Roles that may read the logs.</summary>
    public static IReadOnlyList<Role> Oversight { get; } = [Role.Auditor, Role.Admin];
}
