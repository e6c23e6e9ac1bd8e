package kz.bagalau.cases;

import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Idempotency;

/// An event of a document, with everything that happens together with it.
///
/// @param next the document after the event; its version is one more than the version that was seen
/// @param tasks all tasks that are open after the event: those that are no longer named are settled
/// @param reply the reply to keep for the caller's key
/// @param files the ids of the files that the document names now and did not before, see
///   [Enclosures]
public record Change(
        Document next,
        Act act,
        List<Task> tasks,
        List<Message> messages,
        Optional<Idempotency.Reply> reply,
        List<String> files) {

    public Change {
        tasks = List.copyOf(tasks);
        messages = List.copyOf(messages);
        files = List.copyOf(files);
        for (Task task : tasks) {
            if (!task.object().equals(next.reference()) || !task.body().equals(next.body())) {
                throw new IllegalArgumentException("a task of another document: " + task);
            }
        }
    }

    /// An event that names no file.
    public Change(
            Document next,
            Act act,
            List<Task> tasks,
            List<Message> messages,
            Optional<Idempotency.Reply> reply) {
        this(next, act, tasks, messages, reply, List.of());
    }

    /// An event without messages, whose reply is not kept.
    public Change(Document next, Act act, List<Task> tasks) {
        this(next, act, tasks, List.of(), Optional.empty());
    }
}
