using System.Globalization;
using System.Text.Json.Nodes;
using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>Shows what is known about a code. The search passes it as <c>?code=</c>.</summary>
public sealed class ShowTracking(TrackingClient tracking, Texts texts) : PageModel
{
    /// <summary>Maximum length in characters, above that of any code or link to one.</summary>
    const int MaxCharacters = 200;

    public string Code { get; private set; } = "";

    /// <summary>Gets the tracked subject; null if it is unknown or several share the code.</summary>
    public TrackCodeAnswer? Tracking { get; private set; }

    public IReadOnlyList<SubjectLink> Several { get; private set; } = [];

    /// <summary>Gets the facts of a wrong check digit, or null.</summary>
    public Func<string, string>? Fault { get; private set; }

    /// <summary>Gets the topic whose changes refresh the page.</summary>
    public string Topic => Tracking?.Kind == SubjectKind.Carton
        ? string.Join(' ', (Tracking.Links ?? []).Where(link => link.Kind == SubjectKind.Donation).Select(link => $"donation/{link.Code}"))
        : $"{Wire.NameOf(Tracking!.Kind!)}/{Tracking.Code}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromQuery(Name = "code")] string? asked, CancellationToken cancel)
    {
        Code = code ?? asked ?? "";
        if (Code.Length == 0)
            return Page();
        if (Code.Length > MaxCharacters || Code.Any(char.IsControl))
            return Refuse(StatusCodes.Status404NotFound);
        var found = await tracking.TrackCode(Code, cancel);
        if (!found.Succeeded)
        {
            if (found.Problem.FateUnknown)
                return this.Missing(found.Problem);
            if (found.Problem.Status == StatusCodes.Status400BadRequest)
                Fault = name => found.Problem.Fact(name) ?? "";
            return Refuse(found.Problem.Status);
        }

        if (found.Body.Matches is { } matches)
            Several = [.. matches.Select(match => new SubjectLink(match.Kind, match.Code))];
        else
            Tracking = found.Body;
        return Page();
    }

    /// <summary>Returns the address of a page by code.</summary>
    public static string Path(string code) => "/t/" + InPath(code);

    /// <summary>Escapes a code for the end of an address.</summary>
    public static string InPath(string code) => string.Join('/', code.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Returns the facts of a fault by name, to fill a text.</summary>
    public static Func<string, string> FactsOf(CodeFault fault) =>
        name => Convert.ToString(fault.Facts.First(fact => fact.Name == name).Value, CultureInfo.InvariantCulture)!;

    /// <summary>Lists the known facts, each with the key of its text.</summary>
    public IEnumerable<(string Name, Html Value)> Facts(TrackedFacts facts)
    {
        var all = new (string Name, Html? Value)[]
        {
            ("donor", Text(facts.Donor)),
            ("pledgedOn", facts.PledgedOn is { } pledged ? texts.Day(pledged) : null),
            ("recipient", Text(facts.Recipient)),
            ("carrier", Text(facts.Carrier)),
            ("dispatchedAt", facts.DispatchedAt is { } dispatched ? texts.At(dispatched) : null),
            ("expectedOn", facts.ExpectedOn is { } expected ? texts.Day(expected) : null),
            ("senderCode", Text(facts.SenderCode)),
            ("flight", Text(facts.Flight)),
            ("cartons", Text(facts.Cartons is { } cartons ? texts.Number(cartons) : null)),
            ("pieces", Text(facts.Pieces is { } pieces ? texts.Number(pieces) : null)),
            ("delivered", Text(facts.Delivered is { } delivered ? texts[delivered ? "yes" : "no"] : null)),
            ("flights", facts.Flights is { } flights ? Html.Join(flights.Select(Flight)) : null),
            ("state", Text(facts.State is { } state ? texts[$"state.{Wire.NameOf(state)}"] : null)),
        };
        return all.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value!));

        static Html? Text(string? text) => text is null ? null : Html.Of($"{text}");
    }

    public Html Balance(GoodsBalance line)
    {
        var sum = line.Accounts.Values.Sum();
        var comesOut = Tracking!.Settled == true && sum == line.Pieces;
        var caption = line.Lot is { Length: > 0 } lot
            ? texts["line-lot", ("line", $"{line.Line}"), ("product", texts.Product(line.Product.Value)), ("lot", lot)]
            : texts["line", ("line", $"{line.Line}"), ("product", texts.Product(line.Product.Value))];
        return Html.Of($"""
            <table class="narrow">
            <caption>{line.Donation.Value} · {caption}{(line.Parcel is { } parcel ? " " + texts["of-parcel", ("parcel", parcel)] : "")}</caption>
            <thead><tr><th scope="col">{texts["account"]}</th><th scope="col" class="number">{texts["pieces"]}</th></tr></thead>
            <tbody>{Html.Join(line.Accounts.Select(account => Html.Of($"""<tr><th scope="row">{texts[$"account.{account.Key}"]}</th><td class="number">{texts.Number(account.Value)}</td></tr>""")))}</tbody>
            <tfoot><tr><th scope="row">{texts["sum", ("pieces", texts.Number(line.Pieces))]}</th><td class="number">{texts.Number(sum)} <span class="tick" role="img" aria-label="{texts[comesOut ? "comes-out" : "does-not-come-out"]}">{(comesOut ? "✓" : "…")}</span></td></tr></tfoot>
            </table>
            """);
    }

    public string Value(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue<long>(out var pieces) ? texts.Number(pieces) : value?.ToString() ?? "–";

    /// <summary>Returns the key of an item's text, determined by its kind and for some kinds by the finding or decision.</summary>
    public static string Key(TimelineItem item)
    {
        var key = item.Facts.ContainsKey("count") ? $"day.{item.Type}" : $"entry.{item.Type}";
        return item.Type switch
        {
            "milestone-recorded" => $"{key}.{item.Facts["code"]}",
            "cartons-counted" => $"{key}.{item.Facts["condition"]}",
            "discrepancy-resolved" => $"{key}.{item.Facts["resolution"]}",
            "handed-over" => $"{key}.{((bool)item.Facts["member"]! ? "member" : "other")}",
            _ => key,
        };
    }

    Html Flight(TrackedFlight flight) => Html.Of(
        $"<div>{flight.Number} {flight.From} {texts.At(flight.DepartsAt)} → {flight.To} {texts.At(flight.ArrivesAt)} · {texts[$"account.{flight.Account}"]}</div>");

    PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
