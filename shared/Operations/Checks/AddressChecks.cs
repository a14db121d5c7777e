using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;

namespace Logistics.Operations.Checks;

/// <summary>Checks whether the other programs answer at the configured addresses, and whether their clocks agree with this one's.</summary>
static class AddressChecks
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<List<Finding>> All(Settings settings, IEnumerable<(string Setting, Uri Address)> others)
    {
        using var http = new HttpClient { Timeout = Timeout };
        var findings = new List<Finding>();
        if (settings.Keys is { } keys)
            findings.AddRange(await Ask(http, "keys", keys, Keys));
        foreach (var (setting, address) in others)
            findings.AddRange(await Ask(http, setting, new Uri(address, "/health/live"), _ => Task.FromResult<Finding?>(null)));
        return findings;
    }

    static async Task<List<Finding>> Ask(HttpClient http, string setting, Uri address, Func<HttpResponseMessage, Task<Finding?>> look)
    {
        try
        {
            var before = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(address);
            var skew = Skew(response, TimeProvider.System.GetUtcNow() - Stopwatch.GetElapsedTime(before) / 2);
            if (!response.IsSuccessStatusCode)
                return [Silent(setting, $"{address} answers with {(int)response.StatusCode}")];
            return [await look(response) ?? new(Level.Ok, setting, $"{address} answers"), .. skew is { } apart ? [Clocks.Compare(setting, apart)] : Array.Empty<Finding>()];
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return [Silent(setting, $"{address} does not answer: {error.Message}")];
        }
    }

    static Finding Silent(string setting, string text) =>
        new(Level.Problem, setting, text, $"Check that the program is running and that the setting '{setting}' has its address.");

    static async Task<Finding?> Keys(HttpResponseMessage response)
    {
        try
        {
            var published = await response.Content.ReadFromJsonAsync<PublishedKeys>();
            return published is { Keys.Count: > 0 } ? null : new(Level.Problem, "keys", "this address publishes no keys", "Check that the setting 'keys' has the address of the portal.");
        }
        catch (JsonException)
        {
            return new(Level.Problem, "keys", "the answer is not a set of keys", "The setting 'keys' must be an address of the portal: http://portal:8080/.well-known/jwks.json");
        }
    }

    /// <summary>Returns the clock difference; the header is truncated to whole seconds.</summary>
    static TimeSpan? Skew(HttpResponseMessage response, DateTimeOffset answered) => response.Headers.Date + TimeSpan.FromSeconds(0.5) - answered;
}
