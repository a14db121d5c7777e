using Logistics.Client;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Refusals;

namespace Logistics.Portal.Web.Forms;

/// <summary>Reads codes that people type, and words their faults in the sentences of the services.</summary>
static class CodeFaults
{
    static readonly RefusalTexts Sentences = new();

    /// <summary>Reads a code; adds its fault if it is invalid.</summary>
    /// <param name="faults">Faults of the form.</param>
    /// <param name="field">Path of the field, for example <c>lines[0].gtin</c>.</param>
    /// <param name="text">As typed.</param>
    /// <param name="texts">Language of the viewer.</param>
    /// <returns>Null if the text is not a valid code.</returns>
    public static T? Read<T>(this List<ProblemDetail> faults, string field, string? text, Texts texts) where T : struct, ICode<T>
    {
        if (T.TryParse(text, out var code, out var fault))
            return code;
        faults.Add(new ProblemDetail(null, field, fault.Code, Sentence(fault, field, texts)));
        return null;
    }

    static string Sentence(CodeFault fault, string field, Texts texts) =>
        Sentences.Text(fault.Code, texts.Language, [.. (fault.Facts ?? []).Select(fact => (fact.Name, (object?)fact.Value)), ("field", field)]);
}
