using System.CommandLine;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting;
using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;
using Logistics.Operations;
using Spectre.Console;

namespace Logistics.AllInOne.Demos;

/// <summary><c>demo</c>: starts the system empty, plays the donation of May 2020 through its HTTP API and shows where every piece is.</summary>
static class DemoCommand
{
    public static Command Define()
    {
        var data = new Option<string?>("--data") { Description = "Folder in which the demo's folder is created." };
        var database = new Option<string?>("--database") { Description = "SQL Server, Server=db;Database=logistics;…; SQLite files by default." };
        var tokenKey = new Option<string?>("--token-key") { Description = "PEM file of the key that signs tokens; by default in the demo's folder." };
        var exit = new Option<bool>("--exit") { Description = "Exit after the balance; status 0 only if every invariant holds." };
        var resume = new Option<bool>("--resume") { Description = "Resume an interrupted demo." };
        var json = new Option<FileInfo?>("--json") { Description = "Write the balance to this file." };
        var urls = new Option<string?>("--urls") { Description = "Address to serve at." };
        var intake = new Option<string?>("--intake") { Description = "Play against services that run elsewhere: address of intake." };
        var shipment = new Option<string?>("--shipment") { Description = "Address of shipment." };
        var distribution = new Option<string?>("--distribution") { Description = "Address of distribution." };
        var tracking = new Option<string?>("--tracking") { Description = "Address of tracking." };
        var portal = new Option<string?>("--portal") { Description = "Address of the portal." };
        var demo = new Command("demo", "Plays the donation of May 2020 and shows where every piece is.")
        {
            data, database, tokenKey, exit, resume, json, urls, intake, shipment, distribution, tracking, portal,
        };
        demo.Validators.Add(result =>
        {
            Option<string?>[] addresses = [intake, shipment, distribution, tracking, portal];
            var remote = addresses.Count(option => result.GetValue(option) is not null);
            if (addresses.Any(option => result.GetValue(option) is { } address && !Uri.TryCreate(address, UriKind.Absolute, out _)))
                result.AddError("Write addresses in the form http://127.0.0.1:5081.");
            if (remote > 0 && remote < addresses.Length)
                result.AddError("Give all of --intake, --shipment, --distribution, --tracking and --portal, or none.");
            if (remote > 0 && result.GetValue(tokenKey) is null)
                result.AddError("Services that run elsewhere need --token-key, the key that signs their tokens.");
        });
        demo.SetAction((parsed, cancel) => CommandFaults.Tell(parsed.InvocationConfiguration.Error, async () =>
        {
            if (parsed.GetValue(intake) is { } at)
            {
                using var remote = new DemoApi(
                    new Dictionary<string, Uri>(StringComparer.Ordinal)
                    {
                        ["intake"] = new(at),
                        ["shipment"] = new(parsed.GetValue(shipment)!),
                        ["distribution"] = new(parsed.GetValue(distribution)!),
                        ["tracking"] = new(parsed.GetValue(tracking)!),
                        ["portal"] = new(parsed.GetValue(portal)!),
                    },
                    Tokens.FromFile(parsed.GetValue(tokenKey)!, TimeProvider.System));
                return await Play(remote, parsed.GetValue(json), cancel) ? 0 : 1;
            }

            var address = parsed.GetValue(urls) ?? Addresses.Free();
            ServingAddress.Check(address);
            var folder = DemoFolder.Prepare(parsed.GetValue(data), parsed.GetValue(resume));
            string[] arguments = [$"--data={folder}", $"--urls={address}", "--Logging:LogLevel:Default=Warning"];
            var others = new[] { ("token-key", parsed.GetValue(tokenKey)), ("database", parsed.GetValue(database)) }
                .Where(given => given.Item2 is not null)
                .Select(given => $"--{given.Item1}={given.Item2}");
            await using var app = LogisticsHost.Build([.. arguments, .. others], AllServices.Define());
            if (!parsed.GetValue(resume) && DemoApi.Services.Any(name => app.Services.GetRequiredKeyedService<Log>(name).Head > 0))
                throw new InvalidOperationException("These databases are not empty. Create new ones, or resume the demo in them with --resume.");
            DemoUsers.Prepare(app.Services, folder);
            await app.StartAsync(cancel);
            var serving = new Uri(app.Urls.Single());
            AnsiConsole.WriteLine($"Serving at {serving} from {folder}");
            using var api = new DemoApi(DemoApi.Services.ToDictionary(name => name, _ => serving, StringComparer.Ordinal), app.Services.GetRequiredService<Tokens>());
            try
            {
                var held = await Play(api, parsed.GetValue(json), cancel);
                if (!parsed.GetValue(exit))
                {
                    AnsiConsole.WriteLine($"Look at {serving} and sign in at {serving}account/sign-in – it goes on serving until Ctrl+C.");
                    await app.WaitForShutdownAsync(cancel);
                }

                return held ? 0 : 1;
            }
            finally
            {
                await app.StopAsync(CancellationToken.None);
            }
        }));
        return demo;
    }

    static async Task<bool> Play(DemoApi api, FileInfo? json, CancellationToken cancel)
    {
        var breaches = new List<string>();
        var sheet = BalanceSheet.Empty;
        await DemoProgress.Show(May2020.Steps, async step =>
        {
            await step.Play(api, cancel);
            sheet = await api.Balances(cancel);
            breaches.AddRange(sheet.Breaches(May2020.Pledged).Select(breach => $"{step.Title}: {breach}"));
        });
        AnsiConsole.Write(sheet.Table());
        foreach (var breach in breaches)
            AnsiConsole.MarkupLineInterpolated($"[red]{breach}[/]");
        if (json is not null)
            await File.WriteAllTextAsync(json.FullName, sheet.Json(), cancel);
        return breaches.Count == 0;
    }
}
