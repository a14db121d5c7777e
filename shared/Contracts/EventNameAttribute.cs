namespace Logistics.Contracts;

/// <summary>The name and version under which an event is stored and published. It never changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
