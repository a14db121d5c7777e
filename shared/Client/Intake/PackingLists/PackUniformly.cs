using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Intake;

/// <summary>Packs one line in cartons that are all alike.</summary>
/// <param name="Line">Line of the donation.</param>
/// <param name="Cartons">1 to 99,999.</param>
/// <param name="PiecesPerCarton">1 or more.</param>
/// <param name="Lot">Lot of all pieces.</param>
/// <param name="Expiry">Expiry of the lot, if stated.</param>
/// <param name="Size">Size of the product, up to 30 characters; null or blank if it has none.</param>
public sealed record PackUniformlyRequest(int Line, int Cartons, long PiecesPerCarton, LotNumber Lot, Expiry? Expiry = null, string? Size = null);

/// <summary>The cartons are packed.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Cartons">Cartons packed.</param>
/// <param name="Pieces">Pieces in them.</param>
/// <param name="FirstCode">Code of the first carton, for example <c>C00001</c>.</param>
/// <param name="LastCode">Code of the last.</param>
public sealed record PackUniformlyAnswer(DonationNumber Number, int Cartons, long Pieces, string FirstCode, string LastCode);

public static partial class IntakeRoutes
{
    public static readonly CommandRoute<PackUniformlyRequest, PackUniformlyAnswer> PackUniformly = new(Service, "/donations/{number}/uniform-packings");
}

public sealed partial class IntakeClient
{
    /// <summary>Packs one line of a donation in cartons that are all alike, numbered by the system.</summary>
    public Task<Reply<PackUniformlyAnswer>> PackUniformly(DonationNumber donation, PackUniformlyRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(IntakeRoutes.PackUniformly, IntakeRoutes.PackUniformly.At(donation), request, key, cancel);
}
