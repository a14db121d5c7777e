using Logistics.Portal;
using Logistics.ServiceDefaults.Operations;

return await LogisticsProgram.Run(args, PortalSlices.Define());
