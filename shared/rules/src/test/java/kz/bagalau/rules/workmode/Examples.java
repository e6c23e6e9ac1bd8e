package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.rules.Rows;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.rules.worktime.DayHours;
import org.junit.jupiter.params.provider.Arguments;

/// What the tables of examples have in common.
public final class Examples {

    public static final String NONE = "-";

    private Examples() {}

    /// The rows below the heading.
    public static Stream<Arguments> rows(Class<?> beside, String table, int cells) {
        return Rows.of(beside, table, cells).stream()
                .skip(1)
                .map(row -> Arguments.of((Object) row));
    }

    public static Optional<String> given(String cell) {
        return Optional.of(cell).filter(text -> !text.equals(NONE));
    }

    public static String text(String cell) {
        return given(cell).orElse("");
    }

    public static Optional<LocalDate> day(String cell) {
        return given(cell).map(LocalDate::parse);
    }

    /// `10:00-19:00` or `10:00-19:00 13:00-14:00`.
    public static DayHours hours(String cell) {
        List<LocalTime> times = Arrays.stream(cell.split("[- ]")).map(Examples::time).toList();
        return times.size() == 2
                ? new DayHours(times.get(0), times.get(1))
                : new DayHours(times.get(0), times.get(1), times.get(2), times.get(3));
    }

    private static LocalTime time(String cell) {
        return Clock24.end(cell).orElseThrow();
    }

    /// `2026-01-01..2026-02-28`, the second day open or not.
    public static List<LocalDate> days(String cell) {
        return Arrays.stream(cell.split("\\.\\."))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList();
    }

    public static Term term(String act, String cell) {
        return new Term(act, days(cell).getFirst(), days(cell).getLast());
    }

    /// `CODE /place`, a warning with `*`.
    static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        (finding.fault() + " " + finding.place()).strip()
                                + (finding.blocks() ? "" : "*"))
                .toList();
    }

    static List<String> expected(String cell) {
        return given(cell).stream()
                .flatMap(all -> Arrays.stream(all.split(",\\s*")))
                // What a finding names is compared where it matters.
                .map(one -> one.replaceAll("^(\\S+ /\\S+) .*$", "$1"))
                .toList();
    }
}
