package kz.bagalau.rules.worktime;

import java.time.LocalDateTime;

/// An employer's act on overtime, or on work on a day off, of one person (¶40.2).
///
/// @param to after `from`; the next day where the hours run over midnight
public record EmployersAct(LocalDateTime from, LocalDateTime to, String number) {

    public EmployersAct {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an act ends after it begins: " + number);
        }
    }
}
