using Npgsql;

namespace Logistics.TdsServer;

/// <summary>What an error ends; with XACT_ABORT off, as it is by default.</summary>
enum Ends
{
    Statement,
    Batch,
    Transaction,
}

/// <summary>An error with the number and the severity that it has with SQL Server.</summary>
sealed class SqlServerError(int number, byte severity, string message, Ends ends = Ends.Batch) : Exception(message)
{
    const string GeneratedAlways = "428C9";

    public int Number => number;

    public byte Severity => severity;

    public Ends Ends => ends;

    public static SqlServerError NotSupported(string what) => new(40515, 16, $"This stand-in for SQL Server has no {what}.");

    /// <summary>What SQL Server would say where PostgreSQL says this.</summary>
    public static SqlServerError Of(PostgresException error) => error switch
    {
        // Two programs make the same table in the same moment.
        { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "pg_catalog" } => new(2714, 16, "There is already an object of this name in the database."),
        { SqlState: PostgresErrorCodes.UniqueViolation } when Translation.IsIndex(error.ConstraintName!) =>
            new(2601, 14, $"Cannot insert duplicate key row in object 'dbo.{error.TableName}' with unique index '{error.ConstraintName}'. {error.Detail}", Ends.Statement),
        { SqlState: PostgresErrorCodes.UniqueViolation } =>
            new(2627, 14, $"Violation of constraint '{error.ConstraintName}'. Cannot insert duplicate key in object 'dbo.{error.TableName}'. {error.Detail}", Ends.Statement),
        { SqlState: PostgresErrorCodes.NotNullViolation } =>
            new(515, 16, $"Cannot insert the value NULL into column '{error.ColumnName}', table '{error.SchemaName}.dbo.{error.TableName}'; column does not allow nulls.", Ends.Statement),
        { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.CheckViolation } =>
            new(547, 16, $"The statement conflicted with the constraint \"{error.ConstraintName}\".", Ends.Statement),
        { SqlState: PostgresErrorCodes.StringDataRightTruncation } => new(2628, 16, $"String or binary data would be truncated: {error.MessageText}", Ends.Statement),
        { SqlState: PostgresErrorCodes.NumericValueOutOfRange } => new(8115, 16, $"Arithmetic overflow error: {error.MessageText}", Ends.Statement),
        { SqlState: PostgresErrorCodes.DivisionByZero } => new(8134, 16, "Divide by zero error encountered.", Ends.Statement),
        { SqlState: GeneratedAlways } => new(544, 16, $"Cannot insert explicit value for identity column: {error.MessageText}", Ends.Statement),
        { SqlState: PostgresErrorCodes.InvalidTextRepresentation } => new(245, 16, $"Conversion failed: {error.MessageText}", Ends.Transaction),
        { SqlState: PostgresErrorCodes.DeadlockDetected } =>
            new(1205, 13, "Transaction was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.", Ends.Transaction),
        { SqlState: PostgresErrorCodes.LockNotAvailable } => new(1222, 16, "Lock request time out period exceeded.", Ends.Statement),
        { SqlState: PostgresErrorCodes.UndefinedColumn } => new(207, 16, $"Invalid column name: {error.MessageText}"),
        { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } => new(208, 16, $"Invalid object name: {error.MessageText}"),
        { SqlState: PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject } => new(2714, 16, $"There is already an object of this name in the database: {error.MessageText}"),
        { SqlState: PostgresErrorCodes.DuplicateSchema } => new(1801, 16, $"Database already exists: {error.MessageText}"),
        { SqlState: PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.DatatypeMismatch } => new(206, 16, $"Operand type clash: {error.MessageText}"),
        { SqlState: PostgresErrorCodes.SyntaxError } => new(102, 15, $"Incorrect syntax: {error.MessageText}"),
        _ => NotSupported($"way to do this: {error.SqlState} {error.MessageText}"),
    };
}
