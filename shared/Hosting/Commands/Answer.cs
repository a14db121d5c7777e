using Logistics.Hosting.Refusals;

namespace Logistics.Hosting.Commands;

/// <summary>The answer to a command: a body, or the refusal that rolled the command back.</summary>
public class Answer
{
    protected Answer(int status, object? body, Refusal? refusal) => (Status, Body, Refusal) = (status, body, refusal);

    public int Status { get; }

    public object? Body { get; }

    public Refusal? Refusal { get; }

    public static Answer<T> Ok<T>(T body) where T : class => new(200, body, null);

    public static Answer<T> Created<T>(T body) where T : class => new(201, body, null);

    public static implicit operator Answer(Refusal refusal) => new(0, null, refusal);
}

/// <summary>The answer to a command, typed as its route declares.</summary>
public sealed class Answer<T> : Answer where T : class
{
    internal Answer(int status, T? body, Refusal? refusal) : base(status, body, refusal)
    {
    }

    public static implicit operator Answer<T>(Refusal refusal) => new(0, null, refusal);
}
