package kz.bagalau.cases.http;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;

/// Who has read a document: what others read of somebody's case stands in its audit trail.
public final class Readings {

    /// The event under which a reading stands in the audit trail.
    public static final String EVENT = "read";

    /// The event under which a look stands in the audit trail that was refused.
    public static final String REFUSED = "read-refused";

    private Readings() {}

    /// What was found, if the caller may see it. Whoever looks at a case in which they have no part
    /// is refused, and that stands in its audit trail (No. 245, ¶13; V-14).
    ///
    /// @param document of what was found
    public static <H> Optional<H> seen(
            Cases cases,
            Clock clock,
            Caller caller,
            Optional<H> found,
            Predicate<H> may,
            Function<H, Document> document) {
        found.filter(may.negate())
                .map(document)
                .filter(refused -> !isOwn(caller, refused))
                .ifPresent(refused -> note(cases, clock, caller, refused, REFUSED));
        return found.filter(may);
    }

    /// Notes that somebody reads a document that is about another: its field `employee`.
    public static void note(Cases cases, Clock clock, Caller caller, Document document) {
        if (!isOwn(caller, document)) {
            note(cases, clock, caller, document, EVENT);
        }
    }

    private static boolean isOwn(Caller caller, Document document) {
        return document.content().path("employee").asText().equals(caller.subject());
    }

    private static void note(
            Cases cases, Clock clock, Caller caller, Document document, String event) {
        cases.note(
                document.reference(),
                new Act(event, caller.subject(), clock.instant(), Json.object()));
    }
}
