package kz.bagalau.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;

/// The days that employees worked, in editions: each is kept, with an audit entry.
public interface WorkedDays {

    Optional<Edition<WorkedDay>> find(String body, String employee, LocalDate day);

    /// Those of a period, both days included, by day.
    List<Edition<WorkedDay>> of(String body, String employee, LocalDate from, LocalDate to);

    /// @param seen the version that the caller has edited, 0 where nothing stood
    Saved<WorkedDay> put(String body, String employee, WorkedDay day, OptionalLong seen, Caller by);
}
