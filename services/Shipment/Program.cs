using Logistics.ServiceDefaults.Hosting;
using Logistics.Shipment;

if (args is [HealthProbe.Verb, ..])
    return await HealthProbe.Ask(args);
await LogisticsHost.Build(args, ShipmentSlices.Define()).RunAsync();
return 0;
