using System.CommandLine;
using Logistics.AllInOne;
using Logistics.AllInOne.Demos;
using Logistics.Portal;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Hosting;
using Logistics.ServiceDefaults.Operations;
using Microsoft.Extensions.Configuration;

var data = new Option<string?>("--data") { Description = "Folder of the databases.", Recursive = true };
var database = new Option<string?>("--database") { Description = "SQL Server, Server=db;Database=logistics;…; files in the data folder where none is given.", Recursive = true };
var urls = new Option<string?>("--urls") { Description = "Address to serve at; http://127.0.0.1:5080 where none is given." };
var tokenKey = new Option<string?>("--token-key") { Description = "PEM file of the key that signs tokens; in the data folder where none is given.", Recursive = true };
var broker = new Option<string?>("--broker") { Description = "RabbitMQ, amqp://user:password@host:5672; inside the process where none is given." };

var root = new RootCommand("Donated goods from the pledge to the hospital: all four services in one process.") { data, database, urls, tokenKey, broker };
root.SetAction(async (parsed, cancel) =>
{
    var arguments = new[] { ("data", parsed.GetValue(data)), ("database", parsed.GetValue(database)), ("urls", parsed.GetValue(urls) ?? Addresses.Usual), ("token-key", parsed.GetValue(tokenKey)), ("broker", parsed.GetValue(broker)) };
    await using var app = LogisticsHost.Build([.. arguments.Where(a => a.Item2 is not null).Select(a => $"--{a.Item1}={a.Item2}")], AllServices.Define());
    await app.RunAsync(cancel);
    return 0;
});

root.Add(DemoCommand.Define(data, database, tokenKey));

var role = new Option<Role>("--role") { Description = "foundation, coordinator, association, auditor or admin.", Required = true };
var organisation = new Option<string>("--org") { Description = "Organisation; for an association its code, 01 to 47.", DefaultValueFactory = _ => "local" };
var account = new Option<string>("--account") { Description = "Account id.", DefaultValueFactory = _ => "local" };
var hours = new Option<int>("--hours") { Description = "Valid for so many hours.", DefaultValueFactory = _ => 8 };
var token = new Command("token", "Prints a bearer token, signed with the key in the data folder.") { role, organisation, account, hours };
token.SetAction(parsed =>
{
    var configuration = new ConfigurationBuilder()
        .AddEnvironmentVariables(Settings.Prefix)
        .AddInMemoryCollection([new("data", parsed.GetValue(data)), new("token-key", parsed.GetValue(tokenKey))])
        .Build();
    var settings = Settings.Read(configuration, PortalSettings.Names);
    if (settings.TokenKey is not { } key)
        throw new InvalidOperationException("Name the key to sign with: --token-key.");
    Console.WriteLine(Tokens.FromFile(key, TimeProvider.System).Sign(
        new Caller(parsed.GetValue(account)!, parsed.GetValue(role), parsed.GetValue(organisation)!), TimeSpan.FromHours(parsed.GetValue(hours))));
});
root.Add(token);

OperatorCommands.AddTo(root, AllServices.Define(), Addresses.Usual);

return await LogisticsProgram.Run(root, args);
