using Logistics.Hosting.Commands;
using Logistics.Intake.Donations;
using Logistics.Intake.PackingLists;

namespace Logistics.Intake;

/// <summary>Lists every slice of the service.</summary>
public static class IntakeSlices
{
    public static ServiceDefinition Define()
    {
        var intake = new ServiceDefinition("intake", typeof(IntakeSlices).Assembly);

        RegisterDonation.Map(intake);
        AmendDonation.Map(intake);
        ReleaseDonation.Map(intake);
        CancelDonation.Map(intake);
        CloseDonation.Map(intake);
        WhenPiecesMove.Map(intake);
        AttachPackingList.Map(intake);
        PackUniformly.Map(intake);
        ListCartons.Map(intake);
        ExportCartons.Map(intake);
        GetDonation.Map(intake);
        ListDonations.Map(intake);

        return intake;
    }
}
