namespace Logistics.Portal.Users.Records;

/// <summary>People by their names, where their accounts are known here; machines and accounts of elsewhere by their ids.</summary>
static class UserNames
{
    public static string NameOf(this UserStore accounts, string id) => accounts.Find(id) is { Name.Length: > 0 } account ? account.Name : id;
}
