using Logistics.AllInOne;
using Logistics.AllInOne.Demos;
using Logistics.Operations;

var services = AllServices.Define();
var root = LogisticsProgram.Define("Donated goods from the pledge to the hospital: all services in one process.", args, services, Addresses.Usual);
root.Add(DemoCommand.Define());
root.Add(TokenCommand.Define(services));
return await LogisticsProgram.Run(root, args);
