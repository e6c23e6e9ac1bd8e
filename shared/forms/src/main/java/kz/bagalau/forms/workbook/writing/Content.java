package kz.bagalau.forms.workbook.writing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// What a cell holds. There are no formulas: a workbook of ours calculates nothing, and what looks
/// like a formula is text.
public sealed interface Content {

    record Text(String text) implements Content {}

    /// Written with all its decimals, never through binary floating point.
    record Number(BigDecimal number) implements Content {}

    record Day(LocalDate day) implements Content {}

    /// A day and time of the wall clock, to the second.
    record Moment(LocalDateTime moment) implements Content {}

    record Empty() implements Content {}

    static Content of(String text) {
        return text.isEmpty() ? new Empty() : new Text(text);
    }

    static Content of(BigDecimal number) {
        return new Number(number);
    }

    static Content of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Content of(LocalDate day) {
        return new Day(day);
    }

    static Content of(LocalDateTime moment) {
        return new Moment(moment);
    }
}
