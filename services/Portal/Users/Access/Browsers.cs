namespace Logistics.Portal.Users.Access;

/// <summary>Describes a browser just enough for its owner to recognise it.</summary>
static class Browsers
{
    static readonly (string Mark, string Name)[] Programs =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Returns for example <c>Safari, iPhone</c>; unknown parts are omitted.</summary>
    public static string Summary(string agent) => string.Join(", ", new[] { Programs, Systems }
        .Select(known => known.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name)
        .Where(name => name is not null));
}
