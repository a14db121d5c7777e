namespace Logistics.Portal.Users.Access;

/// <summary>Makes a browser recognisable to its owner, and no more than that.</summary>
static class Browsers
{
    static readonly (string Mark, string Name)[] Programs =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>For example <c>Safari, iPhone</c>; blank for what is not known.</summary>
    public static string Summary(string agent) => string.Join(", ", new[] { Programs, Systems }
        .Select(known => known.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name)
        .Where(name => name is not null));
}
