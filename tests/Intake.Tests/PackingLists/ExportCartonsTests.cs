using System.Text;
using Logistics.Hosting.Access;
using Logistics.Intake.PackingFiles;
using Logistics.Intake.Tests.Donations;
using Logistics.Testing;

namespace Logistics.Intake.Tests.PackingLists;

public sealed class ExportCartonsTests
{
    const string Path = "/intake/donations/D-2020-0001/cartons.csv";

    [Fact]
    public async Task Every_one_of_8010_cartons_is_in_the_file_and_the_file_is_a_packing_list_again()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", DonationFixtures.PledgeOf(300_000, 150_000))).Expect(201);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 5_010, piecesPerCarton = 50, lot = "A", expiry = "2025-04" })).Expect(200);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 2, cartons = 3_000, piecesPerCarton = 50, lot = "G", size = "L" })).Expect(200);

        var (bytes, response) = await Download(host, Path, "ja");
        using (response)
        {
            Assert.Equal(("text/csv", "utf-8", "attachment", "cartons-D-2020-0001.csv"), (
                response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet,
                response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
        }

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var reading = PackingListReader.Read(bytes);
        Assert.Empty(reading.Faults);
        Assert.Equal((8_010, 400_500L), (reading.Rows.Count, reading.Rows.Sum(row => row.Pieces)));
        Assert.Equal(5_010, (await Lines(host, Path + "?product=mask", "en")).Length - 1);
        Assert.Equal("SSCC,箱番号,行,品目,サイズ,ロット,使用期限,数量,状態", (await Lines(host, Path, "ja"))[0]);
        Assert.Equal(",C00001,1,口罩,,A,2025-04,50,已装箱", (await Lines(host, Path, "zh-Hans"))[1]);
    }

    [Fact]
    public async Task A_cell_is_never_a_formula_and_an_SSCC_keeps_its_digits()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", DonationFixtures.PledgeOf(1_000, 500))).Expect(201);
        var file = "SSCC,Carton No,Product,Size,Lot,Pieces\n395212340000000014,,mask,=1+1,A,60\n,@SUM(A1),mask,\"+1,2\",A,60\n,-1,mask,\"a\"\"b\",A,60\n";
        (await host.Upload(Role.Foundation, "/intake/donations/D-2020-0001/packing-lists", Encoding.UTF8.GetBytes(file))).Expect(200);

        Assert.Equal(
            [
                "SSCC,Carton No,Line,Product,Size,Lot,Expiry,Pieces,State",
                "(00)395212340000000014,,1,Masks,\"'=1+1\",A,,60,Packed",
                ",\"'-1\",1,Masks,\"a\"\"b\",A,,60,Packed",
                ",\"'@SUM(A1)\",1,Masks,\"'+1,2\",A,,60,Packed",
            ],
            await Lines(host, Path, "en"));
        (await host.Get(Role.Foundation, Path + "?state=lost")).Expect(400);
        (await host.Get(Role.Foundation, "/intake/donations/D-2020-0002/cartons.csv")).Expect(404);
        (await host.Get(Role.Association, Path)).Expect(404);
    }

    static async Task<string[]> Lines(RunningHost host, string path, string language)
    {
        var (bytes, response) = await Download(host, path, language);
        response.Dispose();
        return Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    static async Task<(byte[] Bytes, HttpResponseMessage Response)> Download(RunningHost host, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", host.Token(Role.Foundation));
        request.Headers.AcceptLanguage.ParseAdd(language);
        var response = await host.Send(request);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(), response);
    }
}
