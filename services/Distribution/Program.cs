using Logistics.Distribution;
using Logistics.Operations;

return await LogisticsProgram.Run(args, DistributionSlices.Define());
