package kz.bagalau.local.background;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a schedule of EventBridge Scheduler is due: `rate(5 minutes)` or `cron(0 3 1 * ? *)`
/// (minute, hour, day of month, month, day of week, year) in a time zone. Of cron the numbers, `*`,
/// `?`, lists, ranges and steps are understood; anything else is refused.
public sealed interface Timing {

    /// The years that a cron expression of EventBridge Scheduler knows.
    int FIRST_YEAR = 1970;

    int LAST_YEAR = 2199;

    /// The first due instant after `after`, or [Instant#MAX] where there is none.
    Instant next(Instant after);

    /// The last due instant before `before`, or [Instant#MIN] where there is none.
    Instant previous(Instant before);

    /// The last `most` instants at which it is due after `from` and not after `to`, in order. From
    /// the end, so that it takes no longer however far the two lie apart.
    default List<Instant> due(Instant from, Instant to, int most) {
        Deque<Instant> last = new ArrayDeque<>();
        Instant at = previous(to.plusNanos(1));
        while (at.isAfter(from) && last.size() < most) {
            last.addFirst(at);
            at = previous(at);
        }
        return new ArrayList<>(last);
    }

    static Timing parse(String expression, ZoneId zone) {
        Matcher rate = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)").matcher(expression);
        if (rate.matches()) {
            return new Rate(
                    Duration.of(
                            Long.parseLong(rate.group(1)),
                            switch (rate.group(2)) {
                                case "minute" -> ChronoUnit.MINUTES;
                                case "hour" -> ChronoUnit.HOURS;
                                default -> ChronoUnit.DAYS;
                            }));
        }
        Matcher cron = Pattern.compile("cron\\((.*)\\)").matcher(expression);
        String[] fields = cron.matches() ? cron.group(1).trim().split("\\s+", -1) : new String[0];
        if (fields.length != 6) {
            throw new IllegalArgumentException("not a schedule: " + expression);
        }
        return new Cron(
                values(fields[0], 0, 59),
                values(fields[1], 0, 23),
                values(fields[2], 1, 31),
                values(fields[3], 1, 12),
                values(fields[4], 1, 7),
                values(fields[5], FIRST_YEAR, LAST_YEAR),
                zone);
    }

    /// Counted from the epoch, so that a restart changes nothing.
    record Rate(Duration every) implements Timing {

        @Override
        public Instant next(Instant after) {
            long step = every.toSeconds();
            return Instant.ofEpochSecond(
                    Math.multiplyExact(Math.floorDiv(after.getEpochSecond(), step) + 1, step));
        }

        @Override
        public Instant previous(Instant before) {
            long step = every.toSeconds();
            long second = before.getEpochSecond() - (before.getNano() == 0 ? 1 : 0);
            return Instant.ofEpochSecond(Math.multiplyExact(Math.floorDiv(second, step), step));
        }
    }

    /// Days of the week count from Sunday, 1.
    record Cron(
            Set<Integer> minutes,
            Set<Integer> hours,
            Set<Integer> days,
            Set<Integer> months,
            Set<Integer> weekdays,
            Set<Integer> years,
            ZoneId zone)
            implements Timing {

        @Override
        public Instant next(Instant after) {
            LocalDateTime at =
                    LocalDateTime.ofInstant(after, zone)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .plusMinutes(1);
            if (at.getYear() < FIRST_YEAR) {
                at = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);
            }
            while (at.getYear() <= LAST_YEAR) {
                if (!years.contains(at.getYear()) || !months.contains(at.getMonthValue())) {
                    at = at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
                } else if (!days.contains(at.getDayOfMonth())
                        || !weekdays.contains(at.getDayOfWeek().getValue() % 7 + 1)) {
                    at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
                } else if (!hours.contains(at.getHour())) {
                    at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
                } else if (!minutes.contains(at.getMinute())) {
                    at = at.plusMinutes(1);
                } else {
                    return at.atZone(zone).toInstant();
                }
            }
            return Instant.MAX;
        }

        @Override
        public Instant previous(Instant before) {
            LocalDateTime last = LocalDateTime.ofInstant(before, zone);
            LocalDateTime at = last.truncatedTo(ChronoUnit.MINUTES);
            if (at.equals(last)) {
                at = at.minusMinutes(1);
            }
            if (at.getYear() > LAST_YEAR) {
                at = LocalDateTime.of(LAST_YEAR, 12, 31, 23, 59);
            }
            while (at.getYear() >= FIRST_YEAR) {
                if (!years.contains(at.getYear()) || !months.contains(at.getMonthValue())) {
                    at = at.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).minusMinutes(1);
                } else if (!days.contains(at.getDayOfMonth())
                        || !weekdays.contains(at.getDayOfWeek().getValue() % 7 + 1)) {
                    at = at.truncatedTo(ChronoUnit.DAYS).minusMinutes(1);
                } else if (!hours.contains(at.getHour())) {
                    at = at.truncatedTo(ChronoUnit.HOURS).minusMinutes(1);
                } else if (!minutes.contains(at.getMinute())) {
                    at = at.minusMinutes(1);
                } else {
                    return at.atZone(zone).toInstant();
                }
            }
            return Instant.MIN;
        }
    }

    private static Set<Integer> values(String field, int least, int most) {
        Set<Integer> values = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            Matcher matcher =
                    Pattern.compile("(?:([*?])|(\\d+)(?:-(\\d+))?)(?:/(\\d+))?").matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not understood in a schedule: " + field);
            }
            boolean all = matcher.group(1) != null;
            int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            int from = all ? least : Integer.parseInt(matcher.group(2));
            int to = from;
            if (matcher.group(3) != null) {
                to = Integer.parseInt(matcher.group(3));
            } else if (all || matcher.group(4) != null) {
                to = most;
            }
            for (int value = from; value <= to; value += step) {
                values.add(value);
            }
        }
        return values;
    }
}
