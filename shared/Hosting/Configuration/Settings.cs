using Logistics.EventLog.Databases;
using Logistics.Hosting.Brokers;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;

namespace Logistics.Hosting.Configuration;

/// <summary>The settings of a program, given as options such as <c>--token-key</c> or as environment variables such as <c>LOGISTICS_TOKEN_KEY</c>.</summary>
/// <param name="Data">Folder of the databases and the key.</param>
/// <param name="SqlServer">
/// Connection string of SQL Server, whose database name is a prefix: with <c>Database=logistics</c> each service uses <c>logistics_</c> followed by its
/// name. Null for SQLite files in <paramref name="Data"/>.
/// </param>
/// <param name="Broker">Address of RabbitMQ; null for the transport inside the process.</param>
/// <param name="TokenKey">
/// PEM file of the key that signs or checks tokens. By default a file in <paramref name="Data"/>, created if missing; null if only
/// <paramref name="Keys"/> is given.
/// </param>
/// <param name="Keys">
/// Address at which the portal publishes its keys, such as <c>http://portal:8080/.well-known/jwks.json</c>; null to accept only the file's key.
/// </param>
/// <param name="Others">Values of the settings that only this program has.</param>
public sealed record Settings(string Data, string? SqlServer, BrokerAddress? Broker, string? TokenKey, Uri? Keys, IReadOnlyDictionary<string, string> Others)
{
    /// <summary>Prefix of the environment variables.</summary>
    public const string Prefix = "LOGISTICS_";

    /// <summary>Prefix of the tests' variables, which programs started by tests inherit.</summary>
    const string OfTests = Prefix + "TEST_";

    /// <summary>The settings that every program has.</summary>
    public static IReadOnlyList<Setting> Known { get; } =
    [
        new("data", "folder of the SQLite files and the key", "~/.local/share/logistics/data"),
        new("database", "SQL Server, Server=db;Database=logistics;User Id=…;Password=…: the database name is a prefix: each service uses logistics_ followed by its name, and the portal logistics_accounts as well", "SQLite files"),
        new("secrets", "folder such as /run/secrets whose files are named after settings (database, broker) and contain their values; they override all other sources", "no folder"),
        new("broker", "RabbitMQ, amqp://user:password@host:5672/vhost; with amqps:// the nodes must prove their host names", "transport inside the process"),
        new("broker-nodes", "nodes of a cluster, rabbitmq-1:5671,rabbitmq-2:5671; user, password and virtual host are those of --broker", "the host of --broker"),
        new("broker-ca", "PEM file of the authority that signed the nodes' certificates", "the authorities that the machine trusts"),
        new("token-key", "PEM file of the ES256 key; with a public key a service can only check tokens", "token-key.pem in the data folder, created at the first start"),
        new("keys", "address at which the portal publishes its signing keys, http://portal:8080/.well-known/jwks.json; without --token-key no other keys are accepted", "the portal of the same process"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(setting => setting.Name)];

    /// <summary>
    /// Collects the settings. Files in the folder of secrets override the command line, which overrides environment variables with the prefix.
    /// </summary>
    /// <param name="addCommandLine">Adds the command line.</param>
    /// <exception cref="InvalidOperationException">The folder of secrets does not exist.</exception>
    public static IConfiguration Gather(Action<IConfigurationBuilder> addCommandLine)
    {
        var given = new ConfigurationManager();
        given.AddEnvironmentVariables(Prefix);
        addCommandLine(given);
        if (Value(given, "secrets") is { } secrets)
        {
            var folder = Path.GetFullPath(secrets);
            if (!Directory.Exists(folder))
                throw new InvalidOperationException($"The setting 'secrets' must be a folder whose files are named after settings; '{folder}' does not exist.");
            given.AddKeyPerFile(folder);
        }

        return given;
    }

    /// <param name="given">The result of <see cref="Gather"/>.</param>
    /// <param name="own">Settings that individual services define.</param>
    /// <exception cref="InvalidOperationException">A setting is invalid or unknown; the message names it.</exception>
    public static Settings Read(IConfiguration given, IEnumerable<Setting> own)
    {
        var others = own.Select(setting => setting.Name).ToList();
        var variables = Names.Concat(others).Select(VariableOf).ToList();
        if (Unknown(variables) is { } unknown)
            throw new InvalidOperationException($"Unknown setting {unknown}. Known settings: {string.Join(", ", variables)}.");
        var data = Path.GetFullPath(Value(given, "data")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "logistics", "data"));
        Uri? keys = null;
        if (Value(given, "keys") is { } published && (!Uri.TryCreate(published, UriKind.Absolute, out keys) || keys.Scheme is not ("http" or "https")))
            throw new InvalidOperationException($"The setting 'keys' must be an address such as http://portal:8080/.well-known/jwks.json; it is '{published}'.");
        var tokenKey = Value(given, "token-key") is { } key ? Path.GetFullPath(key)
            : keys is null ? Path.Combine(data, "token-key.pem")
            : null;
        var sqlServer = Value(given, "database");
        if (sqlServer is not null && !NamesDatabase(sqlServer))
            throw new InvalidOperationException(
                "The setting 'database' must be a connection string of SQL Server that names a database, such as Server=db;Database=logistics;User Id=…;Password=…");
        return new Settings(data, sqlServer, BrokerAddress.Read(given), tokenKey, keys, others
            .Select(name => (Name: name, Value: Value(given, name)))
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Name, setting => setting.Value!, StringComparer.Ordinal));
    }

    /// <summary>Creates <see cref="Data"/> if a database or the key is stored in it.</summary>
    /// <exception cref="InvalidOperationException">The folder cannot be created.</exception>
    public void MakeFolder()
    {
        if (SqlServer is not null && Path.GetDirectoryName(TokenKey) != Data)
            return;
        try
        {
            Directory.CreateDirectory(Data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The setting 'data' must be a writable folder; '{Data}' is not: {error.Message}", error);
        }
    }

    /// <summary>Returns the path of a SQLite database.</summary>
    public string FileOf(string name) => Path.Combine(Data, name + ".db");

    /// <summary>Returns one of the program's databases.</summary>
    /// <param name="name">For example <c>accounts</c>.</param>
    public Database DatabaseOf(string name)
    {
        if (SqlServer is null)
            return Database.Sqlite(FileOf(name));
        var connection = new SqlConnectionStringBuilder(SqlServer);
        connection.InitialCatalog += "_" + name;
        return Database.SqlServer(connection.ToString());
    }

    /// <remarks>The parser's message may contain part of the password and is therefore not repeated.</remarks>
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

    /// <summary>Returns the value of a setting from the command line or its variable; null if it is not given.</summary>
    internal static string? Value(IConfiguration given, string name) =>
        (given[name] ?? given[name.Replace('-', '_')]) is { Length: > 0 } value ? value : null;

    /// <summary>Returns the variable of a setting, for example <c>LOGISTICS_TOKEN_KEY</c> for <c>token-key</c>.</summary>
    public static string VariableOf(string name) => Prefix + name.Replace('-', '_').ToUpperInvariant();

    static string? Unknown(List<string> variables) => Environment.GetEnvironmentVariables().Keys.Cast<string>().FirstOrDefault(name =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(OfTests, StringComparison.OrdinalIgnoreCase)
        && !variables.Contains(name, StringComparer.OrdinalIgnoreCase));
}
