using System.Xml.Linq;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Logistics.Portal.Users.Access;

/// <summary>Stores the keys of Data Protection, which protect cookies and secrets.</summary>
public sealed class ProtectionKeys(UserDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. database.Rows<string>("select xml from protection_key order by name").Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => database.Write(session => session.Execute(
        "insert into protection_key (name, xml) values (@friendlyName, @xml)", new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }));
}
