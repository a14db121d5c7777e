using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Shipment;

/// <summary>Shipment learned of cartons that the donor packed. They may not fly before their release.</summary>
/// <param name="Donation">The donation.</param>
/// <param name="Donor">The donor.</param>
/// <param name="PackedSeq">Sequence number of the intake event that packed them, which identifies a repeated event.</param>
/// <param name="Cartons">At most <see cref="Carton.MaxPerEvent"/>.</param>
[EventName("shipment.cartons-announced.v1")]
public sealed record CartonsAnnounced(DonationNumber Donation, string Donor, long PackedSeq, IReadOnlyList<Carton> Cartons);

/// <summary>All announced cartons of the donation may be booked.</summary>
[EventName("shipment.cartons-released.v1")]
public sealed record CartonsReleased(DonationNumber Donation);

/// <summary>All announced cartons of the donation that had not been released were withdrawn.</summary>
[EventName("shipment.cartons-withdrawn.v1")]
public sealed record CartonsWithdrawn(DonationNumber Donation);
