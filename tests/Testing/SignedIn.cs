using System.Net;
using System.Text.RegularExpressions;

namespace Logistics.Testing;

/// <summary>Somebody who has signed in at the portal with the page's own form, as a browser would.</summary>
public sealed partial class SignedIn : IDisposable
{
    readonly HttpClientHandler handler;

    SignedIn(Uri address)
    {
        handler = new HttpClientHandler { AllowAutoRedirect = false };
        Http = new HttpClient(handler) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public IEnumerable<Cookie> Cookies => handler.CookieContainer.GetCookies(Http.BaseAddress!);

    /// <exception cref="InvalidOperationException">The portal did not let them in.</exception>
    public static async Task<SignedIn> As(string email, string password, string address)
    {
        var person = new SignedIn(new Uri(address));
        using var answer = await person.Send("/account/sign-in", ("email", email), ("password", password));
        return answer.StatusCode == HttpStatusCode.Found
            ? person
            : throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Not signed in; keeps cookies all the same.</summary>
    public static SignedIn Nobody(string address) => new(new Uri(address));

    /// <summary>Opens a page and sends its form with these fields and what the page hides in it.</summary>
    /// <param name="page">Address of the page.</param>
    /// <param name="fields">What the person fills in.</param>
    public async Task<HttpResponseMessage> Send(string page, params (string Name, string Value)[] fields)
    {
        var shown = await Http.GetStringAsync(new Uri(page, UriKind.Relative));
        var hidden = Hidden().Matches(shown).Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Where(field => Array.TrueForAll(fields, given => given.Name != field.Name))
            .DistinctBy(field => field.Name);
        using var form = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Http.PostAsync(new Uri(page, UriKind.Relative), form);
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hidden();
}
