using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Logistics.Hosting;

/// <summary>Sends traces, metrics and logs over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector, and costs nothing where not.</summary>
static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string program)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        var resource = ResourceBuilder.CreateDefault().AddService(program, serviceNamespace: "logistics");
        var traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", "MassTransit", EventLog.Tracing.Source.Name)
            .SetSampler(new ParentBasedSampler(new RequestsOnly()))
            .AddOtlpExporter()
            .Build();
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(EventLog.Measures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "MassTransit", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter());
        // By factory, and resolved by the host: so it disposes them, which sends what is still waiting, for five seconds each.
        builder.Services.AddSingleton(_ => traces);
        builder.Services.AddSingleton(_ => metrics);
    }

    /// <summary>A trace begins with a request of somebody; what programs tell each other every second begins none.</summary>
    sealed class RequestsOnly : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(samplingParameters.Kind == ActivityKind.Server ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
    }
}
