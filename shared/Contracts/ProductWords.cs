using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>Names products and their counters, from the embedded <c>Texts/Products.json</c>: a mask 枚 or 只, a garment 着 or 件, anything else 個 or 件.</summary>
public static class ProductWords
{
    static readonly IReadOnlyDictionary<string, Worded> Words = WordFile.Read("Products.json");

    /// <returns>The code itself for products that have no name here.</returns>
    public static Worded Name(ProductCode product) => Words.GetValueOrDefault(product.Value) ?? Worded.Same(product.Value);

    /// <param name="products">What is counted together; empty if it is unknown.</param>
    /// <returns>The word after a number.</returns>
    public static Worded Unit(params IEnumerable<ProductCode> products) =>
        products.Select(product => product.Value).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var product] && Words.TryGetValue($"unit.{product}", out var unit)
            ? unit
            : Words["unit.other"];
}
