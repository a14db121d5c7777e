namespace Logistics.Client.Intake;

/// <summary>Calls Intake: pledges, packing lists and their release.</summary>
public sealed partial class IntakeClient(ServiceCalls calls) : ServiceClient(calls, IntakeRoutes.Service);

/// <summary>Routes of Intake.</summary>
public static partial class IntakeRoutes
{
    /// <summary>Name of the service.</summary>
    public const string Service = "intake";
}
