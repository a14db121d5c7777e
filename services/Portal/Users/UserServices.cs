using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;

namespace Logistics.Portal.Users;

/// <summary>Adds the accounts to the program that hosts the portal.</summary>
static class UserServices
{
    /// <summary>OWASP's recommendation for PBKDF2 with SHA-512; takes about a third of a second on a small machine.</summary>
    const int PasswordRounds = 210_000;

    static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    static readonly TimeSpan BetweenFactors = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(provider => UserDatabase.Open(settings, provider.GetRequiredService<TimeProvider>()));
        services.AddDataProtection().SetApplicationName("logistics");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<UserDatabase>())));

        services.AddLogging(logging => logging
            // Suppresses warnings about unencrypted keys: anyone who can read the database or a copy of it has them, as deploy/README.md says.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Suppresses lines that contain tokens of invitations.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
            // The line grants access to its readers, so it is not sent to a collector.
            .AddFilter<OpenTelemetryLoggerProvider>(typeof(FirstStart).FullName, LogLevel.None));

        services.AddSingleton<UserStore>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Administration>();
        services.AddSingleton<Machines>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IKeySource>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddScoped<Invitations>();
        services.AddHostedService<FirstStart>();
        RateLimits.Add(services);

        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<DummyPasswordHash>();
        services.AddSingleton<ILookupNormalizer, EmailKeys>();
        services.AddSingleton<IUserStore<User>>(provider => provider.GetRequiredService<UserStore>());
        services.AddIdentityCore<User>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = LockedFor;
            })
            .AddUserManager<People>()
            .AddSignInManager<SignIns>()
            .AddTokenProvider<Totp>(TokenOptions.DefaultAuthenticatorProvider);
        services.RemoveAll<IPasswordValidator<User>>();
        services.AddSingleton<IPasswordValidator<User>, GoodPassword>();

        // A passkey replaces both factors, so the device must have verified its user.
        services.AddOptions<IdentityPasskeyOptions>().Configure<PortalSettings>((options, portal) =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ServerDomain = portal.PublicAddress?.Host;
        });
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.AddPageRoute("/Pages/Account/Access/AcceptInvitation", "account/first-administrator"));

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Strict(options, "session");
                options.LoginPath = "/account/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = Validate;
                options.Events.OnRedirectToAccessDenied = denied =>
                {
                    denied.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                };
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                Strict(options, "second-factor");
                options.ExpireTimeSpan = BetweenFactors;
            });
    }

    public static void Map(WebApplication app)
    {
        PublishKeys.Map(app);
        ExchangeToken.Map(app);
    }

    static void Strict(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.CookieManager = new SessionCookies();
    }

    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal?.FindFirst(Sessions.Claim)?.Value is { } id && sessions.Find(id) is { } viewer)
        {
            context.ReplacePrincipal(viewer);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
