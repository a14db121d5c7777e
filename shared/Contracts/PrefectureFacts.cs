using System.Globalization;
using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>Reference data of a prefecture, from the embedded <c>prefectures.csv</c>.</summary>
/// <param name="Code">JIS X 0401.</param>
/// <param name="Names">By language: <c>ja</c>, <c>zh-Hans</c>, <c>en</c>.</param>
/// <param name="Population">Population in 2018.</param>
/// <param name="Physicians">Physicians in the survey of 2016, which counted 319,480 in total.</param>
public sealed record PrefectureFacts(Prefecture Code, IReadOnlyDictionary<string, string> Names, long Population, long Physicians)
{
    /// <summary>Gets all 47 prefectures in the order of their codes.</summary>
    public static IReadOnlyList<PrefectureFacts> All { get; } = [.. Read()];

    static IEnumerable<PrefectureFacts> Read()
    {
        using var reader = new StreamReader(typeof(PrefectureFacts).Assembly.GetManifestResourceStream("Logistics.Contracts.prefectures.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            yield return new PrefectureFacts(
                Codes.Code.Parse<Prefecture>(cells[0]),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["ja"] = cells[3], ["zh-Hans"] = cells[4], ["en"] = cells[5] },
                Number(cells[6]),
                Number(cells[7]));
        }
    }

    static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
