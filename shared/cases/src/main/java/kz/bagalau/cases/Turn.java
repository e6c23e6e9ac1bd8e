package kz.bagalau.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Limit;
import kz.bagalau.rules.flow.Step;

/// What a capability knows of one of its documents, so that the turns of the flow become tasks.
public interface Turn {

    /// Who it is in this case; empty where the line's condition does not hold, or it is done.
    Optional<Party> owner(Step step);

    /// The day of the event from which a term runs.
    LocalDate start(Deadline rule);

    /// The last day of a term: as the act counts it, unless the document says otherwise.
    default DueDate due(Deadline rule, WorkingCalendar calendar) {
        return rule.due(start(rule), calendar);
    }

    /// The day that stands in the document itself; empty where there is none yet.
    Optional<LocalDate> ownDay(Step step);

    /// The tasks of a document in its state.
    static List<Task> tasks(Document document, Flow flow, Turn turn, WorkingCalendar calendar) {
        return flow.turns(document.state()).stream()
                .flatMap(step ->
                        turn.owner(step).stream()
                                .map(owner -> task(document, step, owner, turn, calendar)))
                .toList();
    }

    private static Task task(
            Document document, Step step, Party owner, Turn turn, WorkingCalendar calendar) {
        return switch (step.limit()) {
            case Limit.Counted(var rule, _) ->
                    counted(document, step, owner, rule, turn.due(rule, calendar));
            case Limit.OwnDay _ -> {
                var day = turn.ownDay(step);
                yield of(
                        document, step, owner, Optional.empty(), day, day, false, Optional.empty());
            }
            case Limit.None(), Limit.Silent() ->
                    of(
                            document,
                            step,
                            owner,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            Optional.empty());
        };
    }

    private static Task counted(
            Document document, Step step, Party owner, Deadline rule, DueDate due) {
        return switch (due) {
            case DueDate.Found found ->
                    of(
                            document,
                            step,
                            owner,
                            Optional.of(rule),
                            Optional.of(found.due()),
                            Optional.of(found.safeDue()),
                            found.provisional(),
                            Task.Counted.of(found));
            case DueDate.BeyondCalendar _ ->
                    of(
                            document,
                            step,
                            owner,
                            Optional.of(rule),
                            Optional.empty(),
                            Optional.empty(),
                            true,
                            Optional.empty());
            case DueDate.NotAStart(var expected) ->
                    throw new IllegalStateException(rule.code() + " starts on a " + expected);
        };
    }

    private static Task of(
            Document document,
            Step step,
            Party owner,
            Optional<Deadline> rule,
            Optional<LocalDate> due,
            Optional<LocalDate> safeDue,
            boolean provisional,
            Optional<Task.Counted> counted) {
        return new Task(
                document.reference(),
                step.event(),
                rule.map(Deadline::code),
                owner,
                document.body(),
                due,
                safeDue,
                provisional,
                step.source().citation().act(),
                step.source().citation().paragraph(),
                counted);
    }
}
