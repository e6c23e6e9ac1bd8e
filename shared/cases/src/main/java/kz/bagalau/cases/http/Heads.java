package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Json;

/// What documents of every kind show of themselves.
public final class Heads {

    private Heads() {}

    /// `{"id", "body", "state", "version"}`.
    public static ObjectNode of(Document document) {
        return Json.object()
                .put("id", document.reference().id())
                .put("body", document.body())
                .put("state", document.state())
                .put("version", document.version());
    }

    /// Says what a document's reader may do with it now, by the flow's names of the events: a page
    /// offers that and nothing else.
    public static void may(ObjectNode shown, Stream<String> events) {
        ArrayNode may = shown.putArray("may");
        events.forEach(may::add);
    }
}
