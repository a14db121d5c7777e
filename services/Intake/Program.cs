using Logistics.Intake;
using Logistics.ServiceDefaults.Hosting;

if (args is [HealthProbe.Verb, ..])
    return await HealthProbe.Ask(args);
await LogisticsHost.Build(args, IntakeSlices.Define()).RunAsync();
return 0;
