using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Logistics.Hosting.Configuration;

/// <summary>Checks the addresses of a program before it starts, because the host reports a failure with a long stack trace.</summary>
public static class ServingAddress
{
    /// <param name="configuration">Configuration of the host. Kestrel endpoints override addresses and are not checked.</param>
    /// <exception cref="InvalidOperationException">An address is malformed or unavailable on this machine.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (!configuration.GetSection("Kestrel:Endpoints").Exists())
            Check(configuration["urls"] ?? "");
    }

    /// <param name="urls">Addresses separated by semicolons.</param>
    /// <exception cref="InvalidOperationException">An address is malformed or unavailable on this machine.</exception>
    public static void Check(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe)
                continue;
            try
            {
                using var probe = new TcpListener(IpOf(address.Host), address.Port);
                probe.Start();
            }
            catch (SocketException error)
            {
                throw new InvalidOperationException($"The program cannot serve at {url}: {error.Message}. Name another address with --urls.", error);
            }
        }
    }

    /// <exception cref="InvalidOperationException">The address is malformed.</exception>
    internal static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || (address.Scheme is "http" or "https" && address.Host.Length > 0 && address.Port is >= 0 and <= 65_535))
                return address;
        }
        catch (FormatException)
        {
            // Reported like other malformed addresses.
        }

        throw new InvalidOperationException($"The setting 'urls' must be an address such as http://127.0.0.1:5080; it is '{url}'.");
    }

    static IPAddress IpOf(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? ip
        : IPAddress.Any;
}
