using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Browser.Tests.Access;

/// <summary>Calls every route as everybody. The list of routes is approved by a person, each with the roles that may use it.</summary>
public sealed class RouteTests(DemoPortal portal) : IClassFixture<DemoPortal>, IDisposable
{
    readonly SignedIn nobody = SignedIn.Nobody(portal.Address);

    public void Dispose() => nobody.Dispose();

    public static TheoryData<string, string> Routes() => new(Route.Approved().Select(route => (route.Kind, route.Pattern)));

    [Fact]
    public void Every_route_of_the_program_is_approved_and_no_other()
    {
        var approved = Route.Approved().Select(route => $"{route.Kind} {route.Pattern}").ToHashSet(StringComparer.Ordinal);
        var real = Route.Real(portal.Host.Services).ToHashSet(StringComparer.Ordinal);

        Assert.True(approved.SetEquals(real), $"Not approved:\n{string.Join('\n', real.Except(approved))}\nNot there any more:\n{string.Join('\n', approved.Except(real))}");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_serves_those_who_may_use_it_and_is_not_there_for_others(string kind, string pattern)
    {
        var route = Route.Approved().Single(route => route.Kind == kind && route.Pattern == pattern);
        var wrong = new List<string>();
        foreach (var who in Route.Everybody)
        {
            var may = route.Who.Contains(who, StringComparer.Ordinal);
            if (kind == "PAGE")
            {
                await Look(HttpMethod.Get, may);
                if (!may)
                    await Look(HttpMethod.Post, may);
            }
            else
            {
                await Look(HttpMethod.Parse(kind), may);
            }

            async Task Look(HttpMethod method, bool may)
            {
                using var answer = kind == "PAGE" || !IsOfService(pattern) ? await AtPage(method, who, route.Address) : await AtService(method, who, route.Address);
                // Who is not signed in is asked to, at a page by way of the sign-in page, which leads back here.
                var refused = answer.StatusCode == HttpStatusCode.NotFound
                    || (who == Route.Public && (answer.StatusCode == HttpStatusCode.Unauthorized || answer.Headers.Location?.OriginalString.Contains("returnUrl=", StringComparison.Ordinal) == true));
                if (may == refused && pattern != "/error/{status:int}")
                    wrong.Add($"{method} {route.Address} by {who}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static bool IsOfService(string pattern) => pattern.Split('/')[1] is "intake" or "shipment" or "distribution" or "tracking" or "portal";

    async Task<HttpResponseMessage> AtPage(HttpMethod method, string who, string address)
    {
        var http = who == Route.Public ? nobody.Http : (await portal.Person(who)).Http;
        using var request = new HttpRequestMessage(method, address);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    async Task<HttpResponseMessage> AtService(HttpMethod method, string who, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (who != Route.Public)
        {
            var role = Enum.Parse<Role>(who, ignoreCase: true);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", portal.Host.Token(role, role == Role.Association ? "13" : "demo"));
        }

        // A command that is allowed is refused for want of its key, so that nothing is done here.
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { });
        return await nobody.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
