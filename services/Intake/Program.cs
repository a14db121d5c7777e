using Logistics.Intake;
using Logistics.ServiceDefaults.Hosting;

await LogisticsHost.Build(args, IntakeSlices.Define()).RunAsync();
