using System.Globalization;
using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>Lists who did what and when, in every service and to users: by person, by object, or both, newest first.</summary>
public sealed class ListEvents(ServiceClients services, Administration administration, UserStore users) : PageModel
{
    /// <summary>Source of what was done to users.</summary>
    public const string Users = "accounts";

    const int Size = 50;

    Dictionary<string, User> people = new(StringComparer.Ordinal);

    /// <summary>As typed: an id, a name or an email address.</summary>
    public string Person { get; private set; } = "";

    /// <summary>As typed: a code, or a stream.</summary>
    public string About { get; private set; } = "";

    public IReadOnlyCollection<User> People => people.Values;

    public IReadOnlyList<LogEntry> Events { get; private set; } = [];

    /// <summary>Groups what one user did to one object several times in a row.</summary>
    public IEnumerable<IReadOnlyList<LogEntry>> Rows
    {
        get
        {
            var row = new List<LogEntry>();
            foreach (var one in Events)
            {
                if (row.Count > 0 && (row[0].Source, row[0].Type, row[0].Stream, row[0].Actor, row[0].Reason) != (one.Source, one.Type, one.Stream, one.Actor, one.Reason))
                {
                    yield return row;
                    row = [];
                }

                row.Add(one);
            }

            if (row.Count > 0)
                yield return row;
        }
    }

    /// <summary>The services that do not answer.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>Where the next page begins in each log; null on the last page.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? person, string? about, string? before, CancellationToken cancel)
    {
        (Person, About) = (person?.Trim() ?? "", about?.Trim() ?? "");
        people = users.List().ToDictionary(user => user.Id, StringComparer.Ordinal);
        var actor = Person.Length == 0 ? null : IdOf(Person);
        var starts = Starts(before);
        var logs = await Task.WhenAll(services.All.Select(async client => (Name: client.Service, Reply: await client.ListEvents(
            new ListEventsQuery { Actor = actor, About = About, Before = starts.TryGetValue(client.Service, out var start) ? start : null, Limit = Size }, cancel))));
        Silent = [.. logs.Where(log => !log.Reply.Succeeded).Select(log => log.Name)];
        var found = logs.SelectMany(log => log.Reply.Body?.Events ?? []).Concat(OfUsers(actor, starts.GetValueOrDefault(Users, long.MaxValue))).ToList();
        Events = [.. found.OrderByDescending(one => one.At).ThenByDescending(one => one.Seq).Take(Size)];
        Next = found.Count > Events.Count || logs.Any(log => log.Reply.Body is { Before: not null, Events.Count: Size }) ? Ends(starts) : null;
    }

    /// <summary>Returns the name of a user, otherwise the id as it is, for example of a service.</summary>
    public string NameOf(string user) => people.TryGetValue(user, out var known) ? known.Name : user;

    public string NextPage() => QueryHelpers.AddQueryString(
        "/operations/audit",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["person"] = Blank(Person), ["about"] = Blank(About), ["before"] = Next }.Where(part => part.Value is not null));

    static string? Blank(string text) => text.Length == 0 ? null : text;

    string IdOf(string typed) =>
        people.ContainsKey(typed)
            ? typed
            : people.Values.FirstOrDefault(user => string.Equals(user.Name, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(user.Email, typed, StringComparison.OrdinalIgnoreCase))?.Id
                ?? typed;

    /// <summary>Lists what was done to users. They have no streams, so an object is a user.</summary>
    IEnumerable<LogEntry> OfUsers(string? actor, long before) =>
        administration.Events(actor ?? (About.Length > 0 ? IdOf(About) : null), before, Size)
            .Where(one => (actor is null || one.Actor == actor || one.Account == actor) && (About.Length == 0 || one.Account == IdOf(About)))
            .Select(one => new LogEntry(Users, one.Seq, one.Kind, one.Account, one.Actor, one.At, "", null));

    /// <summary>For example <c>intake.12-shipment.7</c>.</summary>
    static Dictionary<string, long> Starts(string? before) =>
        (before ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('.'))
            .Where(part => part.Length == 2 && long.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .GroupBy(part => part[0], StringComparer.Ordinal)
            .ToDictionary(part => part.Key, part => long.Parse(part.First()[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    string Ends(Dictionary<string, long> starts)
    {
        foreach (var log in Events.GroupBy(one => one.Source, StringComparer.Ordinal))
            starts[log.Key] = log.Min(one => one.Seq);
        return string.Join('-', starts.Select(log => $"{log.Key}.{log.Value}"));
    }
}
