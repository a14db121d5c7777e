namespace Logistics.EventLog;

/// <summary>The first answer to a command that was accepted, for its caller to ask again.</summary>
/// <param name="Fingerprint">SHA-256 of the request: the same key with another request is another command.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">Body of the answer.</param>
/// <param name="Seq">End of the log after the command.</param>
public sealed record CommandAnswer(byte[] Fingerprint, int Status, string Text, long Seq);
