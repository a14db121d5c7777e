using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>How products are called and counted: a mask 枚 or 只, a garment 着 or 件, anything else 個 or 件.</summary>
public static class ProductWords
{
    static readonly Worded Pieces = new("pieces", "個", "件");

    /// <returns>The code itself for products that have no name here.</returns>
    public static Worded Name(ProductCode product) => product.Value switch
    {
        "mask" => new("Masks", "マスク", "口罩"),
        "garment" => new("Protective clothing", "防護服", "防护服"),
        var code => new(code, code, code),
    };

    /// <param name="products">What is counted together; none where it is not known.</param>
    /// <returns>The word after a number.</returns>
    public static Worded Unit(params IEnumerable<ProductCode> products) =>
        products.Select(product => product.Value).Distinct(StringComparer.Ordinal).Take(2).ToArray() switch
        {
            ["mask"] => new("pieces", "枚", "只"),
            ["garment"] => new("pieces", "着", "件"),
            _ => Pieces,
        };
}
