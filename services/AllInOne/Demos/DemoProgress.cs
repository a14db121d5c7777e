using Spectre.Console;

namespace Logistics.AllInOne.Demos;

/// <summary>Shows progress as a bar on a terminal, and as one line for each step elsewhere.</summary>
static class DemoProgress
{
    public static async Task Show(IReadOnlyList<DemoStep> steps, Func<DemoStep, Task> play)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                AnsiConsole.WriteLine($"[{i + 1}/{steps.Count}] {steps[i].Title}");
                await play(steps[i]);
            }

            return;
        }

        await AnsiConsole.Progress().Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn()).StartAsync(async context =>
        {
            var bar = context.AddTask("", maxValue: steps.Count);
            foreach (var step in steps)
            {
                bar.Description = Markup.Escape(step.Title);
                await play(step);
                bar.Increment(1);
            }
        });
    }
}

/// <param name="Title">The step in words.</param>
/// <param name="Play">Plays the step; repeating it with the same keys changes nothing.</param>
sealed record DemoStep(string Title, Func<DemoApi, CancellationToken, Task> Play);
