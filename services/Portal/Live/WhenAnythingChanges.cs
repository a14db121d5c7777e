using Logistics.Contracts;
using Logistics.Hosting.Commands;

namespace Logistics.Portal.Live;

/// <summary>Every event that is applied moves the position of its log and wakes the pages that show what it changed.</summary>
public static class WhenAnythingChanges
{
    public static void Map(ServiceDefinition portal, Changes changes, Positions positions)
    {
        foreach (var source in PortalSlices.Sources)
        {
            foreach (var (_, type) in Events.All)
            {
                portal.Reactions.On(source, type, (about, data, session) => session.AfterCommit(() =>
                {
                    positions.Move(about.Source, about.Seq);
                    if (changes.AreListenedTo)
                        changes.Tell(Topics.Of(about, data));
                }));
            }
        }
    }
}
