namespace Logistics.Portal.Web;

/// <summary>A page of a list, for the partial <c>_Paging</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Rows on a full page.</param>
/// <param name="Total">Rows in the whole list.</param>
public sealed record Paging(int Page, int Size, long Total)
{
    public int Pages => (int)Math.Max(1, (Total + Size - 1) / Size);

    public long First => Total == 0 ? 0 : (long)(Page - 1) * Size + 1;

    public long Last => Math.Min((long)Page * Size, Total);
}
