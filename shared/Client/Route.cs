using System.Runtime.CompilerServices;
using System.Text;

namespace Logistics.Client;

/// <summary>Names one operation of a service: the service maps it and the client calls it, so neither repeats its path or its types.</summary>
/// <param name="Service">First segment of the path, for example <c>distribution</c>.</param>
/// <param name="Path">Template below it, for example <c>/parcels/{parcel}/receipts</c>.</param>
/// <param name="Name">Of the operation, for example <c>ConfirmReceipt</c>: that of the member which holds the route.</param>
public abstract record Route(string Service, string Path, string Name)
{
    /// <summary>Fills the placeholders of <see cref="Path"/> in their order.</summary>
    /// <param name="values">One for each placeholder; codes and numbers are written as their text and escaped.</param>
    /// <returns>A path from the root, for example <c>/distribution/parcels/P-13-2020-0001/receipts</c>.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than placeholders.</exception>
    public string At(params ReadOnlySpan<object> values)
    {
        var path = new StringBuilder("/").Append(Service);
        var used = 0;
        foreach (var segment in Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/');
            if (!segment.StartsWith('{'))
                path.Append(segment);
            else if (used < values.Length)
                path.Append(Uri.EscapeDataString(values[used++].ToString()!)).Append(segment.AsSpan(segment.IndexOf('}', StringComparison.Ordinal) + 1));
            else
                throw new ArgumentException($"{Path} needs more than {values.Length} values.", nameof(values));
        }

        return used == values.Length ? path.ToString() : throw new ArgumentException($"{Path} needs {used} values, not {values.Length}.", nameof(values));
    }
}

/// <summary>A POST with a JSON body.</summary>
/// <typeparam name="TRequest">Its body.</typeparam>
/// <typeparam name="TAnswer">The body of a 200 or 201.</typeparam>
public sealed record CommandRoute<TRequest, TAnswer>(string Service, string Path, [CallerMemberName] string Name = "") : Route(Service, Path, Name) where TRequest : class where TAnswer : class;

/// <summary>A POST whose body is a file.</summary>
/// <typeparam name="TQuery">Its query string; <see cref="NoQuery"/> if it has none.</typeparam>
/// <typeparam name="TAnswer">The body of a 200 or 201.</typeparam>
/// <param name="Service">As in <see cref="Route"/>.</param>
/// <param name="Path">As in <see cref="Route"/>.</param>
/// <param name="ContentTypes">Media types that it accepts.</param>
/// <param name="Name">As in <see cref="Route"/>.</param>
public sealed record UploadRoute<TQuery, TAnswer>(string Service, string Path, IReadOnlyList<string> ContentTypes, [CallerMemberName] string Name = "") : Route(Service, Path, Name)
    where TQuery : class, new() where TAnswer : class;

/// <summary>A GET.</summary>
/// <typeparam name="TQuery">Its query string; <see cref="NoQuery"/> if it has none.</typeparam>
/// <typeparam name="TAnswer">The body of a 200; a list of rows for a route that is cut into pages.</typeparam>
public sealed record QueryRoute<TQuery, TAnswer>(string Service, string Path, [CallerMemberName] string Name = "") : Route(Service, Path, Name) where TQuery : class, new() where TAnswer : class;

/// <summary>A GET that answers with a file.</summary>
/// <typeparam name="TQuery">Its query string; <see cref="NoQuery"/> if it has none.</typeparam>
/// <param name="Service">As in <see cref="Route"/>.</param>
/// <param name="Path">As in <see cref="Route"/>.</param>
/// <param name="ContentTypes">Media types that it may answer with.</param>
/// <param name="Name">As in <see cref="Route"/>.</param>
public sealed record FileRoute<TQuery>(string Service, string Path, IReadOnlyList<string> ContentTypes, [CallerMemberName] string Name = "") : Route(Service, Path, Name) where TQuery : class, new();

/// <summary>The query string of a route that has none.</summary>
public sealed record NoQuery;

/// <summary>The query string of a list that is ordered by a key and cut into pages. Its answer tells the rows of all pages in the header <c>Total-Count</c>.</summary>
public abstract record PagedQuery
{
    /// <summary>Key of the last row seen; starts at the first row if null.</summary>
    public string? After { get; init; }

    /// <summary>Rows of the page, 1 to 1,000; 100 if null.</summary>
    public int? Limit { get; init; }
}
