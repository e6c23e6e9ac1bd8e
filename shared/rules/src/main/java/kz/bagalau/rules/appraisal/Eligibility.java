package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.appraisal.PositionTime.Stretch;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.staff.Absence;

/// Whether somebody's quarter in a position is assessed (No. 245, ¶5), with the days that were
/// counted.
///
/// @param workedDays working days of all stretches without the absences that do not count
/// @param requiredDays how many there must be
/// @param provisional whether the count lies in a year that nobody has confirmed
public record Eligibility(
        Verdict verdict,
        Tenure tenure,
        List<Days> days,
        List<Away> away,
        int workedDays,
        int requiredDays,
        boolean provisional) {

    public enum Verdict {
        ELIGIBLE,
        /// No stretch lasts a month.
        NOT_LT_MONTH,
        /// Fewer days were worked than ¶5 asks for.
        NOT_LT_15_DAYS
    }

    /// The working days of a stretch.
    public record Days(Stretch stretch, int working) {}

    /// An absence inside the stretches.
    ///
    /// @param working the working days that it covers
    /// @param worked whether they count as worked all the same
    public record Away(Absence absence, int working, boolean worked) {}

    private static final Texts TEXTS = Texts.beside(Eligibility.class, "eligibility.properties");

    public Eligibility {
        days = List.copyOf(days);
        away = List.copyOf(away);
    }

    /// @param published the calendar of the five-day week; the days are counted in the person's own
    // DOUBT: ¶5 asks for fifteen worked days and does not say what follows where there are fewer
    // (G-07), read as not assessed, because the paragraph says who is.
    public static Eligibility of(
            PositionTime time, WorkingCalendar published, EmployeeSettings settings) {
        WorkingCalendar calendar = published.inWeek(time.week());
        Tenure tenure = Tenure.of(time, settings);
        List<Days> days =
                time.stretches().stream()
                        .map(stretch -> new Days(stretch, working(stretch, calendar, _ -> true)))
                        .toList();
        List<Away> away =
                time.absences().stream()
                        .map(absence -> away(absence, time, calendar, settings))
                        .filter(found -> found.working() > 0)
                        .toList();
        Predicate<LocalDate> worked =
                day ->
                        time.absences().stream()
                                .filter(absence -> !countsAsWorked(absence, settings))
                                .noneMatch(absence -> absence.span().contains(day));
        int workedDays =
                time.stretches().stream()
                        .mapToInt(stretch -> working(stretch, calendar, worked))
                        .sum();
        int required = settings.get(AppraisalSetting.MIN_WORKED_DAYS);
        Verdict verdict =
                !tenure.lastsAMonth()
                        ? Verdict.NOT_LT_MONTH
                        : workedDays < required ? Verdict.NOT_LT_15_DAYS : Verdict.ELIGIBLE;
        boolean provisional =
                time.stretches().stream()
                        .anyMatch(stretch -> !confirmed(stretch.from().getYear(), calendar));
        return new Eligibility(verdict, tenure, days, away, workedDays, required, provisional);
    }

    /// The count in sentences, in the order in which it is made.
    public List<LocalText> explained() {
        List<LocalText> sentences = new ArrayList<>();
        if (tenure.stretches().isEmpty()) {
            sentences.add(TEXTS.text("nowhere"));
        }
        for (int i = 0; i < days.size(); i++) {
            Days counted = days.get(i);
            Tenure.Measured measured = tenure.stretches().get(i);
            sentences.add(
                    TEXTS.text("stretch")
                            .with(
                                    counted.stretch().from(),
                                    counted.stretch().to(),
                                    counted.working()));
            sentences.add(
                    TEXTS.text(measured.lastsAMonth() ? "month.reached" : "month.not_reached")
                            .with(measured.monthEnds()));
        }
        away.forEach(found -> sentences.add(explained(found)));
        sentences.add(TEXTS.text("worked").with(workedDays, requiredDays));
        sentences.add(TEXTS.text(verdict.name().toLowerCase(Locale.ROOT)));
        return List.copyOf(sentences);
    }

    /// What an absence of this kind is called.
    public static LocalText text(Absence.Kind kind) {
        return TEXTS.text("absence." + kind.name());
    }

    private static LocalText explained(Away away) {
        LocalText kind = text(away.absence().kind());
        LocalText sentence = TEXTS.text(away.worked() ? "away.worked" : "away.not_worked");
        Object[] rest = {away.absence().from(), away.absence().to(), away.working()};
        return new LocalText(
                sentence.kk().formatted(kind.kk(), rest[0], rest[1], rest[2]),
                sentence.ru().formatted(kind.ru(), rest[0], rest[1], rest[2]),
                sentence.en().formatted(kind.en(), rest[0], rest[1], rest[2]));
    }

    private static Away away(
            Absence absence,
            PositionTime time,
            WorkingCalendar calendar,
            EmployeeSettings settings) {
        int working =
                time.stretches().stream()
                        .mapToInt(stretch -> working(stretch, calendar, absence.span()::contains))
                        .sum();
        return new Away(absence, working, countsAsWorked(absence, settings));
    }

    private static boolean countsAsWorked(Absence absence, EmployeeSettings settings) {
        return switch (absence.kind()) {
            case BUSINESS_TRIP -> settings.is(AppraisalSetting.TRIP_COUNTS_AS_WORKED);
            case INTERNSHIP, RETRAINING, QUALIFICATION ->
                    settings.is(AppraisalSetting.TRAINING_COUNTS_AS_WORKED);
            case LABOUR_LEAVE, SOCIAL_LEAVE, SICK, OTHER -> false;
        };
    }

    private static int working(
            Stretch stretch, WorkingCalendar calendar, Predicate<LocalDate> counted) {
        return (int)
                stretch.from()
                        .datesUntil(stretch.to().plusDays(1))
                        .filter(counted)
                        .filter(calendar::isWorking)
                        .count();
    }

    private static boolean confirmed(int year, WorkingCalendar calendar) {
        return calendar.year(year).confirmed();
    }
}
