using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Logistics.Operations.Tests;

/// <summary>An endpoint for OTLP over HTTP in protobuf, which keeps everything, and of every span what these tests ask for.</summary>
sealed class OtlpCollector : IAsyncDisposable
{
    /// <param name="Program">The resource's <c>service.name</c>.</param>
    /// <param name="Scope">Name of the activity source.</param>
    /// <param name="Trace">In hexadecimal digits.</param>
    /// <param name="Name">What was done.</param>
    public sealed record Span(string Program, string Scope, string Trace, string Name);

    readonly ConcurrentQueue<Span> spans = [];
    readonly ConcurrentQueue<string> received = [];
    readonly WebApplication app;

    OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        app = builder.Build();
        app.MapPost("/v1/{kind}", async (string kind, HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            if (kind == "traces")
                Read(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public IReadOnlyCollection<Span> Spans => [.. spans];

    /// <summary>Everything that was sent, of traces, metrics and logs; what is ASCII in it can be read.</summary>
    public string Everything => string.Concat(received);

    /// <summary>What a program needs in its environment to send here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
    };

    public static async Task<OtlpCollector> Start()
    {
        var collector = new OtlpCollector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>ExportTraceServiceRequest of opentelemetry-proto 1.x, by the numbers of its fields.</summary>
    void Read(byte[] request)
    {
        foreach (var resource in Fields(request, 1))
        {
            var program = Fields(resource, 1).SelectMany(attributes => Fields(attributes, 1))
                .Where(attribute => Text(attribute, 1) == "service.name")
                .Select(attribute => Text(Fields(attribute, 2).Single(), 1))
                .Single();
            foreach (var scope in Fields(resource, 2))
            {
                var source = Text(Fields(scope, 1).Single(), 1);
                foreach (var span in Fields(scope, 2))
                    spans.Enqueue(new Span(program, source, Convert.ToHexStringLower(Fields(span, 1).Single().Span), Text(span, 5)));
            }
        }
    }

    static string Text(ReadOnlyMemory<byte> message, int number) => Encoding.UTF8.GetString(Fields(message, number).Single().Span);

    /// <summary>The length-delimited fields of a message that have a number.</summary>
    static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        while (message.Length > 0)
        {
            var key = Number(ref message);
            switch (key & 7)
            {
                case 0:
                    Number(ref message);
                    break;
                case 1:
                    message = message[8..];
                    break;
                case 2:
                    var length = (int)Number(ref message);
                    if (key >> 3 == (ulong)number)
                        found.Add(message[..length]);
                    message = message[length..];
                    break;
                default:
                    message = message[4..];
                    break;
            }
        }

        return found;
    }

    static ulong Number(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message.Span[0];
            message = message[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
