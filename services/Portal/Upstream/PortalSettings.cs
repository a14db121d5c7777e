using Logistics.Hosting.Configuration;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Upstream;

/// <summary>The settings that only the portal has, in the same form as those of every program.</summary>
/// <param name="Services">Addresses of <c>intake</c>, <c>shipment</c>, <c>distribution</c> and <c>tracking</c>; a missing one runs in this process.</param>
/// <param name="PublicAddress">Address under which people reach the portal, for printed codes and links; null for that of the request.</param>
public sealed record PortalSettings(IReadOnlyDictionary<string, Uri> Services, Uri? PublicAddress)
{
    public static IReadOnlyList<Setting> Known { get; } =
    [
        .. ServiceNames.All.Select(service => new Setting(service, $"for the portal: where {service} is, http://{service}:8080", "in the same process")),
        new("public-address", "for the portal: the address that people reach it under, printed in QR codes and links, https://goods.example.org", "that of the request"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(setting => setting.Name)];

    /// <summary>Returns scheme and host of printed codes, without a trailing slash.</summary>
    public string Host(HttpRequest request) => PublicAddress?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";

    /// <exception cref="InvalidOperationException">A setting is invalid; the message names it.</exception>
    public static PortalSettings Read(Settings settings) => new(
        ServiceNames.All
            .Select(name => (name, address: Address(settings, name)))
            .Where(service => service.address is not null)
            .ToDictionary(service => service.name, service => service.address!, StringComparer.Ordinal),
        Address(settings, "public-address"));

    static Uri? Address(Settings settings, string name) => settings.Others.GetValueOrDefault(name) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") => address,
        var text => throw new InvalidOperationException($"The setting '{name}' must be an address such as http://localhost:5081; it is '{text}'."),
    };
}
