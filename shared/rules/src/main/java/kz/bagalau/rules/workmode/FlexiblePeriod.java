package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.time.YearMonth;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// How long flexible time may last (120 ¶18).
public final class FlexiblePeriod {

    private FlexiblePeriod() {}

    /// The last day that an act from this day on may name.
    public static LocalDate lastAllowed(LocalDate from, WorkSettings settings) {
        return end(from, months(from), settings);
    }

    /// The last day to which a period that now ends on this day may be extended at once.
    public static LocalDate lastExtended(LocalDate lastDay, WorkSettings settings) {
        return end(lastDay.plusDays(1), settings.get(WorkSetting.EXTENSION_MONTHS), settings);
    }

    /// The day after which the whole period is unusually long.
    public static LocalDate lastUsual(LocalDate from, WorkSettings settings) {
        return end(from, settings.get(WorkSetting.EXTENSION_WARNING_MONTHS), settings);
    }

    private static int months(LocalDate from) {
        return switch (Deadline.FLEXIBLE_PERIOD.wording(from).value()) {
            case Counting.MonthsFrom(int months) -> months;
            case Counting other -> throw new IllegalStateException("no months: " + other);
        };
    }

    private static LocalDate end(LocalDate from, int months, WorkSettings settings) {
        return switch (settings.get(WorkSetting.MONTH_END)) {
            case DAY_BEFORE ->
                    new Counting.MonthsFrom(months)
                            .from(from, WorkingCalendar.published())
                            .nominalDue();
            case SAME_DAY -> {
                YearMonth month = YearMonth.from(from).plusMonths(months);
                yield month.isValidDay(from.getDayOfMonth())
                        ? month.atDay(from.getDayOfMonth())
                        : month.atEndOfMonth();
            }
        };
    }
}
