using System.Net;
using System.Net.Sockets;

namespace Logistics.AllInOne;

/// <summary>Where to serve.</summary>
static class Addresses
{
    public const string Usual = "http://127.0.0.1:5080";

    /// <summary>The usual address, or any free port where somebody else has it.</summary>
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
