using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Logistics.Client;

/// <summary>Adds what the clients need to a program.</summary>
public static class ClientServices
{
    /// <summary>
    /// Adds the HTTP client of <see cref="ServiceCalls"/>, which repeats a call that gets no answer or 502, 503 or 504, with growing pauses.
    /// The program adds the <see cref="CallContext"/>.
    /// </summary>
    /// <param name="services">Of the program.</param>
    /// <param name="retries">How often a call is repeated.</param>
    /// <param name="delay">Before the first repetition.</param>
    public static IHttpClientBuilder AddServiceCalls(this IServiceCollection services, int retries, TimeSpan delay)
    {
        var client = services.AddHttpClient<ServiceCalls>();
        client.AddResilienceHandler("services", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout),
            Delay = delay,
            MaxDelay = TimeSpan.FromSeconds(2),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            MaxRetryAttempts = retries,
        }));
        return client;
    }
}
