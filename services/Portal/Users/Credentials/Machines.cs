using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Users.Credentials;

/// <summary>Manages programs that call the services. Each has a revocable token, shown once, which it exchanges for short-lived tokens.</summary>
public sealed class Machines(UserDatabase database, Tokens tokens)
{
    public const string Prefix = "lgm_";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    /// <returns>The token, which cannot be retrieved again.</returns>
    public string Make(string name, Role role, string organisation, string actor) => database.Write(session =>
    {
        var token = Prefix + Secret.Make();
        var id = $"machine-{Guid.CreateVersion7():N}";
        session.Execute(
            """
            insert into machine (id, name, role, organisation, token_hash, made_by, created_at, used_at, revoked_at)
            values (@id, @name, @role, @organisation, @hash, @actor, @Now, '', '')
            """,
            new { id, name, role = UserStore.Word(role), organisation, hash = Secret.Hash(token), actor, session.Now });
        session.Record(UserEvent.MachineTokenMade, actor, id, new { role, organisation });
        return token;
    });

    public void Revoke(string id, string actor) => database.Write(session =>
    {
        if (session.Execute("update machine set revoked_at = @Now where id = @id and revoked_at = ''", new { session.Now, id }) == 1)
            session.Record(UserEvent.MachineTokenRevoked, actor, id);
    });

    public IReadOnlyList<Machine> List() => database.Rows<Machine>(
        """
        select id, name, role, organisation, made_by, created_at, nullif(used_at, '') as used_at, nullif(revoked_at, '') as revoked_at
        from machine
        order by created_at desc, id desc
        """);

    /// <returns>A token that the services accept for ten minutes; null if the machine's own token is unknown or revoked.</returns>
    public string? Exchange(string token)
    {
        var known = database.Write(session =>
        {
            if (session.Row<Machine>(
                "select id, name, role, organisation, made_by, created_at, nullif(used_at, '') as used_at from machine where token_hash = @hash and revoked_at = ''",
                new { hash = Secret.Hash(token) }) is not { } machine)
                return null;
            if (machine.UsedAt is null || session.Now - machine.UsedAt >= Coarse)
                session.Execute("update machine set used_at = @Now where id = @Id", new { session.Now, machine.Id });
            return machine;
        });
        // After the transaction, because signing may need a new key, which is created in its own transaction.
        return known is null ? null : tokens.Sign(new Caller(known.Id, known.Role, known.Organisation), Lifetime);
    }
}

public sealed record Machine
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public required string Organisation { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was last used, to the hour; null if never.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Gets when it was revoked; null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
