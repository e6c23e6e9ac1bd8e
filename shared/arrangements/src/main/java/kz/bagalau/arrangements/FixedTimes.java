package kz.bagalau.arrangements;

import java.util.List;
import kz.bagalau.rules.worktime.PersonalTimes;

/// The working times that an act of flexible time now fixes for its employees (No. 120, ¶17(3)), by
/// which their overtime is counted.
///
/// @param act the id of the act's document
/// @param times of those for whom it gives any day
public record FixedTimes(String act, List<PersonalTimes> times) {

    public FixedTimes {
        times = List.copyOf(times);
    }
}
