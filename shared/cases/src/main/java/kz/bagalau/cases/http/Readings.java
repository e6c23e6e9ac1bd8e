package kz.bagalau.cases.http;

import java.time.Clock;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;

/// Who has read a document: what others read of somebody's case stands in its audit trail.
public final class Readings {

    /// The event under which a reading stands in the audit trail.
    public static final String EVENT = "read";

    private Readings() {}

    /// Notes that somebody reads a document that is about another: its field `employee`.
    public static void note(Cases cases, Clock clock, Caller caller, Document document) {
        if (!document.content().path("employee").asText().equals(caller.subject())) {
            cases.note(
                    document.reference(),
                    new Act(EVENT, caller.subject(), clock.instant(), Json.object()));
        }
    }
}
