using System.Net;
using System.Text.RegularExpressions;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages;

/// <summary>Somebody who is signed in and uses pages without JavaScript.</summary>
public sealed partial class AtWork(SignedIn person) : IDisposable
{
    public async Task<Shown> Get(string path) => await Read(await person.Http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Fills in a form of a page and sends it.</summary>
    /// <param name="page">Where the form is.</param>
    /// <param name="action">Where it goes, as <c>?handler=Release</c>; blank for the page itself.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<Shown> Send(string page, string action, params (string Name, string Value)[] fields) =>
        await Post(page + action, [.. Hidden(await WithForm(page)), .. fields]);

    /// <summary>Sends a form again as it was.</summary>
    public async Task<Shown> Post(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Read(await person.Http.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    /// <summary>Sends a form as a script does that wants JSON.</summary>
    public async Task<Shown> Ask(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("application/json");
        return await Read(await person.Http.SendAsync(request));
    }

    public async Task<Shown> Upload(string page, string action, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in Hidden(await Get(page)))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(file), "file", name);
        return await Read(await person.Http.PostAsync(new Uri(page + action, UriKind.Relative), form));
    }

    /// <summary>A page that shows this person no form does not keep them from sending one.</summary>
    async Task<Shown> WithForm(string page) =>
        await Get(page) is var shown && Value(shown, "__RequestVerificationToken").Length > 0 ? shown : await Get("/account");

    /// <summary>The key and the token that every form of a page carries.</summary>
    public static IEnumerable<(string Name, string Value)> Hidden(Shown page) =>
    [
        ("__RequestVerificationToken", Value(page, "__RequestVerificationToken")),
        ("key", Guid.CreateVersion7().ToString()),
    ];

    /// <summary>What a hidden field of a page has.</summary>
    public static string Value(Shown page, string field) =>
        HiddenField().Matches(page.Text).FirstOrDefault(match => match.Groups[1].Value == field) is { } found ? WebUtility.HtmlDecode(found.Groups[2].Value) : "";

    public void Dispose() => person.Dispose();

    static async Task<Shown> Read(HttpResponseMessage answer)
    {
        using (answer)
            return new Shown((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HiddenField();
}

/// <param name="Status">HTTP status.</param>
/// <param name="Text">The page.</param>
/// <param name="Location">Where it sends the browser.</param>
public sealed record Shown(int Status, string Text, string? Location)
{
    /// <summary>The page without its markup, blanks made one.</summary>
    public string Words => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Text, "<[^>]*>", " ", RegexOptions.None, TimeSpan.FromSeconds(5))), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>Itself, when the status is what the test expects.</summary>
    public Shown Expect(int status) => Status == status ? this : throw new InvalidOperationException($"Expected {status} but got {Status}: {Text}");
}
