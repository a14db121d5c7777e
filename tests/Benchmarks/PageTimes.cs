using System.Diagnostics;
using Logistics.AllInOne;
using Logistics.Testing;

namespace Logistics.Benchmarks;

/// <summary>
/// How long the program takes for each page with the demo's data, from the request to the last byte, in the same process as its reader: every
/// page of the approved routes, as somebody who may see it.
/// </summary>
static class PageTimes
{
    const int LimitInMilliseconds = 50;

    public static async Task Run(int rounds)
    {
        using var data = await DemoData.Copy();
        await using var host = await RunningHost.StartOn(data, AllServices.Define());
        var people = new Dictionary<string, SignedIn>(StringComparer.Ordinal) { [Route.Public] = SignedIn.Nobody(host.Address) };
        Console.WriteLine("| page | as | kB | median ms | p95 ms | median of the limit |");
        Console.WriteLine("|------|----|---:|----------:|-------:|--------------------:|");
        var slow = 0;
        foreach (var route in Route.Approved().Where(route => route.Kind == "PAGE"))
        {
            var who = route.Who.Contains(Route.Public, StringComparer.Ordinal) ? Route.Public : route.Who[0];
            if (!people.TryGetValue(who, out var person))
                people[who] = person = await SignedIn.As(DemoPeople.Email(who), DemoPeople.Password(data.Path, who), host.Address);
            var (times, bytes) = await Measure(person.Http, route.Address, rounds);
            if (bytes == 0)
                continue;
            var median = times[times.Count / 2];
            slow += median > LimitInMilliseconds ? 1 : 0;
            Console.WriteLine($"| {route.Pattern} | {who} | {bytes / 1000.0:0.0} | {median:0.0} | {times[times.Count * 95 / 100]:0.0} | {median / LimitInMilliseconds:0.00} |");
        }

        Console.WriteLine();
        Console.WriteLine($"{slow} pages take longer than {LimitInMilliseconds} ms at the median");
        foreach (var person in people.Values)
            person.Dispose();
    }

    /// <returns>In milliseconds, ascending; without bytes where it is not a page of its own, such as a redirection.</returns>
    static async Task<(List<double> Times, int Bytes)> Measure(HttpClient http, string address, int rounds)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var round = -5; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            bytes = answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).Length : 0;
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times, bytes);
    }
}
