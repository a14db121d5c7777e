using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Logistics.Testing;

namespace Logistics.System.Tests;

/// <summary>Adds a language to the built program by files alone and opens every page in it.</summary>
public sealed partial class FourthLanguageTests
{
    /// <summary>English between brackets. The tag is the usual one for such a language.</summary>
    const string Pseudo = "qps-ploc";

    const string Open = "⟦";
    const string Close = "⟧";

    /// <summary>Files whose values are formats and words to recognise, not texts to show.</summary>
    static readonly string[] NotShown = ["Languages.json", "PackingList.json"];

    /// <summary>Answers with an image.</summary>
    const string Photo = "/coordinator/photos/{photo}";

    /// <summary>Answers with the status that it shows.</summary>
    const string Error = "/error/{status:int}";

    [Fact]
    public async Task Every_page_is_in_a_language_that_files_add_beside_the_program()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var program = new TemporaryFolder();
        Copy(ChildProcess.FolderOf("AllInOne"), program.Path);
        AddLanguage(Path.Combine(program.Path, "Languages"));
        using var data = await DemoData.Copy();
        await using var system = ChildProcess.StartIn(
            program.Path, "AllInOne", new Dictionary<string, string>(), "--urls", "http://127.0.0.1:0", "--data", data.Path);
        var address = (await system.Address()).ToString();

        var faults = new List<string>();
        foreach (var who in Route.Everybody)
        {
            using var person = who == Route.Public ? SignedIn.Nobody(address) : await SignedIn.As(DemoPeople.Email(who), DemoPeople.Password(data.Path, who), address);
            using (await person.Http.GetAsync(new Uri($"/?lang={Pseudo}", UriKind.Relative), cancel))
            {
                // The browser keeps the language from here on.
            }

            foreach (var route in Route.Approved().Where(route => route.Kind == "PAGE" && route.Pattern != Photo && route.Who.Contains(who, StringComparer.Ordinal)))
            {
                using var page = await Follow(person.Http, route.Address, cancel);
                var text = await page.Content.ReadAsStringAsync(cancel);
                if (page.StatusCode != HttpStatusCode.OK && route.Pattern != Error)
                    faults.Add($"{who} {route.Address}: {(int)page.StatusCode}");
                else if (!text.Contains($"<html lang=\"{Pseudo}\"", StringComparison.Ordinal) || !WebUtility.HtmlDecode(Content().Match(text).Value).Contains(Open, StringComparison.Ordinal))
                    faults.Add($"{who} {route.Address}: not in the language");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Opens a page, or the one that it leads to.</summary>
    static async Task<HttpResponseMessage> Follow(HttpClient http, string address, CancellationToken cancel)
    {
        var page = await http.GetAsync(new Uri(address, UriKind.Relative), cancel);
        if (page.Headers.Location is not { } elsewhere)
            return page;
        page.Dispose();
        return await http.GetAsync(elsewhere, cancel);
    }

    static void AddLanguage(string folder)
    {
        foreach (var file in new[] { "services", "shared" }.SelectMany(part => SourceTree.Files(part, "*.json")).Where(file => IsText(file.Split('/'))))
        {
            var parts = file.Split('/');
            var added = Path.Combine([folder, $"Logistics.{parts[1]}", .. parts[2..]]);
            Directory.CreateDirectory(Path.GetDirectoryName(added)!);
            File.WriteAllText(added, Translated(parts[^1], JsonNode.Parse(SourceTree.Read(file))!.AsObject()).ToJsonString());
        }
    }

    static bool IsText(string[] path) => path[^1] == "Refusals.json" || path[2] == "Texts";

    static JsonObject Translated(string file, JsonObject entries) => file == "Languages.json"
        ? new JsonObject { [Pseudo] = entries["en"]!.DeepClone() }
        : new JsonObject(entries.Select(entry => KeyValuePair.Create(
            entry.Key, (JsonNode?)new JsonObject { [Pseudo] = NotShown.Contains(file, StringComparer.Ordinal) ? entry.Value!["en"]!.DeepClone() : Bracketed(entry.Value!["en"]!) })));

    static JsonNode Bracketed(JsonNode text) => text.GetValueKind() == JsonValueKind.String
        ? JsonValue.Create(Open + (string)text! + Close)!
        : new JsonObject(text.AsObject().Select(form => KeyValuePair.Create(form.Key, (JsonNode?)(form.Key == "by" ? form.Value!.DeepClone() : Bracketed(form.Value!)))));

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("<main.*", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Content();
}
