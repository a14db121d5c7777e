using Logistics.Client;
using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Logistics.Portal.Web.Forms;

/// <summary><c>fault-of</c> and <c>fault-field</c> on a field: marks the field as invalid and refers to the text with its fault.</summary>
[HtmlTargetElement("input", Attributes = "fault-field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "fault-field")]
[HtmlTargetElement("textarea", Attributes = "fault-field")]
public sealed class FaultyField : TagHelper
{
    public Problem? FaultOf { get; set; }

    public string FaultField { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (FaultOf?.At(FaultField) is null)
            return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.Attributes.SetAttribute("aria-describedby", FieldFault.IdOf(FaultField));
    }
}
