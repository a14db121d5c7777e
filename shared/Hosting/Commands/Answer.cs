using Logistics.Hosting.Refusals;

namespace Logistics.Hosting.Commands;

/// <summary>What a command answers: a body, or the refusal by which nothing was kept.</summary>
public sealed class Answer
{
    Answer(int status, object? body, Refusal? refusal) => (Status, Body, Refusal) = (status, body, refusal);

    public int Status { get; }

    public object? Body { get; }

    public Refusal? Refusal { get; }

    public static Answer Ok(object body) => new(200, body, null);

    public static Answer Created(object body) => new(201, body, null);

    public static implicit operator Answer(Refusal refusal) => new(0, null, refusal);
}
