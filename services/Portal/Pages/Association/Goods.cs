using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association;

/// <summary>How goods are told apart in words.</summary>
static class Goods
{
    /// <summary>Product, size where there is one, lot where there is one.</summary>
    public static string Name(Texts texts, string product, string size, string lot)
    {
        var name = texts.Product(product);
        if (size.Length > 0)
            name = texts["association.of-size", ("goods", name), ("size", size)];
        return lot.Length > 0 ? texts["association.of-lot", ("goods", name), ("lot", lot)] : name;
    }
}
