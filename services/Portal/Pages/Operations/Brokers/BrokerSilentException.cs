namespace Logistics.Portal.Pages.Operations.Brokers;

/// <summary>The broker does not answer, or answers with an error. The pages show the message.</summary>
public sealed class BrokerSilentException(string message, Exception cause) : Exception(message, cause);
