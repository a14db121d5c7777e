using Logistics.Distribution;
using Logistics.ServiceDefaults.Hosting;

await LogisticsHost.Build(args, DistributionSlices.Define()).RunAsync();
