using Microsoft.Extensions.Configuration;

namespace Logistics.ServiceDefaults.Hosting;

/// <summary>Every setting of a program: on its command line as <c>--token-key</c>, in its environment as <c>LOGISTICS_TOKEN_KEY</c>.</summary>
/// <param name="Data">Folder of the databases; made where it is missing.</param>
/// <param name="Broker">Where RabbitMQ is; null for the transport inside the process.</param>
/// <param name="TokenKey">
/// PEM file of the key that signs or checks tokens; made in <paramref name="Data"/> where none is named, and null where none is named
/// but <paramref name="Keys"/> are.
/// </param>
/// <param name="Keys">Where the portal publishes its keys, <c>http://portal:8080/.well-known/jwks.json</c>; null where only the file's key counts.</param>
public sealed record Settings(string Data, BrokerAddress? Broker, string? TokenKey, Uri? Keys)
{
    /// <summary>Of its variables.</summary>
    public const string Prefix = "LOGISTICS_";

    /// <summary>Variables of the tests, which programs that they start inherit.</summary>
    const string OfTests = Prefix + "TEST_";

    /// <summary>What every program knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["data", "broker", "broker-nodes", "broker-ca", "token-key", "keys"];

    /// <param name="configuration">Of the program.</param>
    /// <param name="others">Names of settings that only this program has.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong, or a variable that is none; the message names it.</exception>
    public static Settings Read(IConfiguration configuration, IEnumerable<string> others)
    {
        var variables = Names.Concat(others).Select(VariableOf).ToList();
        if (Unknown(variables) is { } unknown)
            throw new InvalidOperationException($"The variable {unknown} is no setting of this program. It has: {string.Join(", ", variables)}.");
        var data = Path.GetFullPath(configuration["data"] is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "logistics", "data"));
        try
        {
            Directory.CreateDirectory(data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The setting 'data' must be a folder to write to; '{data}' is not: {error.Message}", error);
        }

        Uri? keys = null;
        if (configuration["keys"] is { Length: > 0 } published
            && (!Uri.TryCreate(published, UriKind.Absolute, out keys) || keys.Scheme is not ("http" or "https")))
            throw new InvalidOperationException($"The setting 'keys' must be an address such as http://portal:8080/.well-known/jwks.json; it is '{published}'.");
        var tokenKey = (configuration["token-key"] ?? configuration["token_key"]) is { Length: > 0 } key ? Path.GetFullPath(key)
            : keys is null ? Path.Combine(data, "token-key.pem")
            : null;
        return new Settings(data, BrokerAddress.Read(configuration), tokenKey, keys);
    }

    /// <summary>For example <c>LOGISTICS_TOKEN_KEY</c> of <c>token-key</c>.</summary>
    public static string VariableOf(string name) => Prefix + name.Replace('-', '_').ToUpperInvariant();

    static string? Unknown(List<string> variables) => Environment.GetEnvironmentVariables().Keys.Cast<string>().FirstOrDefault(name =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(OfTests, StringComparison.OrdinalIgnoreCase)
        && !variables.Contains(name, StringComparer.OrdinalIgnoreCase));
}
