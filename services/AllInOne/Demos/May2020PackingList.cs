using System.Globalization;
using System.Text;
using Logistics.Contracts.Syntax;

namespace Logistics.AllInOne.Demos;

/// <summary>
/// The packing list of the demo as the sender's spreadsheet program would save it. No source describes the cartons of May 2020, so these are fictitious:
/// 4,950 cartons of 60 masks, 60 of 50, 3,000 cartons of 50 garments, lots by carton number, SSCCs of the GS1 demo prefix 9521234.
/// </summary>
static class May2020PackingList
{
    public const int MaskCartons = 5_010;
    public const int GarmentCartons = 3_000;

    const int CartonsPerLot = 2_000;

    /// <summary>Returns UTF-8 with a byte order mark, a blank row and a total at the end, as spreadsheet programs write it.</summary>
    public static byte[] File()
    {
        var rows = new StringBuilder("箱号,SSCC,产品,尺码,批号,有效期,数量\r\n");
        for (var carton = 1; carton <= MaskCartons + GarmentCartons; carton++)
        {
            var mask = carton <= MaskCartons;
            rows.Append(CultureInfo.InvariantCulture, $"{CodeOf(carton)},{SsccOf(carton)},{(mask ? "口罩" : "防护服")},{(mask ? "" : "L")},")
                .Append(CultureInfo.InvariantCulture, $"{(mask ? 'M' : 'G')}2004{LotOf(carton)},{(mask ? "2023/04/30" : "2025-04")},{PiecesIn(carton)}\r\n");
        }

        rows.Append(",,,,,,\r\n合计,,,,,,\"450,000\"\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows.ToString())];
    }

    /// <param name="carton">1 to 8,010.</param>
    public static string CodeOf(int carton) => carton.ToString("'C'0000", CultureInfo.InvariantCulture);

    /// <param name="carton">1 to 8,010.</param>
    public static string SsccOf(int carton)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"39521234{carton:000000000}");
        return digits + Code.CheckDigit(digits).ToString(CultureInfo.InvariantCulture);
    }

    static int PiecesIn(int carton) => carton is > 4_950 or <= 0 ? 50 : 60;

    static char LotOf(int carton) => (char)('A' + (carton <= MaskCartons ? carton - 1 : carton - 1 - MaskCartons) / CartonsPerLot);
}
