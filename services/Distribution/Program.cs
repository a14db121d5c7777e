using Logistics.Distribution;
using Logistics.ServiceDefaults.Operations;

return await LogisticsProgram.Run(args, DistributionSlices.Define());
