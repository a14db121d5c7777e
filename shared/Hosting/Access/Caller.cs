namespace Logistics.Hosting.Access;

/// <summary>Who calls, as the token says.</summary>
/// <param name="Account">Id of the account, never a name.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Organisation">For an association its recipient code.</param>
public sealed record Caller(string Account, Role Role, string Organisation)
{
    /// <summary>Whether the caller may see what belongs to this recipient only.</summary>
    public bool MaySee(string recipient) => Role != Role.Association || Organisation == recipient;
}
