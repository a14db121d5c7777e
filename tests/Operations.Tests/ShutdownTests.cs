using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Tests;

public sealed class ShutdownTests
{
    const int Callers = 24;

    [Theory]
    [InlineData("Intake")]
    [InlineData("AllInOne")]
    public async Task A_program_that_is_told_to_end_under_load_answers_what_it_has_begun_and_loses_nothing(string program)
    {
        using var data = new TemporaryFolder();
        var answers = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var unanswered = new ConcurrentBag<string>();
        await using (var first = ChildProcess.Start(program, "--urls=http://127.0.0.1:0", $"--data={data.Path}"))
        {
            using var http = Client(await first.Address(), data);
            var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallUntilItEnds(http, answers, unanswered))).ToList();
            await Eventually.Holds(() => Task.FromResult(answers.Count > 200), "commands are answered");

            await first.Terminate();

            Assert.True(await first.End() == 0, first.Output);
            await Task.WhenAll(callers);
        }

        Assert.Equal(answers.Keys.Order(StringComparer.Ordinal), Kept(data).Order(StringComparer.Ordinal));

        await using var second = ChildProcess.Start(program, "--urls=http://127.0.0.1:0", $"--data={data.Path}");
        using var again = Client(await second.Address(), data);
        foreach (var (key, answer) in answers.Take(20))
            Assert.Equal(answer, await Answer(again, key));
        foreach (var key in unanswered)
            await Answer(again, key);
        Assert.Equal(answers.Keys.Concat(unanswered).Order(StringComparer.Ordinal), Kept(data).Order(StringComparer.Ordinal));
    }

    static async Task CallUntilItEnds(HttpClient http, ConcurrentDictionary<string, string> answers, ConcurrentBag<string> unanswered)
    {
        while (true)
        {
            var key = Guid.NewGuid().ToString();
            try
            {
                answers[key] = await Answer(http, key);
            }
            catch (HttpRequestException)
            {
                unanswered.Add(key);
                return;
            }
        }
    }

    static async Task<string> Answer(HttpClient http, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/donations");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new { donor = "Donor", pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = 5 } } });
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    static HttpClient Client(Uri address, TemporaryFolder data)
    {
        var token = Tokens.FromFile(Path.Combine(data.Path, "token-key.pem"), TimeProvider.System).Sign(new Caller("test", Role.Foundation, "test"), TimeSpan.FromHours(1));
        return new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    /// <summary>Keys of the commands that were carried out.</summary>
    static List<string> Kept(TemporaryFolder data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "intake.db")};Pooling=False");
        return connection.Query<string>("select id from command").AsList();
    }
}
