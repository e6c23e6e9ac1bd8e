package kz.bagalau.reminders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.calendar.Deadline;

/// A task as callers read it.
final class TaskJson {

    private TaskJson() {}

    /// The kinds that are about one person, whose name everybody reads whose turn it is.
    private static final Set<String> OF_A_PERSON = Set.of("appraisal", "kpi-plan", "kpi-sheet");

    static boolean isAbout(String person, Document document) {
        return document.content().path("employee").asText().equals(person);
    }

    /// @param document that the task is about; empty where it was settled meanwhile
    /// @param today by which it is late or not
    static ObjectNode of(Task task, Optional<Document> document, LocalDate today) {
        ObjectNode json = of(task, today);
        document.map(TaskJson::about).ifPresent(about -> json.set("about", about));
        return json;
    }

    /// What it is called among people: nothing of what it says.
    private static ObjectNode about(Document document) {
        ObjectNode about = Json.object();
        if (OF_A_PERSON.contains(document.reference().kind())) {
            JsonNode name = document.content().at("/person/name");
            if (name.isTextual()) {
                about.set("name", name);
            }
        }
        String period = period(document);
        if (!period.isEmpty()) {
            about.put("period", period);
        }
        within(document).ifPresent(other -> about.put("within", other.objectId()));
        return about;
    }

    /// The day or the days by which people know it: where a document is listed by another thing or
    /// by its year, those stand in its content.
    private static String period(Document document) {
        ObjectNode content = document.content();
        return switch (document.reference().kind()) {
            case "violation", "visit" -> content.path("date").asText();
            case "presence-act" ->
                    Times.day(Instant.parse(content.path("observedAt").asText())).toString();
            case "visit-plan", "monitoring-result" ->
                    content.path("from").asText() + "–" + content.path("to").asText();
            default -> document.period();
        };
    }

    /// The document in which it is worked at; empty where that is its own.
    private static Optional<Reference> within(Document document) {
        ObjectNode content = document.content();
        return switch (document.reference().kind()) {
            case "violation" ->
                    Optional.of(new Reference("flexible-time", content.path("act").asText()));
            case "presence-act" ->
                    Optional.of(new Reference("visit", content.path("visit").asText()));
            default -> Optional.empty();
        };
    }

    private static ObjectNode of(Task task, LocalDate today) {
        ObjectNode json =
                Json.object()
                        .put("object", task.object().objectId())
                        .put("kind", task.object().kind())
                        .put("event", task.event())
                        .put("owner", task.owner().name())
                        .put("body", task.body())
                        .put("late", task.late(today))
                        .put("provisional", task.provisional());
        task.rule()
                .ifPresent(rule -> {
                    json.put("rule", rule);
                    Deadline.named(rule)
                            .ifPresent(deadline -> json.set("name", Json.texts(deadline.text())));
                });
        task.due().ifPresent(due -> json.put("due", due.toString()));
        task.safeDue().ifPresent(due -> json.put("safeDue", due.toString()));
        return json.put("citation", task.act() + ", " + task.paragraph());
    }
}
