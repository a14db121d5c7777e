using Logistics.Portal.Web;

namespace Logistics.Portal.Drawings;

/// <summary>
/// Draws the journey from the factory to the hospitals: a line whose thickness shows the pieces, a dot wherever pieces are, and branches where
/// pieces left it. Drawn wide for desktops and tall for telephones from the same measures; the style sheet shows one of them.
/// </summary>
/// <param name="Accounts">Pieces on the main route by name of account.</param>
/// <param name="Branches">Pieces that left it.</param>
public sealed record Journey(IReadOnlyDictionary<string, long> Accounts, IReadOnlyList<Journey.Branch> Branches)
{
    const int Stations = 6;
    const int MaxThickness = 26;

    /// <summary>
    /// Position of each account along the route, in tenths between stations: 0 the factory, 10 the airport of departure, 20 Narita, 30 the hub, 40
    /// the associations, 50 the hospitals.
    /// </summary>
    static readonly (string Account, int Place)[] Way =
    [
        ("pledged", 0), ("packed", 0), ("in-air", 15), ("at-airport", 20), ("hub", 30), ("reserved", 30), ("in-delivery", 35), ("association", 40), ("institution", 50),
    ];

    /// <param name="Account">missing, damaged, held, destroyed or cancelled.</param>
    /// <param name="Station">Station before the branch: 0 the factory, 2 Narita, 4 the associations.</param>
    /// <param name="Pieces">Number of pieces.</param>
    public sealed record Branch(string Account, int Station, long Pieces);

    /// <summary>A position on the route that has pieces.</summary>
    sealed record Stop(int Place, long Pieces);

    public Html Draw(Texts texts, string id, string title) => Html.Of($"""
        <div class="journey">
        {Line(texts, $"{id}-wide", title, wide: true)}
        {Line(texts, $"{id}-tall", title, wide: false)}
        </div>
        """);

    /// <summary>Returns the same content as a table, for readers who cannot see the drawing.</summary>
    public Html Table(Texts texts, string title) => Html.Of($"""
        <table class="cards journey-table">
        <caption>{title}</caption>
        <thead><tr><th scope="col">{texts["pictures.place"]}</th><th scope="col" class="number">{texts["pictures.here"]}</th><th scope="col" class="number">{texts["pictures.came-through"]}</th></tr></thead>
        <tbody>
        {Html.Join(Enumerable.Range(0, Stations).SelectMany(station => new[]
        {
            Row(texts, Station(texts, station), At(station * 10), Reached(station)),
            station is 1 or 3 && At(station * 10 + 5) is > 0 and var between ? Row(texts, Between(texts, station), between, null) : null,
        }).OfType<Html>())}
        {Html.Join(Branches.Where(branch => branch.Pieces > 0).Select(branch => Row(texts, texts[$"account.{branch.Account}"], branch.Pieces, null)))}
        </tbody>
        </table>
        """);

    static Html Row(Texts texts, string place, long here, long? reached) => Html.Of(
        $"""<tr><th scope="row">{place}</th><td class="number" data-label="{texts["pictures.here"]}">{texts.Number(here)}</td><td class="number" data-label="{texts["pictures.came-through"]}">{(reached is { } known ? texts.Number(known) : "")}</td></tr>""");

    Html Line(Texts texts, string id, string title, bool wide)
    {
        const int Step = 160;
        var total = Math.Max(Reached(0), 1);
        var stops = Way.GroupBy(one => one.Place).Select(place => new Stop(place.Key, At(place.Key))).Where(stop => stop.Pieces > 0).ToList();
        var now = stops.OrderByDescending(stop => stop.Pieces).ThenByDescending(stop => stop.Place).FirstOrDefault()?.Place;
        var parts = new List<Html>();
        for (var link = 0; link < Stations - 1; link++)
        {
            var thick = Thickness(Through(link), total);
            var (fromX, fromY) = On(link * 10);
            var (toX, toY) = On(link * 10 + 10);
            parts.Add(Html.Of($"""<path class="{(thick == 0 ? "way ahead" : "way")}" stroke-width="{Math.Max(thick, 2)}" d="M{fromX} {fromY}L{toX} {toY}"/>"""));
        }

        foreach (var atStation in Branches.Where(branch => branch.Pieces > 0).GroupBy(branch => branch.Station))
            parts.AddRange(atStation.Select((branch, index) => Leave(branch, index)));
        for (var station = 0; station < Stations; station++)
        {
            var (x, y) = On(station * 10);
            var here = At(station * 10);
            parts.Add(Html.Of($"""<circle class="{(Reached(station) > 0 ? "station reached" : "station")}" cx="{x}" cy="{y}" r="8"/>"""));
            parts.Add(wide
                ? Html.Of($"""<text class="place" x="{x}" y="{y - 46}">{Station(texts, station)}</text>""")
                : Html.Of($"""<text class="place" x="{x + 34}" y="{y - 2}">{Station(texts, station)}</text>"""));
            if (here > 0)
                parts.Add(Amount(x, y, here));
        }

        foreach (var stop in stops.Where(stop => stop.Place % 10 != 0))
        {
            var (x, y) = On(stop.Place);
            parts.Add(wide
                ? Html.Of($"""<text class="place" x="{x}" y="{y - 46}">{Between(texts, stop.Place / 10)}</text>""")
                : Html.Of($"""<text class="place" x="{x + 34}" y="{y - 2}">{Between(texts, stop.Place / 10)}</text>"""));
            parts.Add(Amount(x, y, stop.Pieces));
        }

        foreach (var stop in stops)
        {
            var (x, y) = On(stop.Place);
            if (stop.Place == now)
                parts.Add(Html.Of($"""<circle class="now" cx="{x}" cy="{y}" r="13"/>"""));
            parts.Add(Html.Of($"""<circle class="dot" cx="{x}" cy="{y}" r="{(stop.Place == now ? 6 : 5)}"/>"""));
        }

        var deepest = Branches.Where(branch => branch.Pieces > 0).GroupBy(branch => branch.Station).Select(station => station.Count()).DefaultIfEmpty().Max();
        var (width, height) = wide ? (Step * (Stations - 1) + 120, 110 + 24 * deepest) : (340, Down(Stations - 1) + 36);
        return Html.Of($"""
            <svg class="{(wide ? "wide" : "tall")}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}-title {id}-desc">
            <title id="{id}-title">{title}</title>
            <desc id="{id}-desc">{Told(texts, stops)}</desc>
            {Html.Join(parts)}
            </svg>
            """);

        (int X, int Y) On(int place)
        {
            if (wide)
                return (60 + place * Step / 10, 70);
            var (before, after) = (Down(place / 10), Down((place + 9) / 10));
            return (30, before + (after - before) * (place % 10) / 10);
        }

        // Leaves as much room below a station as the labels of its branches need.
        int Down(int station) => 30 + station * 78 + 20 * Branches.Count(branch => branch.Pieces > 0 && branch.Station < station);

        Html Amount(int x, int y, long pieces) => wide
            ? Html.Of($"""<text class="pieces" x="{x}" y="{y - 25}">{texts.Number(pieces)}</text>""")
            : Html.Of($"""<text class="pieces" x="{x + 34}" y="{y + 18}">{texts.Number(pieces)}</text>""");

        Html Leave(Branch branch, int index)
        {
            var (x, y) = On(branch.Station * 10);
            var thick = Math.Max(Thickness(branch.Pieces, total), 2);
            var words = $"{texts[$"account.{branch.Account}"]} {texts.Number(branch.Pieces)}";
            return wide
                ? Html.Of($"""<path class="branch {branch.Account}" stroke-width="{thick}" d="M{x} {y}q12 {46 + index * 22} 34 {50 + index * 22}"/><text class="branch-text" x="{x + 40}" y="{y + 55 + index * 22}">{words}</text>""")
                : Html.Of($"""<path class="branch {branch.Account}" stroke-width="{thick}" d="M{x} {y}q0 {30 + index * 20} 26 {34 + index * 20}"/><text class="branch-text" x="{x + 34}" y="{y + 39 + index * 20}">{words}</text>""");
        }
    }

    string Told(Texts texts, List<Stop> stops) => string.Join(
        texts["pictures.comma"],
        stops.Select(stop => (Place: stop.Place % 10 == 0 ? Station(texts, stop.Place / 10) : Between(texts, stop.Place / 10), stop.Pieces))
            .Concat(Branches.Where(branch => branch.Pieces > 0).Select(branch => (Place: texts[$"account.{branch.Account}"], branch.Pieces)))
            .Select(told => $"{told.Place} {texts.Number(told.Pieces)}"));

    long At(int place) => Way.Where(one => one.Place == place).Sum(one => Accounts.GetValueOrDefault(one.Account));

    /// <summary>Returns the pieces that reached a station, including those that left the route there or later.</summary>
    long Reached(int station) =>
        Way.Where(one => one.Place >= station * 10 || (station == 1 && one.Place > 0)).Sum(one => Accounts.GetValueOrDefault(one.Account))
        + Branches.Where(branch => branch.Station >= station).Sum(branch => branch.Pieces);

    /// <summary>Returns the pieces that went beyond a station.</summary>
    long Through(int station) =>
        Way.Where(one => one.Place > station * 10).Sum(one => Accounts.GetValueOrDefault(one.Account))
        + Branches.Where(branch => branch.Station > station).Sum(branch => branch.Pieces);

    /// <summary>Returns the thickness for a number of pieces: 0 for none, otherwise at least 4, so that a single carton is visible.</summary>
    static int Thickness(long pieces, long total) => pieces <= 0 ? 0 : 4 + decimal.ToInt32((MaxThickness - 4) * Math.Min((decimal)pieces / total, 1));

    static string Station(Texts texts, int station) => station switch
    {
        0 => texts["pictures.station-factory"],
        1 => texts["pictures.station-airport"],
        2 => texts["pictures.station-narita"],
        3 => texts["pictures.station-hub"],
        4 => texts["pictures.station-associations"],
        _ => texts["pictures.station-hospitals"],
    };

    /// <summary>Names the section after a station.</summary>
    static string Between(Texts texts, int station) => station == 1 ? texts["pictures.between-flight"] : texts["pictures.between-delivery"];
}
