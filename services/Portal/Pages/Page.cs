using Logistics.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Pages;

/// <summary>One plain page: no script, nothing from elsewhere, in the reader's language by <c>?lang=</c> or <c>Accept-Language</c>.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="title">Heading and title.</param>
/// <param name="path">Of the page, for the same in another language.</param>
/// <param name="body">What follows the heading.</param>
sealed class Page(int status, Func<Texts, string> title, string path, Func<Texts, Html> body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = new Texts(Languages.Match(httpContext.Request.Query["lang"].ToString()) ?? Languages.Of(httpContext.Request));
        var response = httpContext.Response;
        Protect(response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = texts.Language;
        response.Headers.Vary = "Accept-Language";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        await response.WriteAsync(Write(texts).ToString());
    }

    public static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XFrameOptions = "DENY";
    }

    /// <summary>The page of something by its code, in the language of the page that leads there.</summary>
    public static string Link(Texts texts, string code) => $"{Path(code)}?lang={texts.Language}";

    public static string Path(string code) => "/portal/t/" + string.Join('/', code.Split('/').Select(Uri.EscapeDataString));

    public static Html Search(Texts texts) => Html.Of($"""
        <form action="/portal/t" method="get" role="search">
        <label for="code">{texts["search-label"]}</label>
        <div><input id="code" name="code" type="search" required maxlength="200" autocomplete="off"><input type="hidden" name="lang" value="{texts.Language}"><button>{texts["search"]}</button></div>
        </form>
        """);

    Html Write(Texts texts) => Html.Of($"""
        <!doctype html>
        <html lang="{texts.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title(texts)}</title>
        <link rel="stylesheet" href="/portal/style.css">
        </head>
        <body>
        <header>
        <a href="/portal/?lang={texts.Language}">{texts["home"]}</a>
        <nav>{Html.Join(Languages.All.Select(Choice))}</nav>
        </header>
        <main>
        <h1>{title(texts)}</h1>
        {body(texts)}
        </main>
        </body>
        </html>
        """);

    Html Choice(string language) => Html.Of($"""<a href="{path}?lang={language}" lang="{language}" hreflang="{language}">{Name(language)}</a> """);

    static string Name(string language) => language switch
    {
        "ja" => "日本語",
        "zh-Hans" => "简体中文",
        _ => "English",
    };
}
