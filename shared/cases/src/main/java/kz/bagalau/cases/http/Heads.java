package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
}
