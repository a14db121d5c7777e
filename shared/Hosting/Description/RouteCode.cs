using System.Reflection;
using Logistics.Client;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Hosting.Description;

/// <summary>Determines the possible answers of a route from the code behind it.</summary>
sealed class RouteCode
{
    readonly ReachableCode code = new();
    readonly bool isPublic;

    /// <param name="operation">The route.</param>
    /// <param name="edge">The method that receives its requests.</param>
    public RouteCode(OperationDescription operation, MethodInfo edge)
    {
        isPublic = operation.Roles.Count == 0;
        foreach (var method in operation.Methods.Prepend(edge))
            code.Follow(method);
        if (operation.Request is not null)
            code.Follow(typeof(RequestJson).GetMethod(nameof(RequestJson.Read))!);
        var types = new HashSet<Type>(code.PathCodes);
        foreach (var type in new[] { operation.Request, operation.Query }.OfType<Type>())
            Collect(type, types);
        foreach (var (_, property) in operation.Query is null ? [] : QueryText.Parameters(operation.Query))
            code.Texts.UnionWith(QueryText.Fault(property.PropertyType) is { } fault ? [fault] : []);
        foreach (var type in types.Where(type => type is { IsValueType: true, ContainsGenericParameters: false } && ValueSchema.IsCode(type)))
            code.Follow(type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static)!);
    }

    /// <summary>Gets whether the route may answer 201 Created.</summary>
    public bool Creates => code.Names.Contains(nameof(Answer.Created));

    /// <summary>Lists the codes of its problems by status, in the order of their names.</summary>
    public ILookup<int, string> Problems(RefusalTexts texts) =>
        texts.Codes.Where(one => code.Texts.Contains(one) && !one.StartsWith("status-", StringComparison.Ordinal))
            .Where(one => !isPublic || one != "token-required")
            .Order(StringComparer.Ordinal)
            .ToLookup(texts.StatusOf);

    static void Collect(Type type, HashSet<Type> types)
    {
        if (type.Namespace?.StartsWith("Logistics", StringComparison.Ordinal) == true && types.Add(type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Collect(property.PropertyType, types);
        }

        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
            Collect(argument, types);
    }
}
