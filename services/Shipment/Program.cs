using Logistics.ServiceDefaults.Hosting;
using Logistics.Shipment;

await LogisticsHost.Build(args, ShipmentSlices.Define()).RunAsync();
