using Logistics.Hosting.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Logistics.Hosting.Health;

/// <summary>The verb <c>health</c>: probes the program in the same container, which has neither a shell nor curl.</summary>
public static class HealthProbe
{
    public const string Verb = "health";

    /// <summary>Path that reports whether the program can do its work.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Path that reports whether the program answers at all.</summary>
    public const string Live = "/health/live";

    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <param name="args">The program's address, as on its own command line; by default taken from the shared environment.</param>
    /// <returns>Exit status: 0 if the program is ready; 1 if it is not or does not answer within five seconds.</returns>
    /// <exception cref="InvalidOperationException">The address is malformed.</exception>
    public static async Task<int> Ask(string[] args)
    {
        var address = AddressOf(new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build());
        using var http = new HttpClient { Timeout = Timeout };
        try
        {
            using var answer = await http.GetAsync(address);
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            Console.Error.WriteLine($"{address} does not answer: {error.Message}");
            return 1;
        }
    }

    /// <summary>Returns the address on this machine, whatever host names the program listens on.</summary>
    static Uri AddressOf(IConfiguration configuration)
    {
        var first = (configuration["urls"] ?? configuration["http_ports"] ?? "5000").Split(';')[0];
        var listens = ServingAddress.Parse(first.All(char.IsAsciiDigit) ? $"http://+:{first}" : first);
        var host = listens.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : listens.Host;
        return new UriBuilder(listens.Scheme, host, listens.Port, Ready).Uri;
    }
}
