using System.Globalization;
using Logistics.Contracts.Codes;

namespace Logistics.Distribution.Recipients;

/// <summary>The embedded <c>prefectures.csv</c>: names, population of 2018, physicians of the survey of 2016 (319,480 in all).</summary>
static class PrefectureTable
{
    public static IReadOnlyList<Row> Rows { get; } = [.. Read()];

    static IEnumerable<Row> Read()
    {
        using var reader = new StreamReader(typeof(PrefectureTable).Assembly.GetManifestResourceStream("Logistics.Distribution.Recipients.prefectures.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            yield return new Row(Code.Parse<RecipientCode>(cells[0]), cells[3], cells[4], cells[5], Number(cells[6]), Number(cells[7]));
        }
    }

    static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    internal sealed record Row(RecipientCode Code, string Ja, string ZhHans, string En, long Population, long Physicians);
}
