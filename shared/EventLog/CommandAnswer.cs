namespace Logistics.EventLog;

/// <summary>The stored answer to an accepted command, returned again when the caller repeats the command.</summary>
/// <param name="Fingerprint">SHA-256 of the request. The same key with a different fingerprint is a different command.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="Text">Body of the answer.</param>
/// <param name="Seq">Sequence number at the end of the log after the command.</param>
public sealed record CommandAnswer(byte[] Fingerprint, int Status, string Text, long Seq);
