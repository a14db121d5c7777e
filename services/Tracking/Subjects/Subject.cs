using Logistics.Client.Tracking;

namespace Logistics.Tracking.Subjects;

/// <summary>Something that can be tracked by its own code.</summary>
/// <param name="Kind">One of the constants here, as stored.</param>
/// <param name="Code">Its code as stored.</param>
public sealed record Subject(string Kind, string Code)
{
    public const string Donation = "donation";
    public const string Consignment = "consignment";
    public const string Flight = "flight";
    public const string Carton = "carton";
    public const string Parcel = "parcel";

    public SubjectLink Link => new(Enum.Parse<SubjectKind>(Kind, ignoreCase: true), Code);

    /// <summary>Returns a flight, which is tracked within its consignment.</summary>
    public static Subject OfFlight(string airWaybill, string number) => new(Flight, $"{airWaybill}/{number}");
}
