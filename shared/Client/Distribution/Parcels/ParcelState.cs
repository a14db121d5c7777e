namespace Logistics.Client.Distribution;

/// <summary>How far a parcel has been received.</summary>
public enum ParcelState
{
    InDelivery,
    PartlyReceived,
    Received,
}
