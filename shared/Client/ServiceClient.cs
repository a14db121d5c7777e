namespace Logistics.Client;

/// <summary>Calls the operations that every service has: its feeds and its log.</summary>
public abstract partial class ServiceClient(ServiceCalls calls, string service)
{
    /// <summary>Name of the service, for example <c>distribution</c>.</summary>
    public string Service { get; } = service;

    protected ServiceCalls Calls { get; } = calls;
}
