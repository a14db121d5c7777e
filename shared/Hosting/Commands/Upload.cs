namespace Logistics.Hosting.Commands;

/// <summary>A file sent as the body of a request.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">The sender's name for the file, from <c>?fileName=</c>, or null.</param>
public sealed record Upload(ReadOnlyMemory<byte> Content, string? Name);
