using System.Globalization;
using System.Text;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Hands goods to a hospital or clinic, member or not.</summary>
public sealed class HandOverGoods(Viewer viewer, DistributionClient distribution, Texts texts, TimeProvider clock) : PageModel
{
    IReadOnlyList<HandOverRow> earlier = [];

    public IReadOnlyList<PooledGoods> Holdings { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public DateOnly Today => Japan.Today(clock);

    public Form Typed { get; private set; } = new();

    /// <summary>Gets the names of institutions in earlier hand-overs, as suggestions.</summary>
    public IEnumerable<string> KnownNames => earlier.Select(handOver => handOver.InstitutionName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync()
    {
        Typed = new() { At = Japan.Field(Japan.Now(clock)) };
        return await Load() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm(Name = "")] Form form)
    {
        Typed = form;
        if (await Load() is { } missing)
            return missing;
        var faults = Faults();
        if (faults.Count > 0 || Japan.Read(form.At) is not { } at)
        {
            Problem = new Problem(422, "hand-over-faults", texts["association.fault.all"]) { Errors = [.. faults.Select(fault => new ProblemDetail(null, "", "hand-over-fault", fault))] };
            return this.Again(Problem, key);
        }

        var name = form.Name!.Trim();
        var reply = await distribution.HandOverGoods(
            new HandOverGoodsRequest(new Institution(CodeOf(name), name, form.Member == "yes"), at, [.. form.Goods.Select(line => line.Asked).OfType<HandOverLine>()]),
            key,
            HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Again(Problem = InWords(reply.Problem), key);
        Notices.Say(TempData, texts["association.hand-over.done", ("number", reply.Body.HandOver.Value), ("institution", name)]);
        return Redirect("/association/hand-overs");
    }

    public string? TypedPieces(PooledGoods holding) => Typed.Goods.Find(line => line.IsOf(holding))?.Pieces;

    public bool IsBeyond(PooledGoods holding) => Problem is not null && !(Amount.Read(TypedPieces(holding)) <= holding.Pieces);

    /// <summary>Returns the institution's own code, otherwise that of an earlier hand-over to the same name, otherwise one derived from its name.</summary>
    InstitutionCode CodeOf(string name) =>
        CodeDigits(Typed.Code) is { Length: > 0 } code ? Code.Parse<InstitutionCode>(code)
        : earlier.FirstOrDefault(handOver => InstitutionCodes.IsOwn(handOver.Institution) && InstitutionCodes.Plain(handOver.InstitutionName) == InstitutionCodes.Plain(name))?.Institution
            ?? InstitutionCodes.OfName(viewer.Organisation, name);

    List<string> Faults()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(Typed.Name))
            faults.Add(texts["association.fault.institution"]);
        if (CodeDigits(Typed.Code) is { Length: > 0 } code && !InstitutionCodes.IsCode(code))
            faults.Add(texts["association.fault.institution-code", ("digits", texts.Number(InstitutionCodes.Digits))]);
        if (Typed.Member is not ("yes" or "no"))
            faults.Add(texts["association.fault.member"]);
        if (Japan.Read(Typed.At) is null)
            faults.Add(texts["association.fault.time"]);
        // Only Distribution checks the stock: a repeated form must not be checked against what its first submission left.
        if (Typed.Goods.Exists(line => Amount.Read(line.Pieces) is null))
            faults.Add(texts["association.fault.number"]);
        else if (Typed.Goods.TrueForAll(line => line.Asked is null))
            faults.Add(texts["association.fault.no-goods"]);
        return faults;
    }

    /// <summary>States a shortage in pieces of the product; the service refers to line numbers, which the page does not show.</summary>
    Problem InWords(Problem problem)
    {
        if (problem.Code != "handover-beyond-stock")
            return problem;
        var product = problem.Facts.GetProperty("product").GetString()!;
        string Pieces(string fact) => texts.Pieces(product, problem.Facts.GetProperty(fact).GetInt64());
        return problem with
        {
            Detail = texts["association.fault.beyond-stock", ("product", texts.Product(product)), ("asked", Pieces("asked")), ("available", Pieces("available")), ("expired", Pieces("expired"))],
        };
    }

    async Task<IActionResult?> Load()
    {
        var holdings = await distribution.ListHoldings(new ListHoldingsQuery(), HttpContext.RequestAborted);
        if (!holdings.Succeeded)
            return this.Missing(holdings.Problem);
        var handOvers = await distribution.ListAllHandOvers(new ListHandOversQuery(), HttpContext.RequestAborted);
        if (!handOvers.Succeeded)
            return this.Missing(handOvers.Problem);
        (Holdings, earlier) = (PooledGoods.Pool(holdings.Body), [.. handOvers.Body.Reverse()]);
        return null;
    }

    static string CodeDigits(string? typed) =>
        string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(letter => letter is not '-' && !char.IsWhiteSpace(letter)));

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Code { get; set; }

        /// <summary>yes or no; there is no default.</summary>
        public string? Member { get; set; }

        public string? At { get; set; }

        public List<Line> Goods { get; set; } = [];
    }

    public sealed class Line
    {
        public string Product { get; set; } = "";

        public string? Size { get; set; }

        public string? Lot { get; set; }

        public string? Pieces { get; set; }

        /// <summary>Gets the line of the request; null if no pieces are entered.</summary>
        internal HandOverLine? Asked => Amount.Read(Pieces) is { } pieces and > 0 && ProductCode.TryParse(Product, out var product, out _)
            ? new HandOverLine(product, pieces, string.IsNullOrEmpty(Size) ? null : Size, LotNumber.TryParse(Lot, out var lot, out _) ? lot : null)
            : null;

        internal bool IsOf(PooledGoods holding) => Product == holding.Product.Value && (Size ?? "") == holding.Size && (Lot ?? "") == holding.Lot;
    }
}
