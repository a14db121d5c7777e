using Logistics.Client;
using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Logistics.Portal.Web.Forms;

/// <summary><c>&lt;fault of="problem" field="lines[0].pieces" /&gt;</c>: renders the field's error message; renders nothing when the field is valid.</summary>
[HtmlTargetElement("fault")]
public sealed class FieldFault : TagHelper
{
    public Problem? Of { get; set; }

    public string Field { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of?.At(Field) is not { } fault)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fault");
        output.Attributes.SetAttribute("id", IdOf(Field));
        output.Content.SetContent(fault);
    }

    /// <summary>Returns the id for <c>aria-describedby</c> of the field.</summary>
    public static string IdOf(string field) => "fault-" + field.Replace("[", "-", StringComparison.Ordinal).Replace("].", "-", StringComparison.Ordinal);
}
