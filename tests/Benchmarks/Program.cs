using Logistics.Benchmarks;
using Logistics.Testing;

if (args is ["pages", ..])
{
    await PageTimes.Run(args.Length > 1 ? int.Parse(args[1]) : 30);
    return 0;
}

if (args is not ["broker", ..])
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- broker [events] [in flight], or -- pages [rounds]");
    return 1;
}

var events = args.Length > 1 ? int.Parse(args[1]) : 20_000;
Load.InFlight = args.Length > 2 ? int.Parse(args[2]) : Load.InFlight;
await using var broker = await RabbitNode.Start();
Console.WriteLine($"{Environment.ProcessorCount} processors, RabbitMQ on loopback, quorum queues, {events:N0} events, {Load.InFlight} in flight, body of {Gift.SampleBody().Length} bytes");

var raw = await RawClient.Run(broker.Address, events);
var massTransit = await MassTransitAlone.Run(broker.Address, events);
await using var pair = await TwoServices.Start(broker);
var system = await pair.Saturate(events);
var http = await pair.SaturateOverHttp(events / 4);
var (p50, p99) = await pair.Latency(perSecond: 500, seconds: 6);

Console.WriteLine();
Console.WriteLine("| one event from …                                                        | events/s | of (a) | of (b) |");
Console.WriteLine("|--------------------------------------------------------------------------|---------:|-------:|-------:|");
Row("(a) RabbitMQ.Client: publish with confirm → consumed and acked            ", raw);
Row("(b) MassTransit: send with confirm → consumed and acked                   ", massTransit);
Row("(c) this system: command decided and durable → applied and durable there  ", system);
Row("(d) the same from HTTP with token and JSON, client in the same process    ", http);
Console.WriteLine();
Console.WriteLine($"(c) at 500 commands/s, open loop, from the due time of the command to durable in the follower: p50 {p50:0.0} ms, p99 {p99:0.0} ms");
return 0;

void Row(string what, double rate) => Console.WriteLine($"| {what}| {rate,8:N0} | {rate / raw,6:0.00} | {rate / massTransit,6:0.00} |");
