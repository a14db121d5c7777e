namespace Logistics.Contracts.Syntax;

/// <summary>
/// A domain code that is parsed once at the boundary and always valid afterwards. Its JSON form is its text.
/// Parsing normalises first (NFKC, trimmed), so input from Chinese and Japanese keyboards is understood.
/// </summary>
/// <typeparam name="T">The code itself.</typeparam>
public interface ICode<T> where T : struct, ICode<T>
{
    /// <summary>Gets the canonical text, which is stored, compared and printed.</summary>
    string Value { get; }

    /// <summary>Gets a valid code, for descriptions and messages.</summary>
    static abstract string Example { get; }

    /// <summary>Reads a code as people write it.</summary>
    /// <returns>False with a fault that states the error and, if possible, the expected value.</returns>
    static abstract bool TryParse(string? text, out T code, out CodeFault fault);
}
