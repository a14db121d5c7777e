using Logistics.Operations;
using Logistics.Shipment;

return await LogisticsProgram.Run(args, ShipmentSlices.Define());
