using System.Data;
using System.Globalization;
using Dapper;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Hosting;

/// <summary>Maps codes, dates and instants to columns: all are stored as text, instants with their offset.</summary>
public static class DapperTypes
{
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantColumn());
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DateColumn());
        SqlMapper.AddTypeHandler(new CodeColumn<LedgerAccount>());
        SqlMapper.AddTypeHandler(new CodeColumn<AirWaybill>());
        SqlMapper.AddTypeHandler(new CodeColumn<CartonId>());
        SqlMapper.AddTypeHandler(new CodeColumn<DocumentNumber>());
        SqlMapper.AddTypeHandler(new CodeColumn<DonationNumber>());
        SqlMapper.AddTypeHandler(new CodeColumn<Expiry>());
        SqlMapper.AddTypeHandler(new CodeColumn<Gln>());
        SqlMapper.AddTypeHandler(new CodeColumn<Gtin>());
        SqlMapper.AddTypeHandler(new CodeColumn<InstitutionCode>());
        SqlMapper.AddTypeHandler(new CodeColumn<LotNumber>());
        SqlMapper.AddTypeHandler(new CodeColumn<ParcelNumber>());
        SqlMapper.AddTypeHandler(new CodeColumn<Prefecture>());
        SqlMapper.AddTypeHandler(new CodeColumn<ProductCode>());
        SqlMapper.AddTypeHandler(new CodeColumn<RecipientCode>());
        SqlMapper.AddTypeHandler(new CodeColumn<Sscc>());
    }

    sealed class CodeColumn<T> : SqlMapper.TypeHandler<T> where T : struct, ICode<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value.Value;

        public override T Parse(object value) => Code.Parse<T>((string)value);
    }

    sealed class InstantColumn : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToString("O", CultureInfo.InvariantCulture);

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    sealed class DateColumn : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value.ToString("O", CultureInfo.InvariantCulture);

        public override DateOnly Parse(object value) => DateOnly.Parse((string)value, CultureInfo.InvariantCulture);
    }
}
