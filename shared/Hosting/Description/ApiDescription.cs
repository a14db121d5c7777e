using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Logistics.Client;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Logistics.Hosting.Description;

/// <summary>
/// Describes a service as OpenAPI: the requests, answers, roles and problems of its routes. Everything is
/// derived from the routes of shared/Client, their doc comments and the code behind them.
/// </summary>
sealed class ApiDescription(ServiceDefinition service, RefusalTexts texts)
{
    const string Bearer = "bearer";
    const string ProblemSchema = "Problem";

    static readonly XmlComments Comments = new(typeof(Route).Assembly);

    public static void AddTo(IServiceCollection services, ServiceDefinition service, RefusalTexts texts)
    {
        var description = new ApiDescription(service, texts);
        services.AddOpenApi(service.Name, options =>
        {
            options.ShouldInclude = route => route.GroupName == service.Name;
            options.AddSchemaTransformer((schema, context, _) => Describe(schema, context));
            options.AddOperationTransformer((operation, context, _) => description.Describe(operation, context));
            options.AddDocumentTransformer((document, _, _) => description.Describe(document));
        });
    }

    /// <summary>Writes and reads JSON as <see cref="Wire.Json"/> does.</summary>
    public static void Follow(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = Wire.Json.DefaultIgnoreCondition;
        options.NumberHandling = Wire.Json.NumberHandling;
        options.RespectNullableAnnotations = Wire.Json.RespectNullableAnnotations;
        options.RespectRequiredConstructorParameters = Wire.Json.RespectRequiredConstructorParameters;
        options.TypeInfoResolver = Wire.Json.TypeInfoResolver;
        foreach (var converter in Wire.Json.Converters)
            options.Converters.Add(converter);
    }

    Task Describe(OpenApiDocument document)
    {
        var name = char.ToUpperInvariant(service.Name[0]) + service.Name[1..];
        document.Info = new OpenApiInfo
        {
            Title = name,
            Version = "1",
            Description = $"HTTP API of {name}. Commands carry an `Idempotency-Key`: the same key again gets the first answer and changes nothing. Refusals are problem details (RFC 9457) with a stable `code`, in the language of `Accept-Language` ({string.Join(", ", Languages.All.SkipLast(1))} or {Languages.All[^1]}).",
            Contact = new OpenApiContact { Name = "NGMO" },
            License = new OpenApiLicense { Name = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The program that serves this description." }];
        document.Tags = new HashSet<OpenApiTag> { new() { Name = service.Name, Description = $"Routes of {name}." } };
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[ProblemSchema] = DescribeProblem();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT", Description = "A token that the portal signs; machines get theirs at `POST /account/tokens`." },
        };
        return Task.CompletedTask;
    }

    Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationDescription>().FirstOrDefault() is not { } route)
            return Task.CompletedTask;
        operation.OperationId = route.Route.Name;
        operation.Summary = SummaryOf(route.Route);
        operation.Description = route.Roles.Count == 0
            ? "For everybody, without a token too."
            : $"For {string.Join(", ", route.Roles.Select(role => Wire.NameOf(role)))}; to everybody else it answers 404.";
        operation.Parameters = [.. PathParameters(route.Route), .. QueryParameters(route.Query)];
        if (route.IsCommand)
            operation.Parameters.Add(IdempotencyKey());
        // The endpoint accepts any media type and recognises a body by its content.
        operation.RequestBody?.Content?.Remove("*/*");
        if (operation.RequestBody is OpenApiRequestBody body)
            body.Required = true;
        operation.Responses ??= [];
        var edge = typeof(Endpoints).GetMethod(route.IsCommand ? nameof(Endpoints.Carry) : nameof(Endpoints.Ask), BindingFlags.NonPublic | BindingFlags.Instance)!;
        var code = new RouteCode(route, edge);
        if (!code.Creates)
            operation.Responses.Remove("201");
        foreach (var (status, answer) in operation.Responses)
            DescribeAnswer(status, answer, route);
        foreach (var problems in code.Problems(texts).OrderBy(one => one.Key))
            operation.Responses[problems.Key.ToString(CultureInfo.InvariantCulture)] = DescribeProblems(problems, context.Document);
        if (route.Roles.Count > 0)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (ValueSchema.IsCode(type))
            ValueSchema.Fill(schema, type);
        // The library omits the elements of a list if they have a custom converter.
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true && schema.Items is null && context.JsonTypeInfo.ElementType is { } element)
            schema.Items = ValueSchema.Simple(element);
        if (context.JsonPropertyInfo is { AttributeProvider: PropertyInfo property })
            schema.Description = Comments.SummaryOf(property) ?? schema.Description;
        else
            schema.Description ??= Comments.SummaryOf(type);
        return Task.CompletedTask;
    }

    static void DescribeAnswer(string status, IOpenApiResponse answer, OperationDescription route)
    {
        answer.Description = status == "201" ? "Done, and something new was recorded." : route.Answer is null ? "The file." : "Done, or the answer to the question.";
        if (answer is OpenApiResponse { Content.Count: > 0 } response && route.IsCommand)
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            response.Headers["Log-Position"] = new OpenApiHeader { Description = "The log with its last sequence number, for example `distribution=1234`.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    static string SummaryOf(Route route) =>
        new[] { ClientOf(route), typeof(ServiceClient) }.OfType<Type>().Select(type => Comments.SummaryOfMethod(type.FullName!, route.Name)).FirstOrDefault(summary => summary is not null)
        ?? route.Name;

    /// <summary>Returns the typed client of the service that owns a route; null if it has none.</summary>
    static Type? ClientOf(Route route) => typeof(Route).Assembly.GetTypes().FirstOrDefault(type =>
        type.IsSubclassOf(typeof(ServiceClient)) && type.Name.Equals(route.Service + "Client", StringComparison.OrdinalIgnoreCase));

    static IEnumerable<IOpenApiParameter> PathParameters(Route route)
    {
        var taken = ClientOf(route)?.GetMethod(route.Name)?.GetParameters().ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType, StringComparer.Ordinal);
        foreach (var segment in route.Path.Split('/').Where(segment => segment.StartsWith('{')))
        {
            var parts = segment.Trim('{', '}', '*').Split(':', 2);
            var type = taken?.GetValueOrDefault(parts[0]) ?? (parts.Length == 2 ? typeof(long) : typeof(string));
            yield return new OpenApiParameter
            {
                Name = parts[0],
                In = ParameterLocation.Path,
                Required = true,
                Description = Words(parts[0]) + ".",
                Schema = ValueSchema.Simple(type),
            };
        }
    }

    static IEnumerable<IOpenApiParameter> QueryParameters(Type? query)
    {
        foreach (var (name, property) in query is null ? [] : QueryText.Parameters(query))
        {
            yield return new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = Comments.SummaryOf(property) ?? Words(name) + ".",
                Schema = ValueSchema.Simple(property.PropertyType),
            };
        }
    }

    static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Required = true,
        Description = "Chosen by the caller, 1 to 100 characters. The same key with the same request gets the first answer and changes nothing.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 100, Examples = [JsonValue.Create("2f6c1a7e-0d5b-4a57-9c1f-0c8c5b0f5d11")] },
    };

    static OpenApiResponse DescribeProblems(IGrouping<int, string> status, OpenApiDocument? document) => new()
    {
        Description = $"Refused: {string.Join(", ", status.Select(code => $"`{code}`"))}.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchemaReference(ProblemSchema, document),
                Example = new JsonObject
                {
                    ["type"] = $"/problems/{status.First()}",
                    ["status"] = status.Key,
                    ["code"] = status.First(),
                },
            },
        },
    };

    static OpenApiSchema DescribeProblem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Problem details (RFC 9457). Further members hold the figures and names that the detail tells.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("Address that names the kind of problem."),
            ["title"] = Text("The kind of problem in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTP status." },
            ["detail"] = Text("What happened, what was kept and what to do, in the caller's language."),
            ["code"] = Text("Stable code."),
            ["field"] = Text("Path of the field that is wrong."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Every single fault, if there can be many.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["row"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Row of a file as its spreadsheet shows it." },
                        ["field"] = Text("Column or path of the field."),
                        ["code"] = Text("Stable code."),
                        ["detail"] = Text("What is wrong and what to do."),
                    },
                },
            },
        },
    };

    static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    /// <summary>Splits a camel-case name into words: <c>airWaybill</c> into <c>Air waybill</c>.</summary>
    static string Words(string name)
    {
        var words = string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
