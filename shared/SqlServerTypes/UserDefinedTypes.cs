namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is written. Microsoft.Data.SqlClient asks of each parameter whether it is one; here none is.</summary>
public enum Format
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>By its fields.</summary>
    Native = 1,

    /// <summary>By itself.</summary>
    UserDefined = 2,
}

/// <summary>A type that writes itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Marks a type as one of the database's.</summary>
/// <param name="format">How it is written.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public bool IsByteOrdered { get; set; }

    public bool IsFixedLength { get; set; }

    public int MaxByteSize { get; set; }

    public string? Name { get; set; }

    public string? ValidationMethodName { get; set; }
}

/// <summary>A type is said to be one of the database's, and is not.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message) : base(message)
    {
    }

    public InvalidUdtException(string message, Exception inner) : base(message, inner)
    {
    }
}
