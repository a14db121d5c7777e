namespace Logistics.Hosting.Access;

/// <summary>Supplies token keys in addition to the one in the operator's file: those that the portal rotates.</summary>
public interface IKeySource
{
    /// <summary>Gets the current signing key; null if this program only checks tokens.</summary>
    TokenKey? Current { get; }

    /// <returns>Null for a key that is unknown or no longer valid.</returns>
    ValueTask<TokenKey?> Find(string id);
}
