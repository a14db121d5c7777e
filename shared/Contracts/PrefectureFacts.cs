using System.Globalization;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts;

/// <summary>Reference data of a prefecture, from the embedded <c>prefectures.csv</c> and <c>Texts/Prefectures.json</c>.</summary>
/// <param name="Code">JIS X 0401.</param>
/// <param name="Names">By language.</param>
/// <param name="ShortNames">By language; at most three characters in Japanese and Chinese.</param>
/// <param name="Population">Population in 2018.</param>
/// <param name="Physicians">Physicians in the survey of 2016, which counted 319,480 in total.</param>
public sealed record PrefectureFacts(
    Prefecture Code, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> ShortNames, long Population, long Physicians)
{
    /// <summary>Gets all 47 prefectures in the order of their codes.</summary>
    public static IReadOnlyList<PrefectureFacts> All { get; } = [.. Read()];

    static IEnumerable<PrefectureFacts> Read()
    {
        var words = WordFile.Read("Prefectures.json");
        using var reader = new StreamReader(typeof(PrefectureFacts).Assembly.GetManifestResourceStream("Logistics.Contracts.prefectures.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            yield return new PrefectureFacts(
                Syntax.Code.Parse<Prefecture>(cells[0]),
                words[cells[0]].InAll(),
                words[$"{cells[0]}.short"].InAll(),
                Number(cells[3]),
                Number(cells[4]));
        }
    }

    static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
