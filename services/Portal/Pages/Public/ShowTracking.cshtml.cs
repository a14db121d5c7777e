using System.Globalization;
using System.Text.Json.Nodes;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Balances;
using Logistics.Portal.Timelines;
using Logistics.Portal.Trackings;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>What <see cref="TrackCode"/> answers, to read. The search asks by <c>?code=</c>.</summary>
public sealed class ShowTracking(Query query, Texts texts) : PageModel
{
    public string Code { get; private set; } = "";

    public Tracking? Tracking { get; private set; }

    public IReadOnlyList<Subject> Several { get; private set; } = [];

    /// <summary>What a wrong check digit should be; null where none is wrong.</summary>
    public Func<string, string>? Fault { get; private set; }

    /// <summary>What the page is told of when it changes.</summary>
    public string Topic => Tracking!.Kind is Subject.Carton
        ? string.Join(' ', Tracking.Links.Where(link => link.Kind == Subject.Donation).Select(link => $"donation/{link.Code}"))
        : $"{Tracking.Kind}/{Tracking.Code}";

    public void OnGet([FromRoute] string? code, [FromQuery(Name = "code")] string? asked)
    {
        Code = code ?? asked ?? "";
        try
        {
            var found = FindSubjects.By(query, Code);
            if (found is [var only])
                Tracking = Tracking.Load(query, only);
            else if (found.Count > 1)
                Several = found;
            else if (Code.Length > 0)
                Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (CodeFaultException wrong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Fault = FactsOf(wrong.Fault);
        }
    }

    /// <summary>The page of something by its code.</summary>
    public static string Path(string code) => "/t/" + InPath(code);

    /// <summary>A code as the rest of an address.</summary>
    public static string InPath(string code) => string.Join('/', code.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The facts of a fault by name, to fill a text with.</summary>
    public static Func<string, string> FactsOf(CodeFault fault) =>
        name => Convert.ToString(fault.Facts.First(fact => fact.Name == name).Value, CultureInfo.InvariantCulture)!;

    public Html Fact(string name, object value) => value switch
    {
        DateTimeOffset at => texts.At(at),
        long pieces => Html.Of($"{texts.Number(pieces)}"),
        int cartons => Html.Of($"{texts.Number(cartons)}"),
        bool yes => Html.Of($"{texts[yes ? "yes" : "no"]}"),
        DateOnly day => texts.Day(day),
        IEnumerable<Tracking.FlightOf> flights => Html.Join(flights.Select(flight => Html.Of(
            $"<div>{flight.Number} {flight.From} {texts.At(flight.DepartsAt)} → {flight.To} {texts.At(flight.ArrivesAt)} · {texts[$"account.{flight.Account}"]}</div>"))),
        string state when name == "state" => Html.Of($"{texts[$"state.{state}"]}"),
        _ => Html.Of($"{value.ToString()}"),
    };

    public Html Balance(BalanceLine line)
    {
        var sum = line.Accounts.Values.Sum();
        var comesOut = Tracking!.Settled && sum == line.Pieces;
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

    /// <summary>The text of an item: of its kind, for some by what was found or decided.</summary>
    public static string Key(Timeline.Item item)
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
}
