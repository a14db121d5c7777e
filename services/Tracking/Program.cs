using Logistics.Operations;
using Logistics.Tracking;

return await LogisticsProgram.Run(args, TrackingSlices.Define());
