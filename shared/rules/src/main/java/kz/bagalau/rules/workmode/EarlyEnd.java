package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.List;

/// An act that ends earlier than it says, by agreement; remote work in an exceptional case by the
/// authorised person alone. Neither is in the order.
public record EarlyEnd(LocalDate lastDay) {

    /// @param term the act for this employee as it stands
    public List<Finding> findings(Term term) {
        return term.on(lastDay)
                ? List.of()
                : List.of(Finding.of(Fault.LAST_DAY_OUTSIDE, "/lastDay", term.lastDay()));
    }
}
