using System.Data.Common;

namespace Logistics.Operations;

/// <summary>Reports the failure of a command to its operator in one line.</summary>
public static class CommandFaults
{
    /// <summary>Exit status of a command that failed.</summary>
    public const int Status = 2;

    /// <summary>Runs a command and prints the message of an expected failure. A defect of the program keeps its stack trace.</summary>
    /// <param name="errors">Receives the line.</param>
    /// <param name="run">Returns the exit status.</param>
    public static async Task<int> Tell(TextWriter errors, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or DbException or HttpRequestException)
        {
            await errors.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
            return Status;
        }
    }
}
