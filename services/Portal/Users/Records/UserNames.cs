namespace Logistics.Portal.Users.Records;

/// <summary>Names people whose accounts are known here; machines and external accounts by their ids.</summary>
static class UserNames
{
    public static string NameOf(this UserStore accounts, string id) => accounts.Find(id) is { Name.Length: > 0 } account ? account.Name : id;
}
