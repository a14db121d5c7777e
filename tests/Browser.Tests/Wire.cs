using System.Net;
using System.Net.Sockets;

namespace Logistics.Browser.Tests;

/// <summary>The network between a telephone and the system. It can be cut: nobody answers then, at the same address.</summary>
sealed class Wire(Uri system) : IAsyncDisposable
{
    readonly List<Task> carrying = [];
    CancellationTokenSource cut = new();
    TcpListener? listener;
    int port;

    public string Address => $"http://127.0.0.1:{port}";

    public Wire Mend()
    {
        cut = new CancellationTokenSource();
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        carrying.Add(Accept(listener, cut.Token));
        return this;
    }

    public async Task Cut()
    {
        await cut.CancelAsync();
        listener?.Stop();
        Task[] ended;
        lock (carrying)
        {
            ended = [.. carrying];
            carrying.Clear();
        }

        await Task.WhenAll(ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await Cut();
        cut.Dispose();
        listener?.Dispose();
    }

    async Task Accept(TcpListener from, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var near = await from.AcceptTcpClientAsync(end);
            lock (carrying)
                carrying.Add(Carry(near, end));
        }
    }

    async Task Carry(TcpClient near, CancellationToken end)
    {
        using var one = near;
        using var far = new TcpClient();
        await far.ConnectAsync(system.Host, system.Port, end);
        var (here, there) = (near.GetStream(), far.GetStream());
        await Task.WhenAny(here.CopyToAsync(there, end), there.CopyToAsync(here, end));
    }
}
