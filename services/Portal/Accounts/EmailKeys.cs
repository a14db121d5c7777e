using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Accounts;

/// <summary>How addresses are compared: in any case and width.</summary>
public sealed class EmailKeys : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name?.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
