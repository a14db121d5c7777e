using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Logistics.Testing;

/// <summary>Runs one of the real programs as built with these tests; killed when the test ends.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    const string Listening = "Now listening on: ";

    readonly Process process;
    readonly StringBuilder output = new();
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The program ended before it listened: " + Output));
    }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static ChildProcess Start(string program, params IEnumerable<string> arguments) => Start(program, new Dictionary<string, string>(), arguments);

    /// <param name="program">For example <c>AllInOne</c>.</param>
    /// <param name="environment">Variables in addition to those of these tests.</param>
    /// <param name="arguments">On its command line.</param>
    public static ChildProcess Start(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        StartIn(FolderOf(program), program, environment, arguments);

    /// <summary>Returns the folder in which a program was built.</summary>
    public static string FolderOf(string program)
    {
        // The last folders of where these tests were built: bin, configuration, framework.
        var bin = Path.Combine(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..]);
        return Path.Combine(SourceTree.Root, "services", program, bin);
    }

    /// <summary>Starts a program in a copy of the folder in which it was built.</summary>
    public static ChildProcess StartIn(string folder, string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(folder, $"Logistics.{program}.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Where it serves, as soon as it says so.</summary>
    public Task<Uri> Address() => address.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public bool Listens => address.Task.IsCompletedSuccessfully;

    public bool HasEnded => process.HasExited;

    /// <exception cref="TimeoutException">It did not end in five minutes.</exception>
    public async Task<int> End()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return process.ExitCode;
    }

    /// <summary>SIGTERM, with which a program is told to end.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>SIGKILL, and gone when this returns.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }

    void Read(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
