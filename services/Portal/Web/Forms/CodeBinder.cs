using Logistics.Contracts.Syntax;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Logistics.Portal.Web.Forms;

/// <summary>Binds domain codes, for example a parcel number in a path, in any spelling.</summary>
sealed class CodeBinder(Func<string, object?> parse) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue is not { Length: > 0 } text)
            return Task.CompletedTask;
        if (parse(text) is { } code)
            bindingContext.Result = ModelBindingResult.Success(code);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text);
        return Task.CompletedTask;
    }

    static object? Parse<T>(string text) where T : struct, ICode<T> => T.TryParse(text, out var code, out _) ? code : null;

    public sealed class Provider : IModelBinderProvider
    {
        static readonly System.Reflection.MethodInfo ParseOf =
            typeof(CodeBinder).GetMethod(nameof(Parse), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            var type = context.Metadata.UnderlyingOrModelType;
            return type.IsValueType && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ICode<>))
                ? new CodeBinder(ParseOf.MakeGenericMethod(type).CreateDelegate<Func<string, object?>>())
                : null;
        }
    }
}
