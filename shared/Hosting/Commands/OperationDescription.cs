using System.Reflection;
using Logistics.Client;
using Logistics.Hosting.Access;

namespace Logistics.Hosting.Commands;

/// <summary>A route as needed to describe the API.</summary>
/// <param name="Route">Its name and path.</param>
/// <param name="Request">Type of its JSON body; null if it has none.</param>
/// <param name="Query">Type of its query string; null if it has none.</param>
/// <param name="Answer">Type of its JSON answer; null if it answers with a file.</param>
/// <param name="Files">Media types of the file that it takes or answers with.</param>
/// <param name="Roles">Roles that may use it; empty for public routes.</param>
/// <param name="Methods">The code that answers it.</param>
sealed record OperationDescription(
    Route Route, Type? Request, Type? Query, Type? Answer, IReadOnlyList<string> Files, IReadOnlyList<Role> Roles, IReadOnlyList<MethodInfo> Methods)
{
    /// <summary>Gets whether the route is a command.</summary>
    public bool IsCommand => Route.GetType().GetGenericTypeDefinition() is var kind && (kind == typeof(CommandRoute<,>) || kind == typeof(UploadRoute<,>));
}
