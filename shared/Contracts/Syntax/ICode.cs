namespace Logistics.Contracts.Syntax;

/// <summary>
/// A code of the field that is parsed once at the boundary and valid ever after. Its JSON form is its text.
/// Parsing normalises first (NFKC, trimmed), so input from Chinese and Japanese keyboards is understood.
/// </summary>
/// <typeparam name="T">The code itself.</typeparam>
public interface ICode<T> where T : struct, ICode<T>
{
    /// <summary>The canonical text: what is stored, compared and printed.</summary>
    string Value { get; }

    /// <summary>A valid code, for descriptions and messages.</summary>
    static abstract string Example { get; }

    /// <summary>Reads a code as people write it.</summary>
    /// <returns>False with the fault that tells what is wrong and, where it can, what was expected.</returns>
    static abstract bool TryParse(string? text, out T code, out CodeFault fault);
}
