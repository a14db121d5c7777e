using System.Diagnostics.CodeAnalysis;
using Logistics.Contracts.Syntax;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Records;

/// <summary>Normalises addresses for comparison, ignoring case and width.</summary>
public sealed class EmailKeys : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name is null ? null : Code.Normalise(name).ToLowerInvariant();

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
