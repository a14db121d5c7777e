using Logistics.Intake;
using Logistics.ServiceDefaults.Operations;

return await LogisticsProgram.Run(args, IntakeSlices.Define());
