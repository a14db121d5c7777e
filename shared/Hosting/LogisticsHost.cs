using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Access;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Description;
using Logistics.Hosting.Configuration;
using Logistics.Hosting.Health;
using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting;

/// <summary>Hosts one or more services in a process.</summary>
public static class LogisticsHost
{
    /// <summary>Time allowed for requests in progress when the program is told to stop. Supervisors kill it after 30 seconds at the earliest.</summary>
    public static readonly TimeSpan Finishing = TimeSpan.FromSeconds(25);

    /// <summary>Settings of ASP.NET Core that define the program's addresses.</summary>
    static readonly string[] Addresses = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <inheritdoc cref="Build(string[], IReadOnlyList{ServiceDefinition}, string)"/>
    public static WebApplication Build(string[] args, params IReadOnlyList<ServiceDefinition> services) => Build(args, services, null);

    /// <param name="args">Settings, <c>--name=value</c>.</param>
    /// <param name="services">Services to host.</param>
    /// <param name="usual">Default address; null for that of ASP.NET Core.</param>
    /// <exception cref="InvalidOperationException">A setting is invalid; the message names it.</exception>
    public static WebApplication Build(string[] args, IReadOnlyList<ServiceDefinition> services, string? usual)
    {
        DapperTypes.Register();
        var builder = WebApplication.CreateBuilder(args);
        if (usual is not null && Addresses.All(name => builder.Configuration[name] is null))
            builder.WebHost.UseUrls(usual);
        var settings = Settings.Read(Settings.Gather(given => given.AddCommandLine(args)), services.SelectMany(service => service.Settings));
        settings.MakeFolder();

        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Finishing);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        if (settings.SqlServer is null)
            builder.Services.AddSingleton(_ => DataFolder.Share(settings.Data));
        builder.Services.AddTokens(settings);
        var texts = new RefusalTexts(services.Select(service => service.Assembly));
        builder.Services.AddSingleton(texts);
        builder.Services.AddSingleton<Problems>();
        // The schemas of the description follow the JSON options that requests and answers use.
        builder.Services.ConfigureHttpJsonOptions(options => ApiDescription.Follow(options.SerializerOptions));
        foreach (var service in services)
        {
            builder.Services.AddKeyedSingleton(service.Name, (provider, _) => Databases.OpenLog(
                service, settings, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Log>>()));
            ApiDescription.AddTo(builder.Services, service, texts);
        }

        builder.Services.AddReadiness(settings, services);
        builder.AddBroker(settings, services);
        foreach (var build in services.SelectMany(service => service.Builders))
            build(builder, settings);
        builder.AddTelemetry(string.Join('+', services.Select(service => service.Name)));

        var app = builder.Build();
        app.Services.GetService<DataFolder>();
        var problems = app.Services.GetRequiredService<Problems>();
        app.UseStatusCodePages(page => page.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => problems.Of(new Refusal("not-found"), page.HttpContext.Request).ExecuteAsync(page.HttpContext),
            StatusCodes.Status405MethodNotAllowed => problems.Of(new Refusal("method-not-allowed"), page.HttpContext.Request).ExecuteAsync(page.HttpContext),
            _ => Task.CompletedTask,
        });
        app.UseExceptionHandler(unexpected => unexpected.Run(context => problems.Of(new Refusal("unexpected"), context.Request).ExecuteAsync(context)));
        foreach (var use in services.SelectMany(service => service.Pipelines))
            use(app);
        app.MapOpenApi("/{documentName}/openapi.json");
        app.MapReadiness();
        foreach (var service in services)
        {
            var log = app.Services.GetRequiredKeyedService<Log>(service.Name);
            Feeds.Map(service, app.Services);
            Logs.Map(service, log, new Verification(log, app.Services.GetRequiredService<ILogger<Verification>>(), app.Lifetime.ApplicationStopping));
            foreach (var gauge in service.Gauges)
                log.Measures.Gauge(gauge.Name, gauge.Unit, gauge.Description, () => Observe(gauge, log));
            new Endpoints(service, log, app.Services.GetRequiredService<Tokens>(), problems).Map(app);
        }

        return app;
    }

    static List<Measurement<long>> Observe(Gauge gauge, Log log)
    {
        using var connection = log.Database.Open();
        return [.. gauge.Observe(connection, log.Clock.GetUtcNow())];
    }
}
