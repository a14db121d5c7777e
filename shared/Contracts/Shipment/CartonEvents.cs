using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Shipment;

/// <summary>The shipment knows of cartons that the donor packed. They may not fly before their release.</summary>
/// <param name="Donation">The gift.</param>
/// <param name="Donor">Who gives it.</param>
/// <param name="PackedSeq">Place in the log of the intake of the event that packed them, by which a repeated event is recognised.</param>
/// <param name="Cartons">At most <see cref="Carton.MostPerEvent"/>.</param>
[EventName("shipment.cartons-announced.v1")]
public sealed record CartonsAnnounced(DonationNumber Donation, string Donor, long PackedSeq, IReadOnlyList<Carton> Cartons);

/// <summary>All cartons of the donation that were announced until now may be booked.</summary>
[EventName("shipment.cartons-released.v1")]
public sealed record CartonsReleased(DonationNumber Donation);

/// <summary>All cartons of the donation that were announced and not released will not come.</summary>
[EventName("shipment.cartons-withdrawn.v1")]
public sealed record CartonsWithdrawn(DonationNumber Donation);
