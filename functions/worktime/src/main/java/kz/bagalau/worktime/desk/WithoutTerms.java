package kz.bagalau.worktime.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Step;

/// Turns of a flow whose act names no term.
///
/// @param whose whose turn an event is; empty where it is nobody's
public record WithoutTerms(Function<Step, Optional<Party>> whose) implements Turn {

    @Override
    public Optional<Party> owner(Step step) {
        return whose.apply(step);
    }

    @Override
    public LocalDate start(Deadline rule) {
        throw new IllegalStateException(rule + " is no term of order 121");
    }

    @Override
    public Optional<LocalDate> ownDay(Step step) {
        return Optional.empty();
    }
}
