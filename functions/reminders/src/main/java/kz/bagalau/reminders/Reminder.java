package kz.bagalau.reminders;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.calendar.Deadline;

/// What a reminder says: what is to be done and by when, and the document's name. Nothing of what
/// the document says.
final class Reminder {

    private static final Texts TEXTS = Texts.beside(Reminder.class, "reminders.properties");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private Reminder() {}

    /// @param to who acts in the addressee's place
    static Message of(ReminderPlan.Kind kind, Task task, Party to) {
        LocalDate due = task.due().orElseThrow();
        var content =
                Json.object()
                        .put("object", task.object().objectId())
                        .put("event", task.event())
                        .put("body", task.body())
                        .put("due", due.toString())
                        .put("provisional", task.provisional())
                        .put("page", "/desk.html");
        task.rule().ifPresent(rule -> content.put("rule", rule));
        content.set("text", Json.texts(text(kind, task, due)));
        return new Message(name(kind), to, content);
    }

    private static LocalText text(ReminderPlan.Kind kind, Task task, LocalDate due) {
        LocalText what =
                task.rule()
                        .flatMap(Deadline::named)
                        .map(Deadline::text)
                        .orElseGet(() -> TEXTS.text("task"));
        LocalText pattern = TEXTS.text(name(kind));
        String day = DAY.format(due);
        LocalText text =
                new LocalText(
                        pattern.kk().formatted(what.kk(), day),
                        pattern.ru().formatted(what.ru(), day),
                        pattern.en().formatted(what.en(), day));
        return task.provisional() ? joined(text, TEXTS.text("provisional")) : text;
    }

    private static LocalText joined(LocalText one, LocalText other) {
        return new LocalText(
                one.kk() + " " + other.kk(),
                one.ru() + " " + other.ru(),
                one.en() + " " + other.en());
    }

    private static String name(ReminderPlan.Kind kind) {
        return switch (kind) {
            case BEFORE -> "task-reminder";
            case ESCALATION -> "task-escalation";
        };
    }
}
