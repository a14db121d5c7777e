using System.Globalization;
using System.Text.Json;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Portal.Pages.Association.Receipts;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Pages.Association.Outbox;

/// <summary>
/// Receives what a device confirmed offline and sends when it is online again. The device asks who is signed in and gets a fresh token, then sends each
/// picture separately and finally the receipt under its stored key, so that repeated attempts create one receipt.
/// </summary>
static class DeliverOutbox
{
    /// <param name="Account">Account allowed to send; confirmations of other accounts stay on the device.</param>
    /// <param name="Token">For the header <c>RequestVerificationToken</c>.</param>
    /// <param name="Now">Server time, from which the device computes the error of its clock.</param>
    public sealed record Session(string Account, string Token, DateTimeOffset Now);

    /// <param name="Key">Created by the device at confirmation.</param>
    /// <param name="Account">Account that confirmed.</param>
    /// <param name="Parcel">The parcel.</param>
    /// <param name="ReceivedAt">Time of the confirmation, not of the transmission.</param>
    /// <param name="Seen">Version of the parcel on the page.</param>
    /// <param name="AllGood">Whether everything outstanding arrived in good condition; then there are no lines.</param>
    /// <param name="Lines">The findings otherwise.</param>
    public sealed record Kept(string Key, string Account, ParcelNumber Parcel, string ReceivedAt, int Seen, bool AllGood, IReadOnlyList<ReportedLine> Lines);

    /// <param name="Code">Code used by the service.</param>
    /// <param name="Detail">What happened, what was kept and what to do.</param>
    public sealed record Refused(string Code, string Detail);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/association/outbox", Open).ExcludeFromDescription();
        app.MapPost("/association/outbox", Deliver).ExcludeFromDescription();
        app.MapPost("/association/outbox/photos", Take).ExcludeFromDescription();
    }

    static IResult Open(HttpContext context, Viewer viewer, IAntiforgery antiforgery, TimeProvider clock)
    {
        if (NotAllowed(viewer) is { } status)
            return Results.StatusCode(status);
        var token = antiforgery.GetAndStoreTokens(context).RequestToken!;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Session(viewer.Account, token, clock.GetUtcNow()), EventBody.Json);
    }

    static async Task<IResult> Deliver(HttpContext context, Viewer viewer, IAntiforgery antiforgery, DistributionClient distribution, Texts texts)
    {
        if (NotAllowed(viewer) is { } status)
            return Results.StatusCode(status);
        if (!await IsOurs(context, antiforgery))
            return Refuse(StatusCodes.Status400BadRequest, "form-expired", texts["error.400.text"]);
        Kept? kept;
        try
        {
            kept = await context.Request.ReadFromJsonAsync<Kept>(EventBody.Json, context.RequestAborted);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or CodeFaultException)
        {
            kept = null;
        }

        if (kept is null || kept.AllGood == kept.Lines.Count > 0)
            return Refuse(StatusCodes.Status422UnprocessableEntity, "receipt-unreadable", texts["association.outbox.unreadable"]);
        if (kept.Account != viewer.Account)
            return Refuse(StatusCodes.Status409Conflict, "other-account", texts["association.outbox.others"]);
        if (!DateTimeOffset.TryParse(kept.ReceivedAt, CultureInfo.InvariantCulture, DateTimeStyles.None, out var receivedAt))
            return Refuse(StatusCodes.Status422UnprocessableEntity, "instant-format", texts["association.fault.time"]);
        var request = new ConfirmReceiptRequest(receivedAt, kept.AllGood, kept.AllGood ? null : kept.Lines, kept.Seen);
        var reply = await distribution.ConfirmReceipt(kept.Parcel, request, kept.Key, context.RequestAborted);
        return reply.Succeeded ? Results.Json(reply.Body, EventBody.Json) : Refuse(reply.Problem.Status, reply.Problem.Code, reply.Problem.Detail);
    }

    static async Task<IResult> Take(string parcel, HttpContext context, Viewer viewer, IAntiforgery antiforgery, DistributionClient distribution, Texts texts)
    {
        if (NotAllowed(viewer) is { } status)
            return Results.StatusCode(status);
        if (!await IsOurs(context, antiforgery))
            return Refuse(StatusCodes.Status400BadRequest, "form-expired", texts["error.400.text"]);
        if (!ParcelNumber.TryParse(parcel, out var number, out _))
            return Refuse(StatusCodes.Status404NotFound, "not-found", texts["error.404.text"]);
        if (await Picture(context) is not { } picture)
        {
            return Refuse(
                StatusCodes.Status422UnprocessableEntity,
                "photo-too-large",
                texts["association.fault.photo-size", ("most", texts.Number(DistributionRoutes.MaxPhotoBytes >> 20))]);
        }

        var reply = await distribution.Upload(number, picture, context.RequestAborted);
        return reply.Succeeded ? Results.Json(reply.Body, EventBody.Json) : Refuse(reply.Problem.Status, reply.Problem.Code, reply.Problem.Detail);
    }

    /// <summary>Returns 401 if signed out, so that the device asks to sign in, and 404 for callers other than associations.</summary>
    static int? NotAllowed(Viewer viewer) => viewer.Role switch
    {
        Role.Association => null,
        null => StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status404NotFound,
    };

    static async Task<bool> IsOurs(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"] && await antiforgery.IsRequestValidAsync(context);

    /// <returns>Null if the picture is too large.</returns>
    static async Task<byte[]?> Picture(HttpContext context)
    {
        if (context.Request.ContentLength > DistributionRoutes.MaxPhotoBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = DistributionRoutes.MaxPhotoBytes + 1;
        using var picture = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(picture, context.RequestAborted);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return picture.Length > DistributionRoutes.MaxPhotoBytes ? null : picture.ToArray();
    }

    static IResult Refuse(int status, string code, string detail) => Results.Json(new Refused(code, detail), EventBody.Json, statusCode: status);
}
