using Logistics.Portal;
using Logistics.ServiceDefaults.Hosting;

if (args is [HealthProbe.Verb, ..])
    return await HealthProbe.Ask(args);
await LogisticsHost.Build(args, PortalSlices.Define()).RunAsync();
return 0;
