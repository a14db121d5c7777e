using System.Globalization;
using System.Text.Json.Nodes;
using Logistics.Contracts.Codes;
using Logistics.Portal.Balances;
using Logistics.Portal.Timelines;
using Logistics.Portal.Trackings;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Portal.Pages;

/// <summary>What <see cref="TrackCode"/> answers, to read. The form on the front page asks by <c>?code=</c>.</summary>
public static class GetTrackingPage
{
    public static void Map(ServiceDefinition portal) => portal.Get("/t/{**code}", Answer);

    static Page Answer(Query query)
    {
        var code = query.RouteText("code") ?? query.Text("code") ?? "";
        try
        {
            return FindSubjects.By(query, code) switch
            {
                [] => Notice(404, code, texts => texts["not-found", ("code", code)]),
                [var only] => Show(Tracking.Load(query, only)),
                var several => new Page(200, _ => code, Page.Path(code), texts => Html.Of($"""
                    <p>{texts["several", ("code", code)]}</p>
                    {Links(texts, several)}
                    """)),
            };
        }
        catch (CodeFaultException wrong)
        {
            return Notice(400, code, texts => texts.Fill(
                "wrong-check-digit", name => Convert.ToString(wrong.Fault.Facts.First(fact => fact.Name == name).Value, CultureInfo.InvariantCulture)!));
        }
    }

    static Page Notice(int status, string code, Func<Texts, string> text) =>
        new(status, texts => texts["title"], Page.Path(code), texts => Html.Of($"""<p class="notice">{text(texts)}</p>{Page.Search(texts)}"""));

    static Page Show(Tracking tracking) => new(200, texts => $"{texts[$"kind.{tracking.Kind}"]} {tracking.Code}", Page.Path(tracking.Code), texts => Html.Of($"""
        {Settlement(texts, tracking)}
        <h2>{texts["facts"]}</h2>
        <dl>{Html.Join(tracking.Facts.Select(fact => Html.Of($"<dt>{texts[$"fact.{fact.Key}"]}</dt><dd>{Fact(texts, fact.Key, fact.Value)}</dd>")))}</dl>
        <h2>{texts["balance"]}</h2>
        {Html.Join(tracking.Balance.Select(line => Balance(texts, line, tracking.Settled)))}
        <table>
        <caption><h2>{texts["timeline"]}</h2></caption>
        <thead><tr><th scope="col">{texts["when"]}</th><th scope="col">{texts["what"]}</th><th scope="col" class="number">{texts["pieces"]}</th><th scope="col">{texts["document"]}</th></tr></thead>
        <tbody>{Html.Join(tracking.Timeline.Select(item => Item(texts, item)))}</tbody>
        </table>
        <h2>{texts["belongs-to"]}</h2>
        {Links(texts, tracking.Links)}
        """));

    static Html? Settlement(Texts texts, Tracking tracking) => tracking switch
    {
        { Settled: true } => null,
        { Unsettled: { } accounts } => Html.Of(
            $"""<p class="notice">{texts["unsettled", ("accounts", string.Join(" · ", accounts.Select(account => texts[$"account.{account}"])))]}</p>"""),
        _ => Html.Of($"""<p class="notice">{texts["incomplete"]}</p>"""),
    };

    static Html Links(Texts texts, IEnumerable<Subject> subjects) => Html.Of(
        $"<ul>{Html.Join(subjects.Select(subject => Html.Of($"""<li>{texts[$"kind.{subject.Kind}"]} <a href="{Page.Link(texts, subject.Code)}">{subject.Code}</a></li>""")))}</ul>");

    static Html Fact(Texts texts, string name, object value) => value switch
    {
        DateTimeOffset at => Time(at),
        long pieces => Html.Of($"{texts.Number(pieces)}"),
        int cartons => Html.Of($"{texts.Number(cartons)}"),
        bool yes => Html.Of($"{texts[yes ? "yes" : "no"]}"),
        DateOnly day => Html.Of($"""<time datetime="{Iso(day)}">{Iso(day)}</time>"""),
        IEnumerable<Tracking.FlightOf> flights => Html.Join(flights.Select(flight => Html.Of(
            $"<div>{flight.Number} {flight.From} {Time(flight.DepartsAt)} → {flight.To} {Time(flight.ArrivesAt)} · {texts[$"account.{flight.Account}"]}</div>"))),
        string state when name == "state" => Html.Of($"{texts[$"state.{state}"]}"),
        _ => Html.Of($"{value.ToString()}"),
    };

    static Html Balance(Texts texts, BalanceLine line, bool settled)
    {
        var sum = line.Accounts.Values.Sum();
        var comesOut = settled && sum == line.Pieces;
        var caption = line.Lot is { Length: > 0 } lot
            ? texts["line-lot", ("line", $"{line.Line}"), ("product", texts.Product(line.Product.Value)), ("lot", lot)]
            : texts["line", ("line", $"{line.Line}"), ("product", texts.Product(line.Product.Value))];
        return Html.Of($"""
            <table>
            <caption>{line.Donation.Value} · {caption}{(line.Parcel is { } parcel ? ", " + texts["of-parcel", ("parcel", parcel)] : "")}</caption>
            <thead><tr><th scope="col">{texts["account"]}</th><th scope="col" class="number">{texts["pieces"]}</th></tr></thead>
            <tbody>{Html.Join(line.Accounts.Select(account => Html.Of($"""<tr><th scope="row">{texts[$"account.{account.Key}"]}</th><td class="number">{texts.Number(account.Value)}</td></tr>""")))}</tbody>
            <tfoot><tr><th scope="row">{texts["sum", ("pieces", texts.Number(line.Pieces))]}</th><td class="number">{texts.Number(sum)} <span class="tick" role="img" aria-label="{texts[comesOut ? "comes-out" : "does-not-come-out"]}">{(comesOut ? "✓" : "…")}</span></td></tr></tfoot>
            </table>
            """);
    }

    static Html Item(Texts texts, Timeline.Item item) => Html.Of($"""
        <tr><th scope="row">{Time(item.At)}{(item.At == item.RecordedAt ? Html.Of($" <small>{texts["recorded"]}</small>") : null)}</th><td>{texts.Fill(Key(item), name => Value(texts, item.Facts[name]))}</td><td class="number">{(item.Pieces is { } pieces ? texts.Number(pieces) : "")}</td><td>{item.Document}</td></tr>
        """);

    /// <summary>The text of an item: of its kind, for some by what was found or decided.</summary>
    public static string Key(Timeline.Item item)
    {
        var key = (item.Facts.ContainsKey("count") ? "day." : "entry.") + item.Type;
        return item.Type switch
        {
            "milestone-recorded" => $"{key}.{item.Facts["code"]}",
            "cartons-counted" => $"{key}.{item.Facts["condition"]}",
            "discrepancy-resolved" => $"{key}.{item.Facts["resolution"]}",
            "handed-over" => $"{key}.{((bool)item.Facts["member"]! ? "member" : "other")}",
            _ => key,
        };
    }

    static string Value(Texts texts, JsonNode? value) =>
        value is JsonValue number && number.TryGetValue<long>(out var pieces) ? texts.Number(pieces) : value?.ToString() ?? "–";

    static Html Time(DateTimeOffset at) => Html.Of(
        $"""<time datetime="{at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}">{at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} <small>UTC{at.ToString("zzz", CultureInfo.InvariantCulture)}</small></time>""");

    static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
