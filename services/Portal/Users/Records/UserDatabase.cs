using Dapper;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Configuration;

namespace Logistics.Portal.Users.Records;

/// <summary>The only database of the portal that is not written from the logs.</summary>
public sealed class UserDatabase
{
    public const string Name = "accounts";

    /// <summary>Folder of its migrations.</summary>
    public const string Migrations = "Accounts.Migrations";

    readonly Database database;
    readonly TimeProvider clock;

    UserDatabase(Database database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Opens the database, or creates a file that only its owner can read.</summary>
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

    /// <summary>Returns the first rows of an ordered select.</summary>
    public List<T> First<T>(int rows, string sql, object? parameters = null) => Rows<T>(sql + database.Dialect.First(rows), parameters);

    /// <summary>Runs work in an exclusive transaction.</summary>
    public T Write<T>(Func<UserTransaction, T> work) => database.Alone(transaction => work(new UserTransaction(transaction, clock.GetUtcNow())));

    public void Write(Action<UserTransaction> work) => Write(session =>
    {
        work(session);
        return 0;
    });
}
