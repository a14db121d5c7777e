using Logistics.Operations;
using Logistics.Portal;

return await LogisticsProgram.Run(args, PortalSlices.Define());
