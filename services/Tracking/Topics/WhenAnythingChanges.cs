using Logistics.Contracts.Registry;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Topics;

/// <summary>Tells subscribers what every event changes once it is durable. Filling a new generation changes nothing that is visible.</summary>
static class WhenAnythingChanges
{
    public static void Map(ServiceDefinition tracking, Subscriptions subscriptions)
    {
        foreach (var source in Sources.All)
        {
            foreach (var (_, type) in Events.All)
            {
                tracking.Reactions.On(source, type, (about, data, session) =>
                {
                    if (!session.IsFilling && subscriptions.Any)
                        session.AfterCommit(() => subscriptions.Tell(ChangedTopics.Of(about, data)));
                });
            }
        }
    }
}
