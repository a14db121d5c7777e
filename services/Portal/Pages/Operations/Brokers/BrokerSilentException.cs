namespace Logistics.Portal.Pages.Operations.Brokers;

/// <summary>The broker does not answer, or not as it should. The pages say so.</summary>
public sealed class BrokerSilentException(string message, Exception cause) : Exception(message, cause);
