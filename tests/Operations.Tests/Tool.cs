using System.ComponentModel;
using System.Diagnostics;

namespace Logistics.Operations.Tests;

/// <summary>A program of the machine, run to its end.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it complained of.</param>
sealed record Tool(int Status, string Output, string Errors)
{
    /// <summary>Skips the test where the machine does not have the program.</summary>
    public static Task<Tool> RunOrSkip(string program, params IEnumerable<string> arguments)
    {
        try
        {
            return Run(program, arguments);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not on this machine.");
            throw;
        }
    }

    public static async Task<Tool> Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Tool(process.ExitCode, output, await errors);
    }
}
