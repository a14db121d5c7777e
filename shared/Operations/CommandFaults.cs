using System.Data.Common;

namespace Logistics.Operations;

/// <summary>Turns what stops a command into one line for its operator.</summary>
public static class CommandFaults
{
    /// <summary>Exit status of a command that could not be carried out.</summary>
    public const int Status = 2;

    /// <summary>Runs a command; prints the message of what stopped it. A fault of the program itself keeps its stack trace.</summary>
    /// <param name="errors">Gets the line.</param>
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
