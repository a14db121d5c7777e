using System.Text.Json;
using System.Text.Json.Nodes;
using Logistics.Contracts;
using Logistics.EventLog.Events;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Refusals;

/// <summary>Answers refusals as problem details (RFC 9457): a stable code, the facts as members and the text in the caller's language.</summary>
public sealed class Problems(RefusalTexts texts)
{
    public IResult Of(Refusal refusal, HttpRequest request)
    {
        var language = Languages.Of(request);
        var status = texts.StatusOf(refusal.Code);
        var problem = new JsonObject
        {
            ["type"] = $"/problems/{refusal.Code}",
            ["title"] = texts.Text($"status-{status}", language, []),
            ["status"] = status,
            ["detail"] = texts.Text(refusal.Code, language, refusal.Facts),
            ["code"] = refusal.Code,
        };
        Add(problem, refusal.Facts, language);
        if (refusal.Errors.Count > 0)
        {
            problem["errors"] = new JsonArray([.. refusal.Errors.Select(error =>
            {
                (string, object?)[] facts = [.. (error.Fault.Facts ?? []).Select(fact => (fact.Name, (object?)fact.Value)), ("field", error.Field)];
                var one = new JsonObject
                {
                    ["field"] = error.Field,
                    ["code"] = error.Fault.Code,
                    ["detail"] = texts.Text(error.Fault.Code, language, facts),
                };
                if (error.Row is { } row)
                    one.Insert(0, "row", row);
                Add(one, facts, language);
                return one;
            })]);
        }

        return new Written(problem, status, language);
    }

    static void Add(JsonObject problem, IEnumerable<(string Name, object? Value)> facts, string language)
    {
        foreach (var (name, value) in facts)
        {
            var plain = value switch
            {
                string text => RefusalTexts.Short(text),
                Worded words => words.In(language),
                IEnumerable<Worded> many => many.Select(words => words.In(language)),
                _ => value,
            };
            problem.TryAdd(name, JsonSerializer.SerializeToNode(plain, EventBody.Json));
        }
    }

    sealed class Written(JsonObject problem, int status, string language) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.Headers.ContentLanguage = language;
            return httpContext.Response.WriteAsJsonAsync(problem, EventBody.Json, "application/problem+json");
        }
    }
}
