using System.CommandLine;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Logistics.Operations;

using Command = System.CommandLine.Command;

namespace Logistics.AllInOne;

/// <summary><c>token</c>: prints a token for calling the API by hand.</summary>
static class TokenCommand
{
    public static Command Define(IReadOnlyList<ServiceDefinition> services)
    {
        var role = new Option<Role>("--role") { Description = "foundation, coordinator, association, auditor or admin.", Required = true };
        var organisation = new Option<string>("--org") { Description = "Organisation; for an association, its code from 01 to 47.", DefaultValueFactory = _ => "local" };
        var account = new Option<string>("--account") { Description = "Account id.", DefaultValueFactory = _ => "local" };
        var hours = new Option<int>("--hours") { Description = "Lifetime in hours.", DefaultValueFactory = _ => 8 };
        var token = new Command("token", "Prints a bearer token, signed with the key in the data folder.") { role, organisation, account, hours };
        return OperatorCommands.Define(token, services, (parsed, configuration, say) =>
        {
            var settings = Settings.Read(configuration, services.SelectMany(service => service.Settings));
            settings.MakeFolder();
            var key = settings.TokenKey ?? throw new InvalidOperationException("Set --token-key to the key that signs tokens.");
            say.WriteLine(Tokens.FromFile(key, TimeProvider.System).Sign(
                new Caller(parsed.GetValue(account)!, parsed.GetValue(role), parsed.GetValue(organisation)!), TimeSpan.FromHours(parsed.GetValue(hours))));
            return Task.FromResult(0);
        });
    }
}
