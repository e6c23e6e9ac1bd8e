package kz.bagalau.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.worktime.MonthTimes;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.rules.worktime.Schedule;
import kz.bagalau.rules.worktime.WorkRules;

/// The working times by which the overtime of a body is counted (¶40.1; No. 120, ¶17(3)): those of
/// acts of flexible time, with the numbers of the acts, and those of the work rules. Neither the
/// reasons of an act nor a place of work is in them. Written only together with the act or the
/// rules that set them.
public interface WorkTimes {

    /// @param acts that hold on one of the days asked for
    /// @param rules of the body and its units, from every day on which some begin
    record Times(List<PersonalTimes> acts, List<WorkRules> rules) {

        public Times {
            acts = List.copyOf(acts);
            rules = List.copyOf(rules);
        }

        /// A schedule to which the rows of a file can be added.
        public Schedule schedule() {
            return new Schedule(acts, rules);
        }

        public MonthTimes.Digest digest(YearMonth month) {
            return MonthTimes.of(month, acts, rules);
        }
    }

    /// What holds from a day to another, both included. A shift of the day before the first may run
    /// into it, so that day's acts are among them.
    Times of(String body, LocalDate from, LocalDate to);

    /// How the months of a year stand that changes of times have touched; a month without one was
    /// not touched.
    Map<YearMonth, MonthTimes.Digest> touched(String body, int year);
}
