namespace Logistics.Hosting.Commands;

/// <summary>A file that is the body of a request.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">What its sender calls it, from <c>?fileName=</c>; null where it has no name.</param>
public sealed record Upload(ReadOnlyMemory<byte> Content, string? Name);
