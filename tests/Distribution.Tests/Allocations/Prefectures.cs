using System.Globalization;
using System.Numerics;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>The 47 prefectural associations with the published figures that ship with the product.</summary>
static class Prefectures
{
    public static readonly IReadOnlyDictionary<string, BigInteger> Physicians = Column("physicians_2016");

    public static readonly IReadOnlyDictionary<string, BigInteger> Population = Column("population");

    public static readonly IReadOnlyList<AllocationRecipient> ByPhysicians =
        [.. Physicians.Select(entry => new AllocationRecipient(entry.Key, entry.Value))];

    public static Allocation Share(long cartons, AllocationRule? rule = null) => Share([new PackCartons(60, cartons)], rule);

    public static Allocation Share(PackCartons[] stock, AllocationRule? rule = null) =>
        Allocation.Of(new AllocationInput(stock, ByPhysicians, rule ?? new AllocationRule())).Sound();

    static Dictionary<string, BigInteger> Column(string name)
    {
        using var reader = new StreamReader(typeof(Prefectures).Assembly.GetManifestResourceStream("prefectures.csv")!);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (code, value) = (Array.IndexOf(rows[0].Split(','), "jis"), Array.IndexOf(rows[0].Split(','), name));
        return rows.Skip(1).Select(row => row.Split(',')).ToDictionary(row => row[code], row => BigInteger.Parse(row[value], CultureInfo.InvariantCulture));
    }
}

static class Reading
{
    /// <summary>The allocation; fails the test, naming the faults, when there is none.</summary>
    public static Allocation Sound(this AllocationResult result)
    {
        Assert.True(result.Succeeded, string.Join(", ", result.Faults.Select(fault => fault.Code)));
        Assert.Empty(result.Faults);
        return result.Allocation;
    }

    public static AllocationLine Line(this Allocation allocation, string code) => allocation.Lines.Single(line => line.Code == code);

    public static long[] Cartons(this Allocation allocation) => [.. allocation.Lines.Select(line => line.Cartons)];

    /// <summary>Cartons by recipient, then by pack, larger first.</summary>
    public static long[][] Packs(this Allocation allocation) =>
        [.. allocation.Lines.Select(line => line.Packs.Select(pack => pack.Cartons).ToArray())];

    /// <summary>Lines plus reserve, by pack size, larger first.</summary>
    public static IEnumerable<PackCartons> Total(this Allocation allocation) =>
        allocation.Lines.SelectMany(line => line.Packs).Concat(allocation.Reserve)
            .GroupBy(pack => pack.PiecesPerCarton)
            .Select(same => new PackCartons(same.Key, same.Sum(pack => pack.Cartons)))
            .OrderByDescending(pack => pack.PiecesPerCarton);
}
