using Logistics.Distribution;
using Logistics.ServiceDefaults.Hosting;

if (args is [HealthProbe.Verb, ..])
    return await HealthProbe.Ask(args);
await LogisticsHost.Build(args, DistributionSlices.Define()).RunAsync();
return 0;
