using Dapper;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Configuration;

namespace Logistics.Portal.Users.Records;

/// <summary>The one database of the portal that is not written from the logs.</summary>
public sealed class UserDatabase
{
    public const string Name = "accounts";

    /// <summary>Folder of its scripts.</summary>
    public const string Migrations = "Accounts.Migrations";

    readonly Database database;
    readonly TimeProvider clock;

    UserDatabase(Database database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Opens it, or makes a file that only its owner can read.</summary>
    public static UserDatabase Open(Settings settings, TimeProvider clock)
    {
        if (settings.SqlServer is null)
            PrivateFile.Open(settings.FileOf(Name), FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        var opened = settings.DatabaseOf(Name);
        opened.Migrate(clock, typeof(UserDatabase).Assembly, Migrations);
        return new UserDatabase(opened, clock);
    }

    public List<T> Rows<T>(string sql, object? parameters = null)
    {
        using var connection = database.Open();
        return connection.Query<T>(sql, parameters).AsList();
    }

    public T? Row<T>(string sql, object? parameters = null)
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<T>(sql, parameters);
    }

    /// <summary>The first rows of an ordered select.</summary>
    public List<T> First<T>(int rows, string sql, object? parameters = null) => Rows<T>(sql + database.Dialect.First(rows), parameters);

    /// <summary>Does something in one transaction, one at a time.</summary>
    public T Write<T>(Func<UserTransaction, T> work) => database.Alone(transaction => work(new UserTransaction(transaction, clock.GetUtcNow())));

    public void Write(Action<UserTransaction> work) => Write(session =>
    {
        work(session);
        return 0;
    });
}
