using Logistics.EventLog.Databases;
using Logistics.Hosting.Brokers;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;

namespace Logistics.Hosting.Configuration;

/// <summary>Every setting of a program: on its command line as <c>--token-key</c>, in its environment as <c>LOGISTICS_TOKEN_KEY</c>.</summary>
/// <param name="Data">Folder of the databases and of the key.</param>
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
/// <param name="Others">What is given for the settings that only this program has.</param>
public sealed record Settings(string Data, string? SqlServer, BrokerAddress? Broker, string? TokenKey, Uri? Keys, IReadOnlyDictionary<string, string> Others)
{
    /// <summary>Of its variables.</summary>
    public const string Prefix = "LOGISTICS_";

    /// <summary>Variables of the tests, which programs that they start inherit.</summary>
    const string OfTests = Prefix + "TEST_";

    /// <summary>What every program knows.</summary>
    public static IReadOnlyList<Setting> Known { get; } =
    [
        new("data", "folder of the SQLite files and of the key", "~/.local/share/logistics/data"),
        new("database", "SQL Server, Server=db;Database=logistics;User Id=…;Password=…: the database is a prefix, so each service has logistics_ and its own name, the portal logistics_accounts as well", "SQLite files"),
        new("secrets", "folder such as /run/secrets whose files are named as settings (database, broker) and hold their values; they take precedence over all others", "no folder"),
        new("broker", "RabbitMQ, amqp://user:password@host:5672/vhost; with amqps:// the nodes must prove their names", "transport inside the process"),
        new("broker-nodes", "nodes of a cluster, rabbitmq-1:5671,rabbitmq-2:5671; the rest is that of --broker", "the host of --broker"),
        new("broker-ca", "PEM file of the authority that signed the nodes' certificates", "those that the machine trusts"),
        new("token-key", "PEM file of the ES256 key; with the public key alone a service checks tokens and cannot sign them", "token-key.pem in the data folder, made at the first start"),
        new("keys", "where the portal publishes the keys that it signs with, http://portal:8080/.well-known/jwks.json; without --token-key these are the only ones that count", "the portal of the same process"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(setting => setting.Name)];

    /// <summary>Where settings are given: in variables with the prefix, before them on a command line, before both as files in the folder of secrets.</summary>
    /// <param name="addCommandLine">Adds it.</param>
    /// <exception cref="InvalidOperationException">There is no such folder.</exception>
    public static IConfiguration Gather(Action<IConfigurationBuilder> addCommandLine)
    {
        var given = new ConfigurationManager();
        given.AddEnvironmentVariables(Prefix);
        addCommandLine(given);
        if (Value(given, "secrets") is { } secrets)
        {
            var folder = Path.GetFullPath(secrets);
            if (!Directory.Exists(folder))
                throw new InvalidOperationException($"The setting 'secrets' must be a folder whose files are named as settings; '{folder}' is not there.");
            given.AddKeyPerFile(folder);
        }

        return given;
    }

    /// <param name="given">What <see cref="Gather"/> found.</param>
    /// <param name="own">The settings that only some of its services have.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong, or a variable that is none; the message names it.</exception>
    public static Settings Read(IConfiguration given, IEnumerable<Setting> own)
    {
        var others = own.Select(setting => setting.Name).ToList();
        var variables = Names.Concat(others).Select(VariableOf).ToList();
        if (Unknown(variables) is { } unknown)
            throw new InvalidOperationException($"The variable {unknown} is no setting of this program. It has: {string.Join(", ", variables)}.");
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

    /// <summary>Makes <see cref="Data"/> where a database or the key is to be in it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be made.</exception>
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
            throw new InvalidOperationException($"The setting 'data' must be a folder to write to; '{Data}' is not: {error.Message}", error);
        }
    }

    /// <summary>Where a database of SQLite is.</summary>
    public string FileOf(string name) => Path.Combine(Data, name + ".db");

    /// <summary>The database of a service, or one that it has besides.</summary>
    /// <param name="name">For example <c>accounts</c>.</param>
    public Database DatabaseOf(string name)
    {
        if (SqlServer is null)
            return Database.Sqlite(FileOf(name));
        var connection = new SqlConnectionStringBuilder(SqlServer);
        connection.InitialCatalog += "_" + name;
        return Database.SqlServer(connection.ToString());
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

    /// <summary>What is given for a setting, on the command line or by its variable; null where nothing is.</summary>
    internal static string? Value(IConfiguration given, string name) =>
        (given[name] ?? given[name.Replace('-', '_')]) is { Length: > 0 } value ? value : null;

    /// <summary>For example <c>LOGISTICS_TOKEN_KEY</c> of <c>token-key</c>.</summary>
    public static string VariableOf(string name) => Prefix + name.Replace('-', '_').ToUpperInvariant();

    static string? Unknown(List<string> variables) => Environment.GetEnvironmentVariables().Keys.Cast<string>().FirstOrDefault(name =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(OfTests, StringComparison.OrdinalIgnoreCase)
        && !variables.Contains(name, StringComparer.OrdinalIgnoreCase));
}
