using Logistics.Intake;
using Logistics.Operations;

return await LogisticsProgram.Run(args, IntakeSlices.Define());
