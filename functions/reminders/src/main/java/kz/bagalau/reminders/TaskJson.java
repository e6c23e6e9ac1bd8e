package kz.bagalau.reminders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.calendar.Deadline;

/// A task as callers read it.
final class TaskJson {

    private TaskJson() {}

    /// @param today by which it is late or not
    static ObjectNode of(Task task, LocalDate today) {
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
