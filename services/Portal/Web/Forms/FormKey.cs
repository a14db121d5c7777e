using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Logistics.Portal.Web.Forms;

/// <summary>
/// <c>&lt;form-key /&gt;</c>: renders the idempotency key of a form, created with its page, so that a form submitted twice is carried out once.
/// A form that is shown again keeps its key only if the outcome of its command is unknown.
/// </summary>
[HtmlTargetElement("form-key")]
public sealed class FormKey : TagHelper
{
    public const string Field = "key";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Field);
        output.Attributes.SetAttribute("value", ViewContext.HttpContext.Items[Field] as string ?? Guid.CreateVersion7().ToString());
    }
}
