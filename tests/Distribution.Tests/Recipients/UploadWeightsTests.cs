using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Recipients;

namespace Logistics.Distribution.Tests.Recipients;

public sealed class UploadWeightsTests
{
    static readonly Dictionary<RecipientCode, long> Two = new() { [Recipient("01")] = 10, [Recipient("NGMO")] = 20 };

    [Theory]
    [InlineData("", 2020, "Survey", "text-required")]
    [InlineData("beds", 1899, "Survey", "weights-year")]
    [InlineData("beds", 2020, "", "text-required")]
    public void A_name_a_year_and_a_source_are_needed(string name, int year, string source, string code) =>
        Assert.Equal(code, UploadWeights.Decide(new(name, year, source, Two)).Refusal?.Code);

    [Fact]
    public void A_name_has_at_most_50_characters_and_a_source_at_most_500()
    {
        Assert.Equal("text-too-long", UploadWeights.Decide(new(new string('x', 51), 2020, "Survey", Two)).Refusal?.Code);
        Assert.Equal("text-too-long", UploadWeights.Decide(new("beds", 2020, new string('x', 501), Two)).Refusal?.Code);
        Assert.Null(UploadWeights.Decide(new(new string('x', 50), 2020, new string('x', 500), Two)).Refusal);
    }

    [Fact]
    public void Weights_are_not_negative_not_all_zero_and_not_too_many()
    {
        Assert.Equal("weights-count", Of([]));
        Assert.Equal("weights-count", Of(Enumerable.Range(0, 201).ToDictionary(i => Recipient($"R{i}"), _ => 1L)));
        Assert.Equal("weight-out-of-range", Of(new() { [Recipient("01")] = -1 }));
        Assert.Equal("weight-out-of-range", Of(new() { [Recipient("01")] = 1_000_000_000_001 }));
        Assert.Equal("weights-all-zero", Of(new() { [Recipient("01")] = 0 }));

        static string? Of(Dictionary<RecipientCode, long> weights) => UploadWeights.Decide(new("beds", 2020, "Survey", weights)).Refusal?.Code;
    }

    [Fact]
    public void What_was_uploaded_is_recorded()
    {
        Assert.Equal(Two, UploadWeights.Decide(new("beds", 2020, "Survey", Two)).Event?.Weights);
    }

    [Fact]
    public async Task The_latest_upload_of_a_name_counts_and_brings_new_recipients()
    {
        await using var hub = await Hub.With();
        (await hub.Post("/weights", new { name = "beds", year = 2019, source = "Old", weights = new Dictionary<string, long> { ["01"] = 1, ["02"] = 2 } })).Expect(201);
        (await hub.Post("/weights", new { name = "beds", year = 2020, source = "New", weights = new Dictionary<string, long> { ["1"] = 5, ["ＮＧＭＯ"] = 7 } })).Expect(201);

        var page = await hub.Get("/recipients");

        var recipients = page["recipients"]!.AsArray();
        Assert.Equal(48, recipients.Count);
        Assert.Equal(["beds", "physicians", "population"], page["indicators"]!.AsArray().Select(indicator => (string)indicator!["name"]!));
        Assert.Equal((5L, 13309L), ((long)recipients[0]!["weights"]!["beds"]!, (long)recipients[0]!["weights"]!["physicians"]!));
        Assert.Null(recipients[1]!["weights"]!["beds"]);
        Assert.Equal("北海道", (string)recipients[0]!["names"]!["ja"]!);
        Assert.Equal("NGMO", (string)recipients[47]!["code"]!);
        Assert.Equal(319_480, recipients.Sum(recipient => (long?)recipient!["weights"]!["physicians"] ?? 0));
    }

    static RecipientCode Recipient(string code) => Code.Parse<RecipientCode>(code);
}
