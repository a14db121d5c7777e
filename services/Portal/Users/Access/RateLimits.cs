using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Logistics.Client.Tracking;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Limits guessing by address and by name. An address is one IPv4 address or one IPv6 network of 64 bits.
/// Counts submitted forms but not page views, and every public look-up by callers who are not signed in.
/// </summary>
public sealed class RateLimits : IDisposable
{
    public const string SignIn = "sign-in";
    public const string Links = "links";
    public const string Tokens = "tokens";

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Paths of public look-ups by code.</summary>
    static readonly PathString[] LookUps = ["/t", "/00", "/01"];

    /// <summary>Path called by these pages. In one process it is reachable from outside too.</summary>
    static readonly PathString LookUpOfTracking = TrackingRoutes.TrackCode.At("").TrimEnd('/');

    readonly PartitionedRateLimiter<string> names = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetTokenBucketLimiter(name, _ => Bucket(20, 10)));

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<RateLimits>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return rejected.HttpContext.Request.IsOfProgram()
                    ? new ValueTask(rejected.HttpContext.RequestServices.GetRequiredService<Hosting.Refusals.Problems>()
                        .Of(new Refusal("too-many-requests"), rejected.HttpContext.Request).ExecuteAsync(rejected.HttpContext))
                    : ValueTask.CompletedTask;
            };
            options.AddPolicy(SignIn, context => Sent(context, 60, 30));
            options.AddPolicy(Links, context => Sent(context, 30, 15));
            options.AddPolicy(Tokens, context => By(context, 60, 60));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.Identity?.IsAuthenticated != true && IsLookUp(context)
                    ? By(context, 300, 120)
                    : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>Returns whether a name may be tried again, from any address.</summary>
    public bool MayTry(string name)
    {
        using var lease = names.AttemptAcquire(name);
        return lease.IsAcquired;
    }

    public void Dispose() => names.Dispose();

    static bool IsLookUp(HttpContext context) =>
        Array.Exists(LookUps, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        || (context.Request.Path.StartsWithSegments(LookUpOfTracking, StringComparison.OrdinalIgnoreCase) && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address));

    static RateLimitPartition<string> Sent(HttpContext context, int atOnce, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method) ? By(context, atOnce, perMinute) : RateLimitPartition.GetNoLimiter("");

    static RateLimitPartition<string> By(HttpContext context, int atOnce, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(Network(context.Connection.RemoteIpAddress), _ => Bucket(atOnce, perMinute));

    static TokenBucketRateLimiterOptions Bucket(int atOnce, int perMinute) => new()
    {
        TokenLimit = atOnce,
        TokensPerPeriod = perMinute,
        ReplenishmentPeriod = Minute,
        QueueLimit = 0,
    };

    internal static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
