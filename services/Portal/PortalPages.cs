using System.Text.Encodings.Web;
using System.Text.Unicode;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Client.Intake;
using Logistics.Client.Portal;
using Logistics.Client.Shipment;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;
using Logistics.Portal.Live;
using Logistics.Portal.Pages.Association.Outbox;
using Logistics.Portal.Pages.Foundation.PackingLists;
using Logistics.Portal.Pages.Operations.Brokers;
using Logistics.Portal.Papers.Donations;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Logistics.Portal;

/// <summary>Adds the pages, and everything that only pages need, to the program that hosts the portal.</summary>
static class PortalPages
{
    static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);

    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(PortalSettings.Read(settings));
        services.AddSingleton<Changes>();
        Texts.Follow(builder.Environment);
        services.AddSingleton<Assets>();
        services.AddSingleton<ServiceAddresses>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Viewer.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddScoped(provider => new Texts(provider.GetRequiredService<Viewer>().Language));
        services.AddSingleton<CheckedFiles>();
        services.AddSingleton<BrokerQueues>();
        services.AddHostedService<WatchQueues>();
        services.AddHostedService<FollowTopics>();
        services.AddScoped(AsViewer);
        services.AddServiceCalls(retries: 3, TimeSpan.FromMilliseconds(150));
        services.AddScoped<IntakeClient>();
        services.AddScoped<ShipmentClient>();
        services.AddScoped<DistributionClient>();
        services.AddScoped<TrackingClient>();
        services.AddScoped<PortalClient>();
        services.AddScoped<ServiceClients>();
        services.AddScoped<TypedForm>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Notices.Cookie);
        UserServices.Add(services, settings);
        services.AddAuthorizationBuilder()
            .AddPolicy("foundation", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Foundation, Role.Auditor, Role.Admin)))
            .AddPolicy("coordinator", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Coordinator, Role.Auditor, Role.Admin)))
            .AddPolicy("administers", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Admin)))
            .AddPolicy("gives", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Foundation)))
            .AddPolicy("coordinates", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Coordinator)))
            .AddPolicy("association", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Association)))
            .AddPolicy("operations", policy => policy.RequireClaim(Viewer.RoleClaim, Names(Role.Admin, Role.Auditor)));
        services.AddRazorPages(options =>
            {
                options.Conventions.ConfigureFilter(new UnknownCodeFilter());
                // Pages and papers stand side by side.
                options.RootDirectory = "/";
                options.Conventions.AuthorizeFolder("/Pages/Foundation", "foundation");
                options.Conventions.AuthorizeFolder("/Papers/Donations", "foundation");
                options.Conventions.AuthorizeFolder("/Pages/Coordinator", "coordinator");
                options.Conventions.AuthorizeFolder("/Papers/Counts", "coordinator");
                options.Conventions.AuthorizeFolder("/Papers/Parcels", "coordinator");
                options.Conventions.AuthorizeFolder("/Pages/Association", "association");
                options.Conventions.AuthorizeFolder("/Papers/Receipts", "association");
                options.Conventions.AuthorizeFolder("/Pages/Operations", "operations");
            })
            .AddApplicationPart(typeof(PortalPages).Assembly)
            .AddMvcOptions(options => options.ModelBinderProviders.Insert(0, new CodeBinder.Provider()));
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Pages/Shared/{0}" + RazorViewEngine.ViewExtension));
        if (!builder.Environment.IsDevelopment())
            services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void Use(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use(Security.Protect);
        app.UseWhen(context => !context.Request.IsOfProgram(), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
            pages.Use(LanguageChoice.Remember);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        UserServices.Map(app);
        app.Services.GetRequiredService<Assets>().Map(app);
        ListenToChanges.Map(app);
        InstallApp.Map(app);
        DeliverOutbox.Map(app);
        DrawCartonCode.Map(app);
        app.MapRazorPages();
    }

    /// <summary>Calls services with a token of the viewer valid for minutes; signed once for all calls of a page, because signing is slow.</summary>
    static CallContext AsViewer(IServiceProvider provider)
    {
        var viewer = provider.GetRequiredService<Viewer>();
        var tokens = provider.GetRequiredService<Tokens>();
        var bearer = new Lazy<string?>(() => viewer.Role is { } role ? tokens.Sign(new Caller(viewer.Account, role, viewer.Organisation), TokenLifetime) : null);
        return new CallContext
        {
            AddressOf = provider.GetRequiredService<ServiceAddresses>().Of,
            Bearer = () => bearer.Value,
            Language = viewer.Language,
            UnreachableText = provider.GetRequiredService<Texts>()["service-unreachable"],
            AwaitEffect = async (position, cancel) =>
                await provider.GetRequiredService<TrackingClient>().Reach(position, cancel) is { Succeeded: true, Behind: [] },
        };
    }

    static string[] Names(params Role[] roles) => Array.ConvertAll(roles, role => role.ToString().ToLowerInvariant());
}
