package kz.bagalau.local.http;

import java.util.Locale;
import java.util.ResourceBundle;
import kz.bagalau.rules.Language;

/// What the host's own pages have in common: head, heading, style, and texts from the resource
/// bundle of each page.
public final class HostPage {

    private HostPage() {}

    /// @param bundle its name, which has at least `title` and `explanation`
    public static ResourceBundle texts(String bundle, Language language) {
        return ResourceBundle.getBundle(
                "kz.bagalau.local." + bundle,
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @param content of the page below its heading and explanation, as HTML
    public static String html(Language language, ResourceBundle texts, String content) {
        String title = escape(texts.getString("title"));
        return PAGE.formatted(
                language.code(), title, title, escape(texts.getString("explanation")), content);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/local/issuer/style.css">
            </head>
            <body><main><h1>%s</h1><p>%s</p>
            %s
            </main></body></html>
            """;

    public static final String STYLE =
            """
            body { font: 1.1rem/1.5 system-ui, sans-serif; color: #14202b; background: #fff; margin: 0 }
            /* A second click of what led here must choose nothing: no pointers for half a second. */
            body { animation: settle .5s }
            @keyframes settle { from, to { pointer-events: none } }
            main { max-width: 36rem; margin: 0 auto; padding: 1rem }
            fieldset { border: 1px solid #6b7a88; margin: 0 0 1rem }
            .choice { display: flex; gap: .6rem; padding: .5rem 0; align-items: baseline }
            input[type=radio] { width: 1.3rem; height: 1.3rem; flex: none }
            p > label { display: block }
            p > input { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem }
            button { font: inherit; padding: .6rem 1.4rem; color: #fff; background: #00508c; border: 0 }
            :focus-visible { outline: 3px solid #b45f00; outline-offset: 2px }
            """;
}
