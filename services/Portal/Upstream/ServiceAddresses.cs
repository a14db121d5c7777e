using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Logistics.Portal.Upstream;

/// <summary>Locates each service: at its setting, or in this process.</summary>
public sealed class ServiceAddresses(PortalSettings settings, IServer server)
{
    public Uri Of(string service) => settings.Services.TryGetValue(service, out var address) ? address : Own();

    /// <summary>Returns the address of this process.</summary>
    public Uri Own()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var own = addresses.FirstOrDefault(address => address.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.First();
        // A server that listens on every address is called locally.
        var builder = new UriBuilder(own.Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal));
        if (builder.Host is "0.0.0.0" or "[::]")
            builder.Host = "localhost";
        return builder.Uri;
    }
}
