package kz.bagalau.rules.workmode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;

/// A place where orders 120 and 121 are silent, and how they are read there. Each has a default;
/// the Agency may choose otherwise, with a reason.
public sealed interface WorkSetting<V> {

    // DOUBT: the day of the quarterly report is absent (121 ¶8, W-03), read as no day at all: the
    // report is owed from the quarter's end and nothing is late. A number is that day of the month
    // after the quarter.
    Day REPORT_DUE_DAY = new Day("reportDueDay", Acts.order121("¶8"));

    // DOUBT: "at least once within one quarter" names neither an authority nor a body (121 ¶9,
    // W-01), read as one visit of the plan, because it is the plan that ¶9 speaks of.
    Choice<VisitsScope> MIN_VISITS_SCOPE =
            new Choice<>("minVisitsScope", VisitsScope.class, Acts.order121("¶9"));

    // DOUBT: on which day six months end is not said (120 ¶18, W-28), read as the day before the
    // same day number, because the first day is counted.
    Choice<MonthEnd> MONTH_END = new Choice<>("month_end", MonthEnd.class, Acts.order120("¶18"));

    // DOUBT: the length and the number of extensions are not said (120 ¶18, W-10), read as any
    // number of at most six months each, because the first period has that limit.
    Count EXTENSION_MONTHS = new Count("extensionMonths", 6, 1, 60, Acts.order120("¶18"));

    // DOUBT: no total is named either (W-10), read as a warning above a year, because flexible time
    // is a temporary regime.
    Count EXTENSION_WARNING_MONTHS =
            new Count("extensionWarningMonths", 12, 1, 120, Acts.order120("¶18"));

    // DOUBT: "systematic" is not defined (120 ¶21, W-11), read as two confirmed violations of the
    // employee within the act's period; whether to cancel stays with a person.
    Count SYSTEMATIC_MIN = new Count("systematicMin", 2, 1, 100, Acts.order120("¶21"));

    // DOUBT: whether somebody at the workplace during the break is there outside working time
    // (121 ¶14, W-27), read as no, because the break lies within the working day.
    Flag PRESENCE_AT_BREAK = new Flag("presenceAtBreak", Acts.order121("¶14"));

    // DOUBT: the wording of 120 ¶15 part 2 in force since 2026-07-11 is not in the source (W-16),
    // read as every channel recorded and none blocked, because a refusal needs a wording.
    Choice<ChannelRule> CHANNEL_RULE =
            new Choice<>("channelRule", ChannelRule.class, Acts.order120("¶15"));

    // DOUBT: the duration of the day stands in the Labour Code, which is not in the source (120
    // ¶19), read as eight hours without the break: the norm of a five-day week.
    Count DAILY_NORM_MINUTES = new Count("dailyNormMinutes", 480, 1, 1_440, Acts.order120("¶19"));

    // DOUBT: the limit of a remote day stands in the Code too (120 ¶9), read as the same eight
    // hours; what is above is a warning and no refusal.
    Count DAILY_LIMIT_MINUTES = new Count("dailyLimitMinutes", 480, 1, 1_440, Acts.order120("¶9"));

    // DOUBT: "in advance" has no length (121 ¶10, W-04), read as before the visit; a number is so
    // many days before it.
    Count PLAN_NOTICE_DAYS = new Count("planNoticeDays", 0, 0, 365, Acts.order121("¶10"));

    // DOUBT: "with advance notice" has no length (120 ¶12, W-04), read as before the recall begins;
    // a number is so many hours before it.
    Count RECALL_NOTICE_HOURS = new Count("recallNoticeHours", 0, 0, 720, Acts.order120("¶12"));

    /// All of them, in the order in which they are shown.
    static List<WorkSetting<?>> all() {
        return List.of(
                REPORT_DUE_DAY,
                MIN_VISITS_SCOPE,
                MONTH_END,
                EXTENSION_MONTHS,
                EXTENSION_WARNING_MONTHS,
                SYSTEMATIC_MIN,
                PRESENCE_AT_BREAK,
                CHANNEL_RULE,
                DAILY_NORM_MINUTES,
                DAILY_LIMIT_MINUTES,
                PLAN_NOTICE_DAYS,
                RECALL_NOTICE_HOURS);
    }

    static Optional<WorkSetting<?>> named(String id) {
        return all().stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    /// The name in settings and JSON.
    String id();

    /// The paragraph that leaves the doubt.
    Citation place();

    V byDefault();

    /// Whether it can have this value.
    boolean takes(Object value);

    /// What is decided here, in a sentence.
    default LocalText about() {
        return Words.TEXTS.text("setting." + id());
    }

    /// One of several readings, the default first.
    record Choice<E extends Enum<E>>(String id, Class<E> type, Citation place)
            implements WorkSetting<E> {

        public List<E> readings() {
            return Arrays.asList(type.getEnumConstants());
        }

        public Optional<E> reading(String name) {
            return readings().stream().filter(reading -> reading.name().equals(name)).findFirst();
        }

        /// How one reading answers it, in a few words.
        public LocalText about(E reading) {
            return Words.TEXTS.text("setting." + id + "." + reading.name());
        }

        @Override
        public E byDefault() {
            return readings().getFirst();
        }

        @Override
        public boolean takes(Object value) {
            return type.isInstance(value);
        }
    }

    /// A whole number within limits.
    record Count(String id, Integer byDefault, int least, int most, Citation place)
            implements WorkSetting<Integer> {

        @Override
        public boolean takes(Object value) {
            return value instanceof Integer number && number >= least && number <= most;
        }
    }

    /// A day of a month, or none.
    record Day(String id, Citation place) implements WorkSetting<OptionalInt> {

        /// Each month has it.
        public static final int LAST = 28;

        @Override
        public OptionalInt byDefault() {
            return OptionalInt.empty();
        }

        @Override
        public boolean takes(Object value) {
            return value instanceof OptionalInt day
                    && (day.isEmpty() || (day.getAsInt() >= 1 && day.getAsInt() <= LAST));
        }
    }

    /// Yes or no; no by default.
    record Flag(String id, Citation place) implements WorkSetting<Boolean> {

        @Override
        public Boolean byDefault() {
            return false;
        }

        @Override
        public boolean takes(Object value) {
            return value instanceof Boolean;
        }
    }

    /// Whose quarter needs a visit.
    enum VisitsScope {
        AUTHORITY,
        STATE_BODY
    }

    /// On which day a period of months ends.
    enum MonthEnd {
        DAY_BEFORE,
        SAME_DAY
    }

    /// What a channel does to an application of 2026-07-11 or later.
    enum ChannelRule {
        RECORD,
        BLOCK
    }
}
