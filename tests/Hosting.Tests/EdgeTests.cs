using System.Net.Http.Headers;
using System.Text;
using Logistics.Hosting.Access;
using Logistics.Intake;
using Logistics.Testing;

namespace Logistics.Hosting.Tests;

/// <summary>What clients do differently and mean the same, and what they may not mean.</summary>
public sealed class EdgeTests
{
    const string Donation = """{"donor":"D","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":1}]}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_is_read_whatever_the_client_calls_it(string? contentType)
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/donations") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Donation)) };
        request.Content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Token(Role.Foundation));
        request.Headers.Add("Idempotency-Key", "key");

        using var response = await host.Send(request);

        Assert.Equal(201, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("DELETE", "/intake/donations", 405, "method-not-allowed")]
    public async Task An_address_that_is_not_there_is_a_problem_like_any_other(string method, string path, int status, string code)
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        using var response = await host.Send(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_value_is_not_quoted_whole()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        var refused = await host.Post(Role.Foundation, "/intake/donations", new { donor = "D", pledgedOn = "2020-05-08", lines = new[] { new { product = new string('!', 10_000), pieces = 1 } } });

        Assert.Equal((400, "product-code-format"), (refused.Status, refused.Code));
        Assert.True(refused.Text.Length < 1_000, refused.Text);
    }
}
