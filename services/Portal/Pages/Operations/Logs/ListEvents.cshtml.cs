using System.Globalization;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>Who did what, when, in every service and in the accounts: by person, by object, or both; the newest first.</summary>
public sealed class ListEvents(Services services, Administration administration, UserStore accounts) : PageModel
{
    public const string Accounts = "accounts";

    const int Size = 50;

    Dictionary<string, User> people = new(StringComparer.Ordinal);

    /// <summary>As typed: an account, a name or an address.</summary>
    public string Person { get; private set; } = "";

    /// <summary>As typed: a code, or a stream.</summary>
    public string About { get; private set; } = "";

    public IReadOnlyCollection<User> People => people.Values;

    public IReadOnlyList<LoggedEvent> Events { get; private set; } = [];

    /// <summary>The same thing done to the same object again and again by the same account, without anything else between, is one row.</summary>
    public IEnumerable<IReadOnlyList<LoggedEvent>> Rows
    {
        get
        {
            var row = new List<LoggedEvent>();
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

    /// <summary>Where the next page begins in each log; null where this is the last.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? person, string? about, string? before, CancellationToken cancel)
    {
        (Person, About) = (person?.Trim() ?? "", about?.Trim() ?? "");
        people = accounts.List().ToDictionary(account => account.Id, StringComparer.Ordinal);
        var actor = Person.Length == 0 ? null : IdOf(Person);
        var starts = Starts(before);
        var logs = await Task.WhenAll(LogNames.All.Select(async name =>
            (Name: name, Reply: await services.Get<LoggedEvents>(name, Path(actor, starts.GetValueOrDefault(name, long.MaxValue)), cancel))));
        Silent = [.. logs.Where(log => !log.Reply.Succeeded).Select(log => log.Name)];
        var found = logs.SelectMany(log => log.Reply.Body?.Events ?? []).Concat(OfAccounts(actor, starts.GetValueOrDefault(Accounts, long.MaxValue))).ToList();
        Events = [.. found.OrderByDescending(one => one.At).ThenByDescending(one => one.Seq).Take(Size)];
        Next = found.Count > Events.Count || logs.Any(log => log.Reply.Body is { Before: not null, Events.Count: Size }) ? Ends(starts) : null;
    }

    /// <summary>The name of an account, or what stands for it where it has none: a service, a program.</summary>
    public string NameOf(string account) => people.TryGetValue(account, out var known) ? known.Name : account;

    public string NextPage() => QueryHelpers.AddQueryString(
        "/operations/audit",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["person"] = Blank(Person), ["about"] = Blank(About), ["before"] = Next }.Where(part => part.Value is not null));

    static string? Blank(string text) => text.Length == 0 ? null : text;

    string IdOf(string typed) =>
        people.ContainsKey(typed)
            ? typed
            : people.Values.FirstOrDefault(account => string.Equals(account.Name, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(account.Email, typed, StringComparison.OrdinalIgnoreCase))?.Id
                ?? typed;

    string Path(string? actor, long before) => QueryHelpers.AddQueryString(
        "/log/events",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["limit"] = $"{Size}", ["actor"] = actor, ["about"] = Blank(About), ["before"] = before == long.MaxValue ? null : $"{before}" }
            .Where(part => part.Value is not null));

    /// <summary>Accounts have no streams: what is asked about is an account.</summary>
    IEnumerable<LoggedEvent> OfAccounts(string? actor, long before) =>
        administration.Events(actor ?? (About.Length > 0 ? IdOf(About) : null), before, Size)
            .Where(one => (actor is null || one.Actor == actor || one.Account == actor) && (About.Length == 0 || one.Account == IdOf(About)))
            .Select(one => new LoggedEvent { Source = Accounts, Seq = one.Seq, Type = one.Kind, Stream = one.Account, Actor = one.Actor, At = one.At });

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
