package kz.bagalau.rules.calendar;

import static kz.bagalau.rules.Timeline.from;
import static kz.bagalau.rules.Timeline.repealed;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.calendar.Counting.CalendarDaysAfter;
import kz.bagalau.rules.calendar.Counting.DayOfNextMonth;
import kz.bagalau.rules.calendar.Counting.EndOfNextMonth;
import kz.bagalau.rules.calendar.Counting.MonthsFrom;
import kz.bagalau.rules.calendar.Counting.WorkingDaysAfter;
import kz.bagalau.rules.calendar.Counting.WorkingDaysBefore;
import kz.bagalau.rules.calendar.Counting.YearsAfter;

/// The deadlines of the acts. None of the acts says what follows when one is missed.
public enum Deadline {
    /// ¶43: KPI are set within ten working days after the assessment period starts.
    KPI_SET("kpi.set", chapter6("¶43", new WorkingDaysAfter(10))),

    /// ¶54: the sheet comes back not later than two working days after it was sent for correction.
    KPI_RESUBMIT("kpi.resubmit", chapter6("¶54", new WorkingDaysAfter(2))),

    /// ¶55: the personnel service passes the sheet on not later than two working days after the
    /// higher manager's signature.
    KPI_TO_COMMISSION("kpi.to-commission", chapter6("¶55", new WorkingDaysAfter(2))),

    /// ¶67: the employee is informed within two working days of the assessment's completion; ¶11
    /// says the same for everyone and outlives chapter 6.
    // DOUBT: "completion of the assessment" is not defined, read as the approval of the results by
    // the authorised person (¶66) because nothing is final before it (spec G-19).
    KPI_INFORM(
            "kpi.inform",
            Timeline.of(
                    from(
                            Acts.COMMISSION_IN_FORCE,
                            new WorkingDaysAfter(2),
                            Acts.commission("¶67, ¶11")),
                    from(Acts.CHAPTER_6_LAPSED, new WorkingDaysAfter(2), Acts.commission("¶11")))),

    /// ¶56: the assessors are notified three working days before the assessment starts.
    // DOUBT: "within three working days before" may mean at the latest three days before or at some
    // moment of the last three, read as the former because it is safe under both (spec G-20).
    KPI_NOTIFY_ASSESSORS("kpi.notify-assessors", chapter6("¶56", new WorkingDaysBefore(3))),

    /// ¶69: an appeal against the Commission's decision is filed within ten working days of the day
    /// of the decision, whenever the employee was informed of it.
    KPI_APPEAL("kpi.appeal", chapter6("¶69", new WorkingDaysAfter(10))),

    /// ¶4: the quarter is assessed not later than the 20th of the month after it.
    APPRAISAL_QUARTER(
            "appraisal.quarter",
            Start.QUARTER_END,
            End.ACT_BY,
            mangystau("¶4", new DayOfNextMonth(20, Roll.NONE))),

    /// ¶4: the yearly score is formed not later than 30 January of the next year.
    APPRAISAL_YEAR(
            "appraisal.year",
            Start.YEAR_END,
            End.ACT_BY,
            mangystau("¶4", new DayOfNextMonth(30, Roll.NONE))),

    /// ¶9: dismissed employees are informed within the month that follows the quarter.
    APPRAISAL_INFORM_DISMISSED(
            "appraisal.inform-dismissed",
            Start.QUARTER_END,
            End.ACT_BY,
            mangystau("¶9", new EndOfNextMonth(Roll.NONE))),

    /// ¶5: whoever has been in the position for less than a month from the day of appointment is
    /// not assessed; this is that month's last day.
    // DOUBT: whether the day of appointment is counted is not said, read as counted because the act
    // says "from the day" (со дня назначения, spec G-39).
    APPRAISAL_TENURE(
            "appraisal.tenure", Start.ANY_DAY, End.LASTS, mangystau("¶5", new MonthsFrom(1))),

    /// ¶10: calibration is applied for within five working days of receiving the result.
    // DOUBT: receiving may mean publication or opening, read as publication in the information
    // system because ¶9 says that the employee receives the result there (spec G-11).
    CALIBRATION_APPLY("calibration.apply", mangystau("¶10", new WorkingDaysAfter(5))),

    /// ¶19: calibration and its members are decided within three working days of the application's
    /// receipt.
    CALIBRATION_DECIDE("calibration.decide", mangystau("¶19", new WorkingDaysAfter(3))),

    /// ¶20: the session is held within ten working days of the day of the application, which may be
    /// an earlier day than that of its receipt (spec G-35).
    CALIBRATION_HOLD("calibration.hold", mangystau("¶20", new WorkingDaysAfter(10))),

    /// ¶22: the protocol is uploaded within three working days of its signing.
    CALIBRATION_UPLOAD("calibration.upload", mangystau("¶22", new WorkingDaysAfter(3))),

    /// ¶16: an application for flexible time is reviewed within ten working days from the day on
    /// which it reaches the authorised person.
    FLEXIBLE_REVIEW("flexible.review", order120("¶16", new WorkingDaysAfter(10))),

    /// ¶18: flexible time lasts at most six months; who wants to extend it agrees before they end.
    FLEXIBLE_PERIOD(
            "flexible.period", Start.ANY_DAY, End.MONTHS, order120("¶18", new MonthsFrom(6))),

    /// ¶12: the documents are kept for three years from the completion of the assessment.
    RECORDS_KEEP("records.keep", Start.ANY_DAY, End.LASTS, mangystau("¶12", new YearsAfter(3))),

    /// Item 2: a copy of the resolution is sent for publication within five working days of its
    /// signing.
    ACT_SEND_COPY("act.send-copy", mangystau("item 2", new WorkingDaysAfter(5))),

    /// Item 4: the order takes effect when ten calendar days have passed after the day of its first
    /// official publication; this is the last of them.
    ORDER_TAKES_EFFECT(
            "order.takes-effect",
            Start.ANY_DAY,
            End.LASTS,
            order120("item 4", new CalendarDaysAfter(10, Roll.NONE)));

    /// Which days a deadline can start from.
    public enum Start {
        ANY_DAY,
        /// The last day of a quarter.
        QUARTER_END,
        /// 31 December.
        YEAR_END;

        boolean accepts(LocalDate day) {
            return switch (this) {
                case ANY_DAY -> true;
                case QUARTER_END ->
                        day.getMonthValue() % 3 == 0 && day.getDayOfMonth() == day.lengthOfMonth();
                case YEAR_END -> MonthDay.from(day).equals(MonthDay.of(12, 31));
            };
        }
    }

    /// What the last day of a term is for.
    public enum End {
        /// Somebody has to act by then, so it matters whether it is a working day.
        ACT_BY,
        /// Something lasts until then and nobody has to act.
        LASTS,
        /// As [#LASTS], and it is answered for years whose calendar nobody has confirmed.
        // DOUBT: CAL.4 marks every term that runs into such a year, read as not meant for a period
        // of months, because no working day decides its end (spec W-28).
        MONTHS
    }

    /// The last year that a date of four digits can name.
    private static final int LAST_YEAR = 9999;

    private static final Map<String, LocalText> TEXTS = Rows.texts(Deadline.class, "deadlines.csv");

    private final String code;
    private final Start start;
    private final End end;
    private final Timeline<Counting> law;

    Deadline(String code, Timeline<Counting> law) {
        this(code, Start.ANY_DAY, End.ACT_BY, law);
    }

    Deadline(String code, Start start, End end, Timeline<Counting> law) {
        this.code = code;
        this.start = start;
        this.end = end;
        this.law = law;
    }

    public static Optional<Deadline> named(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findAny();
    }

    /// The rule's name among programs, e.g. `kpi.set`.
    public String code() {
        return code;
    }

    public Start start() {
        return start;
    }

    public End end() {
        return end;
    }

    /// What is to be done by the deadline.
    public LocalText text() {
        LocalText text = TEXTS.get(code);
        if (text == null) {
            throw new IllegalStateException(code + " has no name");
        }
        return text;
    }

    public Timeline<Counting> law() {
        return law;
    }

    /// The wording that is applied to an event of this day: the one in force, otherwise the nearest
    /// one before it, otherwise the first.
    public Timeline.Value<Counting> wording(LocalDate event) {
        // DOUBT: for an event before an act or after its end there is no deadline in our sources,
        // read as the nearest wording's arithmetic because the spec's own examples count so (§11);
        // the answer says that it was not in force, and no live case may rest on it.
        Timeline.Value<Counting> nearest = null;
        for (Timeline.Entry<Counting> entry : law.entries()) {
            if (entry instanceof Timeline.Value<Counting> value
                    && (nearest == null || !value.from().isAfter(event))) {
                nearest = value;
            }
        }
        if (nearest == null) {
            throw new IllegalStateException(code + " never had a wording");
        }
        return nearest;
    }

    /// Whether a wording of the rule is in force on a day.
    public boolean inForce(LocalDate day) {
        boolean inForce = false;
        for (Timeline.Entry<Counting> entry : law.entries()) {
            if (!entry.from().isAfter(day)) {
                inForce = entry instanceof Timeline.Value<Counting>;
            }
        }
        return inForce;
    }

    /// The deadline for an event, with how it was counted.
    public DueDate due(LocalDate event, WorkingCalendar calendar) {
        return due(event, wording(event).value(), calendar);
    }

    /// The same where a body's own act counts otherwise.
    public DueDate due(LocalDate event, Counting counting, WorkingCalendar calendar) {
        if (!start.accepts(event)) {
            return new DueDate.NotAStart(start);
        }
        try {
            DueDate.Found found = DueDate.Found.of(this, event, counting, calendar);
            return found.due().getYear() > LAST_YEAR
                    ? new DueDate.BeyondCalendar(found.due().getYear())
                    : found;
        } catch (UnknownYear e) {
            return new DueDate.BeyondCalendar(e.year());
        }
    }

    private static Timeline<Counting> chapter6(String paragraph, Counting counting) {
        return Timeline.of(
                from(Acts.COMMISSION_IN_FORCE, counting, Acts.commission(paragraph)),
                repealed(Acts.CHAPTER_6_LAPSED, Acts.commission("item 3")));
    }

    private static Timeline<Counting> mangystau(String paragraph, Counting counting) {
        return inForce(Acts.mangystau(paragraph), counting);
    }

    private static Timeline<Counting> order120(String paragraph, Counting counting) {
        return inForce(Acts.order120(paragraph), counting);
    }

    private static Timeline<Counting> inForce(Citation citation, Counting counting) {
        return Timeline.of(from(citation.inForce(), counting, citation));
    }
}
