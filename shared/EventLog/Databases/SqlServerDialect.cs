using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Logistics.EventLog.Databases;

/// <summary>SQL Server 2022. The statements need READ COMMITTED only; with READ_COMMITTED_SNAPSHOT on, readers never block.</summary>
public sealed class SqlServerDialect : Dialect
{
    const int TableExists = 2714;

    public override DbConnection Connect(string connectionString) => new SqlConnection(connectionString);

    public override string First(int rows) => $" offset 0 rows fetch next {rows} rows only";

    public override string Tables => "select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_TYPE = 'BASE TABLE'";

    public override string Scripts => "SqlServer.";

    public override string MigrationTable =>
        """
        create table migration (
            name        nvarchar(200) collate Latin1_General_100_BIN2 not null primary key,
            applied_at  nvarchar(40)  collate Latin1_General_100_BIN2 not null
        )
        """;

    /// <summary>Splits at lines that contain only <c>go</c>, as SQL Server's own tools do.</summary>
    public override IEnumerable<string> Batches(string script)
    {
        var batch = new List<string>();
        foreach (var line in script.Split('\n').Append("go"))
        {
            if (!line.Trim().Equals("go", StringComparison.OrdinalIgnoreCase))
            {
                batch.Add(line);
                continue;
            }

            if (batch.Exists(part => !string.IsNullOrWhiteSpace(part)))
                yield return string.Join('\n', batch);
            batch.Clear();
        }
    }

    /// <summary>
    /// Constraints (515, 547, 2601, 2627), values that do not fit (2628, 8115, 8152) and unknown names (207, 208) end only the
    /// statement. After any other error, including a conversion (245), the transaction cannot be relied on.
    /// </summary>
    public override bool LosesTransaction(Exception error) =>
        error is SqlException { Number: not (207 or 208 or 515 or 547 or 2601 or 2627 or 2628 or 8115 or 8152) };

    /// <summary>
    /// Deadlocks, lock timeouts, throttling and reconfiguration of Azure SQL, failover of an availability group, lost or terminated
    /// connections, and a concurrent program that created the table of migrations.
    /// </summary>
    public override bool IsTransient(DbException error) => error is SqlException failed
        && (failed.Class >= 20 || failed.Number is
            0 or 20 or 64 or 121 or 233 or 596 or 615 or 921 or 922 or 926 or 976 or 978 or 983 or 997
            or 1204 or 1205 or 1222 or TableExists or 3935 or 3960 or 4060 or 4221
            or 10053 or 10054 or 10060 or 10061 or 10928 or 10929
            or 40143 or 40197 or 40501 or 40540 or 40613 or 42108 or 42109 or 49918 or 49919 or 49920);
}
