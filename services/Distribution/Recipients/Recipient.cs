using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;

namespace Logistics.Distribution.Recipients;

/// <summary>A possible recipient: one of the 47 prefectural medical associations, or one added by uploaded weights.</summary>
/// <param name="Code">For example <c>13</c>.</param>
/// <param name="Names">By language; empty unless it is one of the 47.</param>
public sealed record Recipient(RecipientCode Code, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Gets the 47 associations in the order of JIS X 0401.</summary>
    public static IReadOnlyList<Recipient> Prefectures { get; } =
        [.. PrefectureFacts.All.Select(prefecture => new Recipient(Contracts.Syntax.Code.Parse<RecipientCode>(prefecture.Code.Value), prefecture.Names))];

    /// <summary>Returns the name of one of the 47, or the code of any other.</summary>
    public static Worded Name(RecipientCode code) => Known.GetValueOrDefault(code) ?? Worded.Same(code.Value);

    static readonly Dictionary<RecipientCode, Worded> Known =
        Prefectures.ToDictionary(one => one.Code, one => new Worded(language => one.Names[language]));

    /// <summary>Lists the 47 and the recipients named by uploaded weights, in the order of their codes.</summary>
    public static IReadOnlyList<RecipientCode> Codes(Session session) =>
        Codes(session.Query<RecipientCode>("select distinct recipient from indicator_value"));

    public static IReadOnlyList<RecipientCode> Codes(IEnumerable<RecipientCode> uploaded) =>
        [.. Prefectures.Select(recipient => recipient.Code).Union(uploaded).OrderBy(code => code.Value, StringComparer.Ordinal)];
}
