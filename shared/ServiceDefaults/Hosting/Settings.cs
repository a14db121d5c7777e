using Logistics.EventLog;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;

namespace Logistics.ServiceDefaults.Hosting;

/// <summary>Every setting of a program: on its command line as <c>--token-key</c>, in its environment as <c>LOGISTICS_TOKEN_KEY</c>.</summary>
/// <param name="Data">Folder of the databases and of the key, made where one of them is to be in it.</param>
/// <param name="SqlServer">
/// Connection string of SQL Server, whose database is a prefix: with <c>Database=logistics</c> each service has <c>logistics_</c> and its own
/// name. Null for SQLite files in <paramref name="Data"/>.
/// </param>
/// <param name="Broker">Where RabbitMQ is; null for the transport inside the process.</param>
/// <param name="TokenKey">
/// PEM file of the key that signs or checks tokens; made in <paramref name="Data"/> where none is named, and null where none is named
/// but <paramref name="Keys"/> are.
/// </param>
/// <param name="Keys">Where the portal publishes its keys, <c>http://portal:8080/.well-known/jwks.json</c>; null where only the file's key counts.</param>
public sealed record Settings(string Data, string? SqlServer, BrokerAddress? Broker, string? TokenKey, Uri? Keys)
{
    /// <summary>Of its variables.</summary>
    public const string Prefix = "LOGISTICS_";

    /// <summary>Variables of the tests, which programs that they start inherit.</summary>
    const string OfTests = Prefix + "TEST_";

    /// <summary>What every program knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["data", "database", "secrets", "broker", "broker-nodes", "broker-ca", "token-key", "keys"];

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
        Uri? keys = null;
        if (configuration["keys"] is { Length: > 0 } published
            && (!Uri.TryCreate(published, UriKind.Absolute, out keys) || keys.Scheme is not ("http" or "https")))
            throw new InvalidOperationException($"The setting 'keys' must be an address such as http://portal:8080/.well-known/jwks.json; it is '{published}'.");
        var tokenKey = Value(configuration, "token-key") is { } key ? Path.GetFullPath(key)
            : keys is null ? Path.Combine(data, "token-key.pem")
            : null;
        var sqlServer = configuration["database"] is { Length: > 0 } connection ? connection : null;
        if (sqlServer is not null && !NamesDatabase(sqlServer))
            throw new InvalidOperationException(
                "The setting 'database' must be a connection string of SQL Server that names a database, such as Server=db;Database=logistics;User Id=…;Password=…");
        if (sqlServer is null || tokenKey == Path.Combine(data, "token-key.pem"))
            Make(data);
        return new Settings(data, sqlServer, BrokerAddress.Read(configuration), tokenKey, keys);
    }

    /// <summary>Takes the settings that the folder of secrets has files for from there, before all others.</summary>
    /// <exception cref="InvalidOperationException">There is no such folder.</exception>
    public static void AddSecrets(IConfigurationManager configuration)
    {
        if (configuration["secrets"] is not { Length: > 0 } secrets)
            return;
        var folder = Path.GetFullPath(secrets);
        if (!Directory.Exists(folder))
            throw new InvalidOperationException($"The setting 'secrets' must be a folder whose files are named as settings; '{folder}' is not there.");
        configuration.AddKeyPerFile(folder);
    }

    /// <summary>Where a database of SQLite is.</summary>
    public string FileOf(string name) => Path.Combine(Data, name + ".db");

    /// <summary>The database of a service, or one that it has besides.</summary>
    /// <param name="name">For example <c>accounts</c>.</param>
    public Database DatabaseOf(string name)
    {
        if (SqlServer is null)
            return EventLog.Database.Sqlite(FileOf(name));
        var connection = new SqlConnectionStringBuilder(SqlServer);
        connection.InitialCatalog += "_" + name;
        return EventLog.Database.SqlServer(connection.ToString());
    }

    /// <remarks>What the parser says may hold a part of the password, so it is not repeated.</remarks>
    static bool NamesDatabase(string connection)
    {
        try
        {
            return new SqlConnectionStringBuilder(connection).InitialCatalog.Length > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return false;
        }
    }

    static void Make(string data)
    {
        try
        {
            Directory.CreateDirectory(data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The setting 'data' must be a folder to write to; '{data}' is not: {error.Message}", error);
        }
    }

    /// <summary>What is given for a setting, on the command line or by its variable; null where nothing is.</summary>
    public static string? Value(IConfiguration configuration, string name) =>
        (configuration[name] ?? configuration[name.Replace('-', '_')]) is { Length: > 0 } given ? given : null;

    /// <summary>For example <c>LOGISTICS_TOKEN_KEY</c> of <c>token-key</c>.</summary>
    public static string VariableOf(string name) => Prefix + name.Replace('-', '_').ToUpperInvariant();

    static string? Unknown(List<string> variables) => Environment.GetEnvironmentVariables().Keys.Cast<string>().FirstOrDefault(name =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(OfTests, StringComparison.OrdinalIgnoreCase)
        && !variables.Contains(name, StringComparer.OrdinalIgnoreCase));
}
