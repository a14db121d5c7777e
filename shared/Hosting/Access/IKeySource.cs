namespace Logistics.Hosting.Access;

/// <summary>Keys of tokens beside the one in the operator's file: those that the portal rotates.</summary>
public interface IKeySource
{
    /// <summary>The key to sign with now; null where this program only checks tokens.</summary>
    TokenKey? Current { get; }

    /// <returns>Null for a key that does not count, or no longer.</returns>
    ValueTask<TokenKey?> Find(string id);
}
