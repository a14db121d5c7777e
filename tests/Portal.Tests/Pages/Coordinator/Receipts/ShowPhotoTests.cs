using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Receipts;

public sealed class ShowPhotoTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task A_picture_that_is_not_there_is_not_found()
    {
        using var coordinator = await services.SignIn(Role.Coordinator);

        (await coordinator.Get("/coordinator/photos/0123456789abcdef")).Expect(404);
        (await coordinator.Get("/coordinator/parcels/P-13-2020-9999")).Expect(404);
    }

    /// <summary>A parcel of 120 pieces, and a coordinator who looks at it.</summary>
    async Task<(string Path, AtWork Coordinator)> Parcel(string recipient)
    {
        var parcels = await services.Sent((recipient, 2));
        return ($"/coordinator/parcels/{parcels[recipient]}", await services.SignIn(Role.Coordinator));
    }
}
