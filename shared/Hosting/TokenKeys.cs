using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting;

/// <summary>Selects the sources of a program's token keys.</summary>
static class TokenKeys
{
    public static void AddTokens(this IServiceCollection services, Settings settings)
    {
        if (settings.Keys is { } address)
        {
            services.AddSingleton<IKeySource>(provider => new RemoteKeys(
                address, new HttpClient(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RemoteKeys>>()));
        }

        services.AddSingleton(provider => new Tokens(
            settings.TokenKey is { } file ? TokenKey.FromFile(file) : null,
            [.. provider.GetServices<IKeySource>()],
            provider.GetRequiredService<TimeProvider>()));
    }
}
