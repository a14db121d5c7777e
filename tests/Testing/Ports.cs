using System.Net;
using System.Net.Sockets;

namespace Logistics.Testing;

public static class Ports
{
    /// <summary>Below the range from which Linux and Windows take the ports of outgoing connections and of listeners on port 0.</summary>
    const int First = 20_000, Last = 32_000;

    /// <summary>Locks on the ports given out, which the operating system releases when the process ends.</summary>
    static readonly List<FileStream> Locks = [];

    /// <summary>Reserves loopback ports for programs that must know each other's ports before they start. No other test gets them, in this process or another.</summary>
    public static int[] Free(int count)
    {
        lock (Locks)
            return [.. Enumerable.Range(First, Last - First).Where(IsFree).Take(count)];
    }

    /// <summary>Takes a loopback port on which every connection is refused until the caller disposes of the socket.</summary>
    public static Socket Refusing()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    public static int Port(this Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    static bool IsFree(int port)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "logistics-test-ports"));
        FileStream? held = null;
        try
        {
            held = new FileStream(Path.Combine(folder.FullName, $"{port}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            held?.Dispose();
            return false;
        }

        Locks.Add(held);
        return true;
    }
}
