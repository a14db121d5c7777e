using Logistics.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Logistics.System.Tests;

/// <summary>Gives each request to the next of several processes that listen; for one that is gone it answers 502.</summary>
sealed class LoadBalancer : IAsyncDisposable
{
    readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    readonly Func<IReadOnlyList<ChildProcess>> processes;
    readonly WebApplication app;
    int turn;

    LoadBalancer(Func<IReadOnlyList<ChildProcess>> processes)
    {
        this.processes = processes;
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Forward);
    }

    public string Address => app.Urls.Single();

    public static async Task<LoadBalancer> Start(Func<IReadOnlyList<ChildProcess>> processes)
    {
        var balancer = new LoadBalancer(processes);
        await balancer.app.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    async Task Forward(HttpContext context)
    {
        try
        {
            var listening = processes().Where(process => process.Listens).ToList();
            if (listening.Count == 0)
                throw new HttpRequestException("None of them listens.");
            var to = await listening[(Interlocked.Increment(ref turn) & int.MaxValue) % listening.Count].Address();
            using var answer = await http.SendAsync(Request(context.Request, to), context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.NonValidated.Where(header => header.Key != "Transfer-Encoding"))
                context.Response.Headers[name] = values.ToArray();
            foreach (var (name, values) in answer.Content.Headers.NonValidated)
                context.Response.Headers[name] = values.ToArray();
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }

    static HttpRequestMessage Request(HttpRequest from, Uri to)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(to, from.Path + from.QueryString));
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(from.Body);
        foreach (var (name, values) in from.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return request;
    }
}
