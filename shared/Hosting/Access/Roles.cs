namespace Logistics.Hosting.Access;

/// <summary>Sets of roles that several routes share.</summary>
public static class Roles
{
    /// <summary>Everybody who is signed in; what an association sees of it is its own.</summary>
    public static IReadOnlyList<Role> SignedIn { get; } = [Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin];

    /// <summary>Everybody but associations: they see what belongs to all recipients.</summary>
    public static IReadOnlyList<Role> Staff { get; } = [Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin];

    /// <summary>Those who read the work of the hub.</summary>
    public static IReadOnlyList<Role> Hub { get; } = [Role.Coordinator, Role.Auditor, Role.Admin];

    /// <summary>Those who may confirm what came: the recipient, or a coordinator on its behalf.</summary>
    public static IReadOnlyList<Role> Receiving { get; } = [Role.Association, Role.Coordinator];

    /// <summary>Those who read the logs.</summary>
    public static IReadOnlyList<Role> Oversight { get; } = [Role.Auditor, Role.Admin];
}
