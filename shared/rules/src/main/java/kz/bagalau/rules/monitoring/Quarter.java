package kz.bagalau.rules.monitoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.rules.AssessedPeriod;

/// A quarter of a calendar year, `2026-Q1` in writing.
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;
    private static final int LAST = 4;

    public Quarter {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("quarter " + number);
        }
    }

    public static Optional<Quarter> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Quarter(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public LocalDate first() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    public LocalDate last() {
        return YearMonth.of(year, number * MONTHS).atEndOfMonth();
    }

    public AssessedPeriod period() {
        return new AssessedPeriod(first(), last());
    }

    /// Whether its results can be assessed: No. 245, ¶4 "by the results of the quarter" (V-18).
    public boolean hasEnded(LocalDate today) {
        return today.isAfter(last());
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    public Quarter next() {
        return of(last().plusDays(1));
    }

    /// By when its report is due; empty without a setting: then nothing is ever late (W-03).
    ///
    /// @param dueDay the setting `reportDueDay`
    public Optional<LocalDate> reportDue(OptionalInt dueDay) {
        return dueDay.isPresent()
                ? Optional.of(YearMonth.from(last()).plusMonths(1).atDay(dueDay.getAsInt()))
                : Optional.empty();
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }
}
