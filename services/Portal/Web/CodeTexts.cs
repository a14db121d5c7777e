using Logistics.Contracts.Codes;

namespace Logistics.Portal.Web;

/// <summary>Says codes as people do.</summary>
public static class CodeTexts
{
    extension(Texts texts)
    {
        public string Product(ProductCode product) => texts.Product(product.Value);

        /// <summary>Tells pieces with the counter of their product: 23,460 枚.</summary>
        public string Pieces(ProductCode product, long pieces) => texts.Pieces(product.Value, pieces);

        /// <summary>Tells pieces first, cartons second: 23,460 枚（391 箱）.</summary>
        public string PiecesAndCartons(ProductCode product, long pieces, long cartons) => texts.PiecesAndCartons(product.Value, pieces, cartons);

        /// <summary>Names a product with its size, if it has one.</summary>
        public string Goods(ProductCode product, string? size) => texts.Goods(product.Value, size);

        /// <summary>Names a prefecture; any other recipient by its code.</summary>
        public string Recipient(RecipientCode recipient) => texts.Recipient(recipient.Value);
    }
}
