namespace Logistics.Hosting.Access;

/// <summary>The authenticated caller, as stated by the token.</summary>
/// <param name="Account">Id of the account, never a name.</param>
/// <param name="Role">Role of the account.</param>
/// <param name="Organisation">For an association, its recipient code.</param>
public sealed record Caller(string Account, Role Role, string Organisation)
{
    /// <summary>Returns whether the caller may see data that belongs to one recipient.</summary>
    public bool MaySee(string recipient) => Role != Role.Association || Organisation == recipient;
}
