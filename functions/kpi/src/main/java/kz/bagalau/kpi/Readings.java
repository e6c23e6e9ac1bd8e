package kz.bagalau.kpi;

import kz.bagalau.cases.Act;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;

/// Who has read a document: what others read of somebody's case stands in its audit trail.
final class Readings {

    private Readings() {}

    static void note(Desk desk, Caller caller, Document document) {
        if (!document.content().path("employee").asText().equals(caller.subject())) {
            desk.cases()
                    .note(
                            document.reference(),
                            new Act(
                                    "read",
                                    caller.subject(),
                                    desk.clock().instant(),
                                    Json.object()));
        }
    }
}
