using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.DataProtection;

namespace Logistics.Portal.Users.Credentials;

/// <summary>
/// Manages the portal's signing keys. A key signs for 30 days; its successor is published a day in advance, so that every service
/// knows it in time; a former key stays published until none of its tokens can be valid, and is then destroyed.
/// </summary>
public sealed class SigningKeys(UserDatabase database, IDataProtectionProvider protection, TimeProvider clock) : IKeySource
{
    public static readonly TimeSpan Signs = TimeSpan.FromDays(30);

    static readonly TimeSpan Announced = TimeSpan.FromDays(1);

    /// <summary>Exceeds the lifetime of any token signed here.</summary>
    static readonly TimeSpan Lingers = TimeSpan.FromHours(1);

    static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    readonly IDataProtector protector = protection.CreateProtector("Logistics.Portal.Accounts.SigningKey");
    readonly Lock gate = new();
    IReadOnlyList<(DateTimeOffset From, TokenKey Key)> keys = [];
    DateTimeOffset lookedAt = DateTimeOffset.MinValue;

    public TokenKey Current
    {
        get
        {
            // The first key takes effect when it is created, so the clock is read after that.
            var known = Keys(Look);
            var now = clock.GetUtcNow();
            return known.Last(key => key.From <= now).Key;
        }
    }

    TokenKey? IKeySource.Current => Current;

    public ValueTask<TokenKey?> Find(string id)
    {
        // Another portal with the same database may have just created the key.
        var key = Keys(Look).FirstOrDefault(key => key.Key.Id == id).Key ?? Keys(TimeSpan.FromSeconds(1)).FirstOrDefault(key => key.Key.Id == id).Key;
        return ValueTask.FromResult<TokenKey?>(key);
    }

    public PublishedKeys Publish() => new([.. Keys(Look).Select(key => key.Key.Publish())]);

    IReadOnlyList<(DateTimeOffset From, TokenKey Key)> Keys(TimeSpan atMostOld)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now - lookedAt >= atMostOld)
            {
                keys = [.. database.Write(Rotate).Select(row => (row.SignsFrom, TokenKey.FromPem(protector.Unprotect(row.PrivateKey))))];
                lookedAt = now;
            }

            return keys;
        }
    }

    List<Row> Rotate(UserTransaction session)
    {
        var rows = Rows();
        if (rows.Count == 0)
            Make(session.Now);
        else if (session.Now >= rows[^1].SignsFrom + Signs - Announced)
            Make(session.Now + Announced);
        foreach (var (former, next) in rows.Zip(rows.Skip(1)))
        {
            if (next.SignsFrom + Lingers <= session.Now)
                session.Execute("delete from signing_key where id = @Id", new { former.Id });
        }

        return Rows();

        List<Row> Rows() => session.Rows<Row>("select id, signs_from, private_key from signing_key order by signs_from, id");

        void Make(DateTimeOffset from)
        {
            var key = TokenKey.Make();
            session.Execute(
                "insert into signing_key (id, signs_from, private_key) values (@Id, @from, @pem)",
                new { key.Id, from, pem = protector.Protect(key.PrivatePem()) });
        }
    }

    sealed record Row
    {
        public required string Id { get; init; }

        public required DateTimeOffset SignsFrom { get; init; }

        public required string PrivateKey { get; init; }
    }
}
