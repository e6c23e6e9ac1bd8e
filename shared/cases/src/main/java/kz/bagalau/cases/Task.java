package kz.bagalau.cases;

import java.time.LocalDate;
import java.util.Optional;

/// Whose turn it is with a document.
///
/// @param event what is to be done, by the flow's name
/// @param rule the code of the deadline; empty where the act names no term
/// @param body the document's
/// @param due the last day; empty where there is none, or its calendar is not known
/// @param safeDue the last working day on or before it
/// @param provisional whether the count runs into a year that nobody has confirmed
/// @param act the act that it rests on
/// @param paragraph the place in it
public record Task(
        Reference object,
        String event,
        Optional<String> rule,
        Party owner,
        String body,
        Optional<LocalDate> due,
        Optional<LocalDate> safeDue,
        boolean provisional,
        String act,
        String paragraph) {

    /// Whether the day has passed; never where there is none.
    public boolean late(LocalDate today) {
        return due.filter(today::isAfter).isPresent();
    }

    /// The same task, once the calendar of its year is confirmed or no longer is.
    public Task provisional(boolean isProvisional) {
        return new Task(
                object, event, rule, owner, body, due, safeDue, isProvisional, act, paragraph);
    }
}
