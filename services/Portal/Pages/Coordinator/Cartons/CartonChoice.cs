using Logistics.Client.Shipment;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Cartons;

/// <summary>Functions shared by forms that offer cartons of a consignment.</summary>
static class CartonChoice
{
    /// <summary>Maximum number of cartons in one form; further ones follow when these are done.</summary>
    public const int MaxOffered = 200;

    /// <summary>Requests the first cartons in one state.</summary>
    public static ListCartonsQuery Of(CartonState state) => new() { State = state, Limit = MaxOffered };

    /// <summary>Formats the pieces in a carton, with their counter if all are of one product.</summary>
    public static string PiecesIn(this Texts texts, CartonRow carton) =>
        texts.Pieces(carton.Goods.Select(goods => goods.Product).Distinct().Take(2).ToArray() is [var product] ? product.Value : "", carton.Pieces);
}
