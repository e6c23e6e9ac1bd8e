package kz.bagalau.cases;

/// Messages about tasks that are open, each stored once for its occasion and sent by the [Outbox].
public interface TaskNotices {

    /// Stores a message together with the mark that it was, or neither.
    ///
    /// @param occasion why this message and when, such as `BEFORE#2026-01-09`; of the same task it
    ///   has one message, whoever acts in the owner's place
    /// @return false where it was stored before, or the task is no longer open
    boolean store(Task task, String occasion, Message message);
}
