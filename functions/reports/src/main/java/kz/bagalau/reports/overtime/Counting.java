package kz.bagalau.reports.overtime;

import java.time.YearMonth;
import java.util.Map;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.MonthTimes;

/// By what the hours of a body would be counted now.
///
/// @param touched how the months of the year stand whose working times were changed
public record Counting(WorkingCalendar calendar, Map<YearMonth, MonthTimes.Digest> touched) {}
