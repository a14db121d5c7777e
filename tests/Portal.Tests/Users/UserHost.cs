using Logistics.Hosting.Access;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Logistics.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Logistics.Portal.Tests.Users;

/// <summary>The portal on a clock that the test moves, with passwords that are quick to check.</summary>
public sealed class UserHost : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    readonly TemporaryFolder folder = new();
    RunningHost? host;
    int people;

    public FakeClock Clock { get; } = new();

    public RunningHost Host => host!;

    public string Folder => folder.Path;

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync() => host = await RunningHost.StartOn(folder, PortalSlices.Define().Extend(
        (builder, _) =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            builder.Services.AddSingleton<IPasswordHasher<User>, CountingHasher>();
        },
        _ => { }));

    public async Task Restart()
    {
        await Host.DisposeAsync();
        await InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>How many passwords were checked, each at the same cost.</summary>
    public int PasswordsChecked => ((CountingHasher)Get<IPasswordHasher<User>>()).Checked;

    /// <summary>Somebody new, who can sign in with <see cref="Password"/>.</summary>
    public GivenUser Somebody(Role role = Role.Coordinator, string organisation = "", string language = "en")
    {
        var number = Interlocked.Increment(ref people);
        var somebody = new GivenUser($"person-{number}", $"person-{number}@example.jp", $"Person {number}", role, organisation, language);
        somebody.Make(Host.Services, Password);
        return somebody;
    }

    public Visitor Visit(string agent = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") => new(new Uri(Host.Address), agent);

    public async Task<Visitor> SignedIn(GivenUser account, bool keep = false)
    {
        var visitor = Visit();
        var page = await visitor.SignIn(account.Email, Password, keep);
        return page.Status == 302 ? visitor : throw new InvalidOperationException(page.Text);
    }

    public IReadOnlyList<UserEvent> Events(string? account = null) => Get<Administration>().Events(account, long.MaxValue, 1000);

    sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<User>(options)
    {
        int count;

        public int Checked => count;

        public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref count);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
