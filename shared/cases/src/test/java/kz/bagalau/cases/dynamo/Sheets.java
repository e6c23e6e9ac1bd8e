package kz.bagalau.cases.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.Json;

/// Assessment sheets as the tests need them.
final class Sheets {

    static final String KIND = "kpi-sheet";
    static final Party EMPLOYEE = Party.person("emp-1");
    static final Party MANAGER = Party.person("boss-1");
    static final Party HIGHER = Party.person("boss-2");
    static final Instant AT = Instant.parse("2026-03-19T05:00:00Z");

    private Sheets() {}

    static Document draft(String id, String body, String period) {
        return new Document(
                new Reference(KIND, id),
                KIND,
                body,
                period,
                Set.of(EMPLOYEE, MANAGER),
                "DRAFT",
                1,
                content("achieved", 3));
    }

    static ObjectNode content(String field, int value) {
        return Json.object().put(field, value);
    }

    static Act act(String event, String by) {
        return new Act(event, by, AT, Json.object().put("reason", "as agreed"));
    }

    static Change opening(Document draft) {
        return new Change(
                draft,
                act("open", "hr-1"),
                List.of(task(draft, "submit", MANAGER, Optional.empty())));
    }

    /// DRAFT → ON_REVIEW: the higher manager's turn, and a message to him.
    static Change submitting(Document draft) {
        Document next =
                draft.next("ON_REVIEW", Set.of(EMPLOYEE, MANAGER, HIGHER), content("achieved", 4));
        return new Change(
                next,
                act("submit", "boss-1"),
                List.of(task(next, "agree", HIGHER, Optional.of(LocalDate.of(2026, 3, 26)))),
                List.of(new Message("task-opened", HIGHER, Json.object().put("kk", "Кезек сізде"))),
                Optional.empty());
    }

    static Task task(Document document, String event, Party owner, Optional<LocalDate> due) {
        return new Task(
                document.reference(),
                event,
                due.map(day -> "kpi.resubmit"),
                owner,
                document.body(),
                due,
                due,
                false,
                "No. 02-17/15",
                "¶54");
    }
}
