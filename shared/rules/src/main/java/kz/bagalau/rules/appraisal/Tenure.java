package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kz.bagalau.rules.appraisal.PositionTime.Stretch;

/// Whether somebody was in a position for a month: No. 245, ¶5, and No. 02-17/15, ¶5.
///
/// @param stretches with the day on which the month of each ends
public record Tenure(List<Measured> stretches) {

    /// @param monthEnds the last day of the term that begins with the stretch
    public record Measured(Stretch stretch, LocalDate monthEnds) {

        public boolean lastsAMonth() {
            return !stretch.to().isBefore(monthEnds);
        }
    }

    public Tenure {
        stretches = List.copyOf(stretches);
    }

    // DOUBT: No. 02-17/15 names no day from which its month runs, read as in No. 245.
    public static Tenure of(PositionTime time, EmployeeSettings settings) {
        return new Tenure(
                time.stretches().stream()
                        .map(stretch -> new Measured(stretch, monthEnds(stretch.from(), settings)))
                        .toList());
    }

    /// Whether one stretch alone lasts long enough: stretches are not added (G-48).
    public boolean lastsAMonth() {
        return stretches.stream().anyMatch(Measured::lastsAMonth);
    }

    /// The last day of the least tenure that starts on a day: C5, or the same number of the last
    /// month where the first day does not count or the setting says so (G-39, G-49). A month that
    /// has no such number ends with its last day.
    static LocalDate monthEnds(LocalDate start, EmployeeSettings settings) {
        YearMonth last =
                YearMonth.from(start).plusMonths(settings.get(AppraisalSetting.MIN_TENURE));
        if (!last.isValidDay(start.getDayOfMonth())) {
            return last.atEndOfMonth();
        }
        LocalDate sameNumber = last.atDay(start.getDayOfMonth());
        boolean onSameNumber =
                !settings.is(AppraisalSetting.TENURE_COUNTS_FIRST_DAY)
                        || switch (settings.get(AppraisalSetting.MONTH_END)) {
                            case SAME_DAY -> true;
                            case DAY_BEFORE -> false;
                        };
        return onSameNumber ? sameNumber : sameNumber.minusDays(1);
    }
}
