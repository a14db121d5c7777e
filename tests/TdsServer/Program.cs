using System.Diagnostics;
using System.Runtime.InteropServices;
using Logistics.TdsServer;

// Prints the connection string and serves until it is told to end; or runs a command that finds it in its environment, and ends with it.
var told = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
await using var server = await Server.Start();
if (args is [var program, .. var arguments])
{
    var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
    start.Environment["LOGISTICS_TEST_SQLSERVER"] = server.ConnectionString;
    using var command = Process.Start(start)!;
    if (await Task.WhenAny(command.WaitForExitAsync(), told.Task) == told.Task)
        command.Kill(entireProcessTree: true);
    await command.WaitForExitAsync();
    return command.ExitCode;
}

Console.WriteLine(server.ConnectionString);
await told.Task;
return 0;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    told.TrySetResult();
}
