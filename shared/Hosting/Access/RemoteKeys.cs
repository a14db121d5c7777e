using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting.Access;

/// <summary>
/// Caches the keys that the portal publishes. Fetches them again when a token names an unknown key, at most once every
/// few seconds, and in the background every few minutes. The cached keys stay valid while the portal is unreachable.
/// </summary>
public sealed class RemoteKeys(Uri address, HttpClient http, TimeProvider clock, ILogger<RemoteKeys> logger) : IKeySource
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    readonly Lock gate = new();
    volatile Dictionary<string, TokenKey> keys = new(StringComparer.Ordinal);
    DateTimeOffset askedAt = DateTimeOffset.MinValue;
    Task asking = Task.CompletedTask;

    public TokenKey? Current => null;

    public async ValueTask<TokenKey?> Find(string id)
    {
        if (keys.TryGetValue(id, out var known))
        {
            _ = Ask(Freshness);
            return known;
        }

        await Ask(Pause);
        return keys.GetValueOrDefault(id);
    }

    /// <summary>Fetches the keys; concurrent callers share one request.</summary>
    Task Ask(TimeSpan atMostEvery)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (asking.IsCompleted && now - askedAt >= atMostEvery)
            {
                askedAt = now;
                asking = Read();
            }

            return asking;
        }
    }

    async Task Read()
    {
        try
        {
            using var timeout = new CancellationTokenSource(Timeout);
            var published = await http.GetFromJsonAsync<PublishedKeys>(address, timeout.Token);
            keys = published!.Keys.Where(key => key is { Kty: "EC", Crv: "P-256" }).Select(TokenKey.FromPublished).ToDictionary(key => key.Id, StringComparer.Ordinal);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or CryptographicException or FormatException or ArgumentException)
        {
            logger.LogWarning("Could not fetch the token keys from {Address}: {Error}", address, error.Message);
        }
    }
}
