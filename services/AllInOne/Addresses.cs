using System.Net;
using System.Net.Sockets;

namespace Logistics.AllInOne;

/// <summary>Chooses the address to serve at.</summary>
static class Addresses
{
    public const string Usual = "http://127.0.0.1:5080";

    /// <summary>Returns the usual address, or any free port if the usual one is taken.</summary>
    public static string Free()
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, new Uri(Usual).Port);
            probe.Start();
            return Usual;
        }
        catch (SocketException)
        {
            return "http://127.0.0.1:0";
        }
    }
}
