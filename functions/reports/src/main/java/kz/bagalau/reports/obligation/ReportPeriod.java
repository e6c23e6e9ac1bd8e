package kz.bagalau.reports.obligation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The period a report is about: a year `2025`, a quarter `2025-Q1` or a month `2025-03`.
///
/// @param code as people and programs write it
/// @param from the first day
/// @param to the last day
public record ReportPeriod(String code, Kind kind, LocalDate from, LocalDate to)
        implements Comparable<ReportPeriod> {

    public enum Kind {
        YEAR,
        QUARTER,
        MONTH
    }

    private static final Pattern CODE = Pattern.compile("(20\\d\\d)(?:-(?:Q([1-4])|(\\d\\d)))?");

    /// The period of this code; empty where it is none.
    public static Optional<ReportPeriod> parse(String code) {
        Matcher found = CODE.matcher(code);
        if (!found.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group(1));
        if (found.group(2) != null) {
            int last = 3 * Integer.parseInt(found.group(2));
            return Optional.of(of(code, Kind.QUARTER, year, last - 2, last));
        }
        if (found.group(3) != null) {
            int month = Integer.parseInt(found.group(3));
            return month >= 1 && month <= 12
                    ? Optional.of(of(code, Kind.MONTH, year, month, month))
                    : Optional.empty();
        }
        return Optional.of(of(code, Kind.YEAR, year, 1, 12));
    }

    /// The whole year.
    public static ReportPeriod year(int year) {
        return of(Integer.toString(year), Kind.YEAR, year, 1, 12);
    }

    public static ReportPeriod month(YearMonth month) {
        return of(
                month.toString(),
                Kind.MONTH,
                month.getYear(),
                month.getMonthValue(),
                month.getMonthValue());
    }

    public int year() {
        return from.getYear();
    }

    @Override
    public int compareTo(ReportPeriod other) {
        return code.compareTo(other.code);
    }

    private static ReportPeriod of(String code, Kind kind, int year, int first, int last) {
        return new ReportPeriod(
                code, kind, LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth());
    }
}
