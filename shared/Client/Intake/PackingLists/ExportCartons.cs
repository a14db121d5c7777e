using Logistics.Contracts.Codes;

namespace Logistics.Client.Intake;

public static partial class IntakeRoutes
{
    public static readonly FileRoute<PackedCartonsQuery> ExportCartons = new(Service, "/donations/{number}/cartons.csv", ["text/csv"]);
}

public sealed partial class IntakeClient
{
    /// <summary>Opens the cartons of a donation as CSV, a row for each of their goods. The caller disposes the answer.</summary>
    /// <param name="donation">The donation.</param>
    /// <param name="query">Which cartons; the file has all of them, so its page is ignored.</param>
    /// <param name="cancel">The caller has gone.</param>
    /// <exception cref="HttpRequestException">The service cannot be reached.</exception>
    public Task<HttpResponseMessage> ExportCartons(DonationNumber donation, PackedCartonsQuery query, CancellationToken cancel = default) =>
        Calls.Open(IntakeRoutes.ExportCartons, IntakeRoutes.ExportCartons.At(donation), query, cancel);
}
