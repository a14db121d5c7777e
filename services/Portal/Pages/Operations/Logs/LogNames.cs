namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>The services that have a log.</summary>
public static class LogNames
{
    public const string Portal = "portal";

    public static IReadOnlyList<string> All { get; } = [.. PortalSlices.Sources, Portal];
}
