using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Logistics.Hosting.Commands;

namespace Logistics.Hosting.Description;

/// <summary>
/// Reads the instructions of this solution's methods and lists the string literals that they, and the methods they call, may use. Does not follow calls through
/// a base type, an interface or a stored delegate.
/// </summary>
sealed class ReachableCode
{
    static readonly Dictionary<short, OpCode> OpCodeOf = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    readonly HashSet<MethodBase> seen = [];

    /// <summary>Gets the string literals in the code that was followed.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the types of codes read from the path.</summary>
    public HashSet<Type> PathCodes { get; } = [];

    /// <summary>Gets the names of the called methods.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Follows a method and everything that it calls.</summary>
    public void Follow(MethodBase method)
    {
        var waiting = new Stack<MethodBase>([method]);
        while (waiting.TryPop(out var next))
        {
            foreach (var argument in next.IsGenericMethod ? next.GetGenericArguments() : [])
            {
                if (next.Name == nameof(Command.Route))
                    PathCodes.Add(argument);
                if (BodyMadeByCompiler(argument) is { } body)
                    waiting.Push(body);
            }

            Names.Add(next.Name);
            if (!IsOurs(next) || !seen.Add(next))
                continue;
            foreach (var called in Read(next))
                waiting.Push(called);
        }
    }

    /// <summary>Returns the method that holds the code of an iterator or an asynchronous method; null for other types.</summary>
    static MethodInfo? BodyMadeByCompiler(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        ? type.GetMethod("MoveNext", BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)
        : null;

    static bool IsOurs(MethodBase method) => method.DeclaringType?.Assembly.GetName().Name?.StartsWith("Logistics.", StringComparison.Ordinal) == true;

    IEnumerable<MethodBase> Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var operation = OpCodeOf[value];
            at += operation.Size;
            switch (operation.OperandType)
            {
                case OperandType.InlineString:
                    Texts.Add(method.Module.ResolveString(BitConverter.ToInt32(code, at)));
                    break;
                case OperandType.InlineMethod:
                    if (method.Module.ResolveMethod(BitConverter.ToInt32(code, at), typeArguments, methodArguments) is { } called)
                    {
                        yield return called;
                        if (called is ConstructorInfo { DeclaringType: { } made } && BodyMadeByCompiler(made) is { } body)
                            yield return body;
                    }

                    break;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
