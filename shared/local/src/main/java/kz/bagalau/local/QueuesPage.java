package kz.bagalau.local;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.bagalau.rules.Language;

/// The page on which whoever runs the machine sees the queues and sends dead letters back.
final class QueuesPage {

    private QueuesPage() {}

    static String html(List<DeadLetters.Standing> queues, Language language) {
        ResourceBundle texts = texts(language);
        StringBuilder rows = new StringBuilder();
        queues.forEach(queue -> rows.append(row(queue, texts)));
        return PAGE.formatted(
                language.code(),
                texts.getString("title"),
                texts.getString("title"),
                texts.getString("explanation"),
                texts.getString("queue"),
                texts.getString("waiting"),
                texts.getString("away"),
                texts.getString("redrive"),
                rows);
    }

    private static String row(DeadLetters.Standing queue, ResourceBundle texts) {
        return ROW.formatted(
                queue.queue().id(),
                queue.waiting(),
                queue.away(),
                queue.source()
                        .map(source ->
                                BUTTON.formatted(
                                        queue.queue().id(),
                                        queue.waiting() > 0 ? "" : " disabled",
                                        texts.getString("back").formatted(source.id())))
                        .orElse(""));
    }

    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(
                "kz.bagalau.local.queues",
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
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
            <table>
            <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            </main></body></html>
            """;

    private static final String ROW =
            """
            <tr><th scope="row">%s</th><td>%d</td><td>%d</td><td>%s</td></tr>
            """;

    private static final String BUTTON =
            """
            <form method="post" action="/local/queues/%s/redrive"><button%s>%s</button></form>\
            """;
}
