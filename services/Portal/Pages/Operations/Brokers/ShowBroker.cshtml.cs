using Logistics.Client.Portal;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Pages.Operations.Brokers;

/// <summary>Shows the queues at the broker. An administrator sends dead letters again, or discards them with a reason.</summary>
public sealed class ShowBroker(BrokerQueues queues, [FromKeyedServices(PortalRoutes.Service)] Log log, Viewer viewer, Texts texts) : PageModel
{
    public bool HasBroker => queues.HasBroker;

    public string Address => queues.Address;

    public IReadOnlyList<BrokerQueues.Queue> Queues { get; private set; } = [];

    /// <summary>The queue whose dead letters are shown; null for none.</summary>
    public string? Queue { get; private set; }

    public IReadOnlyList<BrokerQueues.DeadLetter> Letters { get; private set; } = [];

    /// <summary>Why the broker does not answer; null if it does.</summary>
    public string? Silence { get; private set; }

    /// <summary>Gets the id of the letter that was to be discarded without a reason, or null.</summary>
    public string? WithoutReason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? queue, CancellationToken cancel)
    {
        if (queue is not null && !BrokerQueues.IsDeadLetters(queue))
            return NotFound();
        Queue = queue;
        await Load(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostRequeueAsync(string queue, string letter, string key, CancellationToken cancel) => Act(
        queue,
        () => queues.Requeue(queue, letter, _ => Record(queue, new MessageRequeued(queue, letter), key), cancel),
        texts["operations.requeued"],
        cancel);

    public async Task<IActionResult> OnPostDiscardAsync(string queue, string letter, string? reason, string key, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(reason))
        {
            return await Act(
                queue,
                () => queues.Discard(queue, letter, taken => Record(queue, new MessageDiscarded(queue, letter, reason.Trim(), taken.Body), key), cancel),
                texts["operations.discarded"],
                cancel);
        }

        if (viewer.Role != Role.Admin || !BrokerQueues.IsDeadLetters(queue))
            return NotFound();
        (Queue, WithoutReason) = (queue, letter);
        await Load(cancel);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    async Task<IActionResult> Act(string queue, Func<Task<bool>> act, string done, CancellationToken cancel)
    {
        if (viewer.Role != Role.Admin || !HasBroker || !BrokerQueues.IsDeadLetters(queue))
            return NotFound();
        try
        {
            Notices.Say(TempData, await act() ? done : texts["operations.letter-gone"]);
            return Redirect($"/operations/broker?queue={Uri.EscapeDataString(queue)}");
        }
        catch (BrokerSilentException silent)
        {
            Queue = queue;
            await Load(cancel);
            Silence = silent.Message;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    Task<int> Record(string queue, object @event, string key) => log.Write(new Origin(viewer.Account, key), session =>
    {
        session.Append($"broker/{queue}", @event);
        return 0;
    });

    async Task Load(CancellationToken cancel)
    {
        if (!HasBroker)
            return;
        try
        {
            Queues = await queues.List(cancel);
            if (Queue is not null && Queues.Any(there => there.Name == Queue))
                Letters = await queues.Look(Queue, cancel);
        }
        catch (BrokerSilentException silent)
        {
            Silence = silent.Message;
        }
    }
}
