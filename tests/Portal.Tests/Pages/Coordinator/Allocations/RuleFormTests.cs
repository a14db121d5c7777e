using System.Text.Json;
using Logistics.Client;
using Logistics.Contracts.Distribution;
using Logistics.Portal.Pages.Coordinator.Allocations;
using Microsoft.Extensions.Primitives;

namespace Logistics.Portal.Tests.Pages.Coordinator.Allocations;

public sealed class RuleFormTests
{
    static readonly (string, string)[] Whole =
    [
        ("a-method", "minimum-first"), ("a-indicator-1", "physicians"), ("a-share-1", "7"), ("a-indicator-2", "population"), ("a-share-2", "3"),
        ("a-indicator-3", ""), ("a-share-3", ""), ("a-reserve", "5"), ("a-minimum", "20"), ("a-maximum", "500"), ("a-excluded", "01"), ("a-excluded", "47"),
        ("a-fixed-13", "12"), ("a-remainder", "27"),
    ];

    [Fact]
    public void A_rule_is_its_fields_and_its_fields_are_the_rule() =>
        Assert.Equal(Whole, RuleForm.Read(Fields(Whole), "a").Fields("a"));

    [Fact]
    public void Fields_of_the_other_rule_are_not_read()
    {
        var second = RuleForm.Read(Fields([.. Whole, ("b-method", "webster"), ("b-reserve", "9")]), "b");

        Assert.Equal(("9", 0), (second.Reserve, second.Excluded.Count));
    }

    [Fact]
    public void Nothing_asked_is_the_usual_rule_by_physicians() => Assert.Equal(
        """{"method":"webster","indicators":[{"name":"physicians","share":1}],"reservePercent":0,"minimumCartons":0,"excluded":[]}""",
        Json(RuleForm.Read([], "a")));

    [Fact]
    public void A_rule_by_weight_leaves_amounts_out() => Assert.Equal(
        """{"method":"minimum-first","indicators":[{"name":"physicians","share":7},{"name":"population","share":3}],"reservePercent":5,"minimumCartons":20,"maximumCartons":500,"excluded":["01","47"]}""",
        Json(RuleForm.Read(Fields(Whole), "a")));

    [Fact]
    public void A_rule_by_amounts_leaves_weights_out() => Assert.Equal(
        """{"method":"fixed-with-remainder","reservePercent":5,"minimumCartons":20,"maximumCartons":500,"excluded":["01","47"],"fixed":{"13":12},"remainderTo":"27"}""",
        Json(RuleForm.Read(Fields([("a-method", "fixed-with-remainder"), .. Whole[1..]]), "a")));

    [Fact]
    public void Digits_of_a_Japanese_keyboard_are_digits()
    {
        RuleForm.Read(Fields([("a-method", "webster"), ("a-reserve", "１０")]), "a").Asked(out var wrong);

        Assert.Null(wrong);
    }

    [Theory]
    [InlineData("a-reserve", "5.5")]
    [InlineData("a-minimum", "many")]
    [InlineData("a-maximum", "1e3")]
    public void What_is_no_whole_number_is_told(string field, string text)
    {
        RuleForm.Read(Fields([("a-method", "webster"), (field, text)]), "a").Asked(out var wrong);

        Assert.Equal(text, wrong);
    }

    [Fact]
    public void Codes_that_no_recipient_can_have_are_left_out() => Assert.Equal(
        """{"method":"fixed-with-remainder","reservePercent":0,"minimumCartons":0,"excluded":["02"],"fixed":{"13":1}}""",
        Json(RuleForm.Read(
            Fields([("a-method", "fixed-with-remainder"), ("a-excluded", "x!"), ("a-excluded", "2"), ("a-fixed-13", "1"), ("a-fixed-x!", "1"), ("a-remainder", "x!")]), "a")));

    [Fact]
    public void A_drafted_rule_can_be_looked_at_again()
    {
        var rule = new PlanRule(AllocationMethod.Webster, [new Indicator("physicians", 2016, "Survey", 1)], 5, 20, null, [], null, null);

        Assert.Equal(
            """{"method":"webster","indicators":[{"name":"physicians","share":1}],"reservePercent":5,"minimumCartons":20,"excluded":[]}""",
            Json(RuleForm.Of(rule)));
    }

    static string Json(RuleForm rule)
    {
        var json = JsonSerializer.Serialize(rule.Asked(out var wrong), Wire.Json);
        Assert.Null(wrong);
        return json;
    }

    static IEnumerable<KeyValuePair<string, StringValues>> Fields(IEnumerable<(string Name, string Value)> fields) =>
        fields.GroupBy(field => field.Name, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, new StringValues([.. field.Select(one => one.Value)])));
}
