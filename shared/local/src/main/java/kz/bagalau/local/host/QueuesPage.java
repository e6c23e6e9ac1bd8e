package kz.bagalau.local.host;

import java.util.List;
import java.util.ResourceBundle;
import kz.bagalau.local.background.DeadLetters;
import kz.bagalau.local.http.HostPage;
import kz.bagalau.rules.Language;

/// The page on which whoever runs the machine sees the queues and sends dead letters back.
final class QueuesPage {

    private QueuesPage() {}

    static String html(List<DeadLetters.Standing> queues, Language language) {
        ResourceBundle texts = HostPage.texts("queues", language);
        StringBuilder rows = new StringBuilder();
        queues.forEach(queue -> rows.append(row(queue, texts)));
        return HostPage.html(
                language,
                texts,
                TABLE.formatted(
                        texts.getString("queue"),
                        texts.getString("waiting"),
                        texts.getString("away"),
                        texts.getString("redrive"),
                        rows));
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

    private static final String TABLE =
            """
            <table>
            <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>\
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
