using System.Reflection;
using Logistics.Client;
using Logistics.Hosting.Access;

namespace Logistics.Hosting.Commands;

/// <summary>What the description of the API needs to know of a route.</summary>
/// <param name="Route">Its name and path.</param>
/// <param name="Request">Type of its JSON body; null if it has none.</param>
/// <param name="Query">Type of its query string; null if it has none.</param>
/// <param name="Answer">Type of its JSON answer; null if it answers with a file.</param>
/// <param name="Files">Media types of the file that it takes or answers with.</param>
/// <param name="Roles">Who may use it; empty for everybody.</param>
/// <param name="Methods">The code that answers it.</param>
sealed record OperationDescription(
    Route Route, Type? Request, Type? Query, Type? Answer, IReadOnlyList<string> Files, IReadOnlyList<Role> Roles, IReadOnlyList<MethodInfo> Methods)
{
    /// <summary>Whether it changes something.</summary>
    public bool IsCommand => Route.GetType().GetGenericTypeDefinition() is var kind && (kind == typeof(CommandRoute<,>) || kind == typeof(UploadRoute<,>));
}
