using System.Data.Common;
using Logistics.EventLog;
using Logistics.EventLog.Databases;

namespace Logistics.Hosting.Health;

static class Question
{
    /// <summary>Opening a connection may take longer than anybody waits for the answer, and cannot be cancelled; so it is left to itself.</summary>
    public static Task<T> Ask<T>(Log log, Func<DbConnection, T> question, CancellationToken cancel) => Task.Run(
        () =>
        {
            using var connection = log.Database.Connect();
            return question(connection);
        },
        cancel).WaitAsync(cancel);
}
