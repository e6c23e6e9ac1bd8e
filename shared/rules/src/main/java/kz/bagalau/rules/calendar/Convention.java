package kz.bagalau.rules.calendar;

import java.util.Map;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// How days are counted where the acts only say "within ten working days" (CAL.5).
// DOUBT: none of the acts says how it counts, read as these seven conventions because they agree
// with the civil law's rule that a term starts on the day after its event; a lawyer confirms them.
public enum Convention {
    /// Within N working days of an event: the event's day is not counted, the term ends with the
    /// N-th working day after it.
    WORKING_DAYS_AFTER("C1"),
    /// N working days before an event, counted back from the last working day before it.
    WORKING_DAYS_BEFORE("C2"),
    /// N calendar days after an event's day; the last one is moved from a day off only where a
    /// policy says so.
    CALENDAR_DAYS("C3"),
    /// A date of the calendar such as the 20th: it stays where it is on a day off too, and the last
    /// working day on or before it is shown beside it.
    FIXED_DATE("C4"),
    /// N months from a day that is counted itself: they end on the day before the same number of
    /// the N-th month after, or on that month's last day where it has no such number.
    MONTHS("C5"),
    /// Days are those of Kazakhstan's time zone ([AlmatyTime]).
    ALMATY_DAY("C6"),
    /// An event on a day off is taken as it is: the count starts with the next working day.
    EVENT_AS_IT_IS("C7");

    private static final Map<String, LocalText> TEXTS =
            Rows.texts(Convention.class, "conventions.csv");

    private final String code;

    Convention(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public LocalText text() {
        LocalText text = TEXTS.get(code);
        if (text == null) {
            throw new IllegalStateException(code + " has no name");
        }
        return text;
    }
}
