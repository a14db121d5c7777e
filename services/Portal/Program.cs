using Logistics.Portal;
using Logistics.ServiceDefaults.Hosting;

await LogisticsHost.Build(args, PortalSlices.Define()).RunAsync();
