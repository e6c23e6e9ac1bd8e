package kz.bagalau.rules.worktime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.rules.calendar.CalendarYear;

/// What the hours of a month owe to the acts of flexible time and the work rules of a body. Hours
/// that were counted by other times can only be counted again from a new file.
public final class MonthTimes {

    private MonthTimes() {}

    /// The digests of a month. Its last night ends with the start of the next day where that is a
    /// working day, which the calendar says and may be corrected to say.
    ///
    /// @param closed where the first of the next month is a working day
    /// @param open where it is none, or stands in the calendar of another year
    public record Digest(String closed, String open) {

        /// @param days of the month, as [MonthOvertime#days] gives them
        public String by(YearMonth month, String days) {
            int next = month.lengthOfMonth();
            return days.length() > next && days.charAt(next) == 'w' ? closed : open;
        }
    }

    /// Both digests of a month.
    public static Digest of(YearMonth month, List<PersonalTimes> acts, List<WorkRules> rules) {
        return new Digest(digest(month, acts, rules, true), digest(month, acts, rules, false));
    }

    /// The digest by a calendar of the month's year.
    public static String digest(
            YearMonth month,
            List<PersonalTimes> acts,
            List<WorkRules> rules,
            CalendarYear calendar) {
        return of(month, acts, rules).by(month, MonthOvertime.days(month, calendar));
    }

    /// A digest of the times as they bear on a month: each working time of its own days, of the
    /// first day after it the start, where that is a working day and so closes the month's last
    /// night, and of the day before it the shift that runs into the month. The same times in other
    /// pieces have the same digest, and acts that only have other numbers too.
    ///
    /// @param closed whether the first day after the month is a working day
    /// @return SHA-256 in hexadecimal; that of nothing where no times bear on the month
    private static String digest(
            YearMonth month, List<PersonalTimes> acts, List<WorkRules> rules, boolean closed) {
        SortedMap<String, StringBuilder> lines = new TreeMap<>();
        for (LocalDate day = month.atDay(1).minusDays(1);
                !day.isAfter(month.atEndOfMonth().plusDays(1));
                day = day.plusDays(1)) {
            for (Owned owned : on(day, acts, rules)) {
                bearing(month, day, owned.time(), closed)
                        .ifPresent(text ->
                                lines.computeIfAbsent(owned.owner(), _ -> new StringBuilder())
                                        .append(text));
            }
        }
        StringBuilder all = new StringBuilder();
        lines.forEach((owner, text) -> all.append(owner).append('\n').append(text));
        return sha256(all.toString());
    }

    /// The months on whose digest a change of times on these days can bear, none later than the one
    /// in which it is made.
    ///
    /// @param to the last day; empty where it has none
    public static List<YearMonth> touched(LocalDate from, Optional<LocalDate> to, YearMonth now) {
        YearMonth last = to.map(day -> YearMonth.from(day.plusDays(1))).orElse(now);
        YearMonth first = YearMonth.from(from.minusDays(1));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(last) && !month.isAfter(now))
                .toList();
    }

    private record Owned(String owner, WorkTime time) {}

    private static List<Owned> on(LocalDate day, List<PersonalTimes> acts, List<WorkRules> rules) {
        List<Owned> owned = new ArrayList<>();
        acts.stream()
                .filter(act -> act.on(day))
                .forEach(act -> owned.add(new Owned("employee " + act.employee(), act.time())));
        Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        rules.stream().map(WorkRules::unit).filter(Optional::isPresent))
                .distinct()
                .forEach(unit ->
                        WorkRules.owned(rules, unit, day)
                                .ifPresent(one ->
                                        owned.add(
                                                new Owned(
                                                        unit.map("unit "::concat).orElse("body"),
                                                        one.hours().time()))));
        return owned;
    }

    private static Optional<String> bearing(
            YearMonth month, LocalDate day, WorkTime time, boolean closed) {
        if (day.isBefore(month.atDay(1))) {
            return time.endsNextDay()
                    ? Optional.of(day + " " + time.start() + "…" + time.end() + '\n')
                    : Optional.empty();
        }
        if (day.isAfter(month.atEndOfMonth())) {
            return closed ? Optional.of(day + " " + time.start() + "…\n") : Optional.empty();
        }
        return Optional.of(day + " " + time.start() + "…" + time.end() + '\n');
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
