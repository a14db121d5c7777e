using System.Diagnostics;

namespace Logistics.TdsServer;

/// <summary>
/// A PostgreSQL of its own in a temporary folder, reached by a socket in that folder. A small shell starts it and reads from this process;
/// when this process ends, however it ends, the shell sees the end of its input, stops PostgreSQL and deletes the folder.
/// </summary>
sealed class Postgres : IAsyncDisposable
{
    const string Shell =
        """
        trap '' INT TERM HUP PIPE
        folder=$(mktemp -d) && cd "$folder" || exit 1
        if {
            initdb --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync &&
                pg_ctl --pgdata=data --log=log --wait start --options="-c listen_addresses='' -c unix_socket_directories='$folder' \
                    -c max_connections=400 -c deadlock_timeout=100ms -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off"
        } > start 2>&1; then
            echo "$folder"
            cat > /dev/null
            pg_ctl --pgdata=data --mode=immediate stop > stop 2>&1
        else
            cat start log >&2
        fi
        cd / && rm -rf "$folder"
        """;

    readonly Process shell;

    Postgres(Process shell, string folder) => (this.shell, Folder) = (shell, folder);

    /// <summary>Where its socket is.</summary>
    public string Folder { get; }

    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it does not start; the message has what it said.</exception>
    public static async Task<Postgres> Start()
    {
        // PostgreSQL refuses to run as root; its package makes a user for it.
        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        string[] command = [.. user, "/bin/sh", "-c", Shell];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["PATH"] = $"{Programs()}:{start.Environment["PATH"]}";
        var started = Process.Start(start)!;
        if (await started.StandardOutput.ReadLineAsync() is { } folder)
            return new Postgres(started, folder);
        throw new InvalidOperationException($"PostgreSQL does not run here: {await started.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    /// <summary>Debian keeps those of each version in a folder that is not on the path.</summary>
    static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderBy(version => int.Parse(Path.GetFileName(version))).Select(version => Path.Combine(version, "bin")).LastOrDefault()
        : null;
}
