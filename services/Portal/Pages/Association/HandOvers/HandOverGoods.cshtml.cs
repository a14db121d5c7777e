using System.Globalization;
using System.Text;
using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Goods go to a hospital or clinic, member or not.</summary>
public sealed class HandOverGoods(Viewer viewer, Services services, Texts texts, TimeProvider clock) : PageModel
{
    IReadOnlyList<HandOver> earlier = [];

    public IReadOnlyList<Holding> Holdings { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public DateOnly Today => Japan.Today(clock);

    public Form Typed { get; private set; } = new();

    /// <summary>Names of institutions that got something before, to choose from.</summary>
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
        if (Faults() is { Count: > 0 } faults)
        {
            Problem = new Problem(422, "hand-over-faults", texts["association.fault.all"]) { Errors = [.. faults.Select(fault => new ProblemDetail(null, "", "hand-over-fault", fault))] };
            return this.Again(Problem, key);
        }

        var name = form.Name!.Trim();
        var reply = await services.Post<Given>(
            "distribution",
            "/handovers",
            new
            {
                institution = new { code = Code(name), name, member = form.Member == "yes" },
                at = Japan.Instant(form.At),
                goods = form.Goods.Select(line => (line, Pieces: line.Read)).Where(one => one.Pieces > 0)
                    .Select(one => new { one.line.Product, one.Pieces, size = Blank(one.line.Size), lot = Blank(one.line.Lot) }),
            },
            key,
            HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Again(Problem = InWords(reply.Problem), key);
        Notices.Say(TempData, texts["association.hand-over.done", ("number", reply.Body.HandOver), ("institution", name)]);
        return Redirect("/association/hand-overs");
    }

    public string? TypedPieces(Holding holding) => Typed.Goods.Find(line => line.IsOf(holding))?.Pieces;

    public bool IsBeyond(Holding holding) => Problem is not null && !(Amount.Read(TypedPieces(holding)) <= holding.Pieces);

    /// <summary>The institution's own code; that of an earlier hand-over to the same name; else one made of its name.</summary>
    string Code(string name) =>
        CodeDigits(Typed.Code) is { Length: > 0 } code ? code
        : earlier.FirstOrDefault(handOver => handOver.HasCode && HandOver.Plain(handOver.InstitutionName) == HandOver.Plain(name))?.Institution
            ?? HandOver.CodeOfName(viewer.Organisation, name);

    List<string> Faults()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(Typed.Name))
            faults.Add(texts["association.fault.institution"]);
        if (CodeDigits(Typed.Code) is { Length: > 0 } code && !HandOver.IsCode(code))
            faults.Add(texts["association.fault.institution-code", ("digits", texts.Number(HandOver.CodeDigits))]);
        if (Typed.Member is not ("yes" or "no"))
            faults.Add(texts["association.fault.member"]);
        if (string.IsNullOrEmpty(Typed.At))
            faults.Add(texts["association.fault.time"]);
        // That there is not enough is Distribution's to say: a form that is sent again must not be measured against what it left.
        if (Typed.Goods.Exists(line => Amount.Read(line.Pieces) is null))
            faults.Add(texts["association.fault.number"]);
        else if (Typed.Goods.TrueForAll(line => line.Read == 0))
            faults.Add(texts["association.fault.no-goods"]);
        return faults;
    }

    /// <summary>Says that there is not enough in pieces of the product; the service counts the lines of the form, which nobody sees.</summary>
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
        var holdings = await Holding.All(services, HttpContext.RequestAborted);
        if (!holdings.Succeeded)
            return this.Missing(holdings.Problem);
        var handOvers = await services.All<HandOver>("distribution", "/handovers", handOver => handOver.Number, HttpContext.RequestAborted);
        if (!handOvers.Succeeded)
            return this.Missing(handOvers.Problem);
        (Holdings, earlier) = (holdings.Body, [.. handOvers.Body.AsEnumerable().Reverse()]);
        return null;
    }

    static string CodeDigits(string? typed) =>
        string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(letter => letter is not '-' && !char.IsWhiteSpace(letter)));

    static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    public sealed record Given(string HandOver);

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Code { get; set; }

        /// <summary>yes or no; nothing is guessed.</summary>
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

        internal long Read => Amount.Read(Pieces) ?? 0;

        internal bool IsOf(Holding holding) => Product == holding.Product && (Size ?? "") == holding.Size && (Lot ?? "") == holding.Lot;
    }
}
