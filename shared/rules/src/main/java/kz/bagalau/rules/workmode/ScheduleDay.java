package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.worktime.DayHours;

/// One day of one person's schedule.
///
/// @param working whether it is a working day of theirs, whether or not they are away
/// @param hours the working time that starts on it; empty on a day off and where nobody gave one
/// @param because what made it so, in the order in which it was asked
public record ScheduleDay(
        LocalDate date,
        boolean working,
        Place place,
        Optional<DayHours> hours,
        List<Reason> because) {

    public enum Place {
        SITE,
        REMOTE,
        /// Combined work whose act does not name the remote days.
        EITHER,
        /// A day off.
        OFF,
        /// A working day of somebody who is away.
        ABSENT
    }

    /// @param act the number of the act, or the name of what stands in its place
    /// @param citation empty for what neither order regulates
    public record Reason(Kind kind, String act, Optional<Citation> citation) {

        public enum Kind {
            /// A holiday, a day in place of one, or a swapped day.
            CALENDAR,
            /// A weekly day off.
            WEEK,
            RULES,
            UNIT_RULES,
            /// Nobody has entered work rules.
            NO_RULES,
            REGULATED_HOURS,
            FLEXIBLE,
            REMOTE,
            COMBINED,
            RECALL,
            ABSENCE
        }
    }

    public ScheduleDay {
        because = List.copyOf(because);
    }

    // DOUBT: the orders do not say what follows from a day without passages (W-14), read as a
    // signal only where the place of the day is the site, because remote work leaves none.
    /// Whether passages are to be expected. Their absence elsewhere means nothing.
    public boolean passagesExpected() {
        return place == Place.SITE;
    }

    /// The first reason of a kind.
    public Optional<Reason> because(Reason.Kind kind) {
        return because.stream().filter(reason -> reason.kind() == kind).findFirst();
    }
}
