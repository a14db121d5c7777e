using System.Text;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.Tests.PackingFiles;

/// <summary>Packing lists as senders save them.</summary>
static class Files
{
    internal const string English = "Carton No,SSCC,Product,GTIN,Size,Lot,Expiry,Pieces";

    internal static PackingListReading Read(params string[] lines) => Read(Encoding.UTF8, lines);

    internal static PackingListReading Read(Encoding encoding, params string[] lines) =>
        PackingListReader.Read(new byte[][] { encoding.GetPreamble(), encoding.GetBytes(string.Join("\r\n", lines) + "\r\n") }.SelectMany(b => b).ToArray());

    /// <summary>The rows under the English header.</summary>
    internal static PackingListReading ReadRows(params string[] rows) => Read(new UTF8Encoding(false), [English, .. rows]);

    internal static Encoding Named(string name) => name switch
    {
        "UTF-8 without mark" => new UTF8Encoding(false),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
    };

    /// <summary>Row, column and code of every fault.</summary>
    internal static IEnumerable<string> Faults(this PackingListReading reading) =>
        reading.Faults.Select(fault => $"{fault.Row} {fault.Column} {fault.Fault.Code}");

    internal static object Fact(this RowFault fault, string name) => fault.Fault.Facts.Single(fact => fact.Name == name).Value;
}
