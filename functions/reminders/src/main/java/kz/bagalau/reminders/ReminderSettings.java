package kz.bagalau.reminders;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// When a body reminds of its tasks, in working days.
///
/// @param before so many before the last day one can act on, the most first; 0 is that day itself
/// @param escalate so many after the day that has passed
public record ReminderSettings(List<Integer> before, int escalate) {

    static final int MOST_DAYS = 60;
    static final int MOST_REMINDERS = 10;

    /// Where a body has set nothing.
    public static final ReminderSettings DEFAULT = new ReminderSettings(List.of(5, 1), 1);

    public ReminderSettings {
        before = before.stream().sorted(Comparator.reverseOrder()).toList();
        if (before.size() > MOST_REMINDERS
                || new HashSet<>(before).size() < before.size()
                || before.stream().anyMatch(days -> days < 0 || days > MOST_DAYS)
                || escalate < 1
                || escalate > MOST_DAYS) {
            throw new IllegalArgumentException(before + " " + escalate);
        }
    }
}
