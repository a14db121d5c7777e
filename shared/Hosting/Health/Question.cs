using System.Data.Common;
using Logistics.EventLog;
using Logistics.EventLog.Databases;

namespace Logistics.Hosting.Health;

static class Question
{
    /// <summary>Runs a query without waiting longer than allowed. Opening a connection may block and cannot be cancelled, so it is abandoned.</summary>
    public static Task<T> Ask<T>(Log log, Func<DbConnection, T> question, CancellationToken cancel) => Task.Run(
        () =>
        {
            using var connection = log.Database.Connect();
            return question(connection);
        },
        cancel).WaitAsync(cancel);
}
