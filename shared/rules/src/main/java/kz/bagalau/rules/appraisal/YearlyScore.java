package kz.bagalau.rules.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.rules.appraisal.AppraisalSetting.MultiCase;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.Quarter;

/// The yearly score: No. 245, ¶4, the mean of the employee's quarters of a calendar year, in
/// whichever bodies (G-43).
public final class YearlyScore {

    private YearlyScore() {}

    /// What became of a quarter in one position, or in one body.
    ///
    /// @param score as last published, with two decimals; empty where there is none
    /// @param workedDays the days worked in it; 0 where nobody knows them
    /// @param lastDay the last day of its time
    public record QuarterCase(
            Quarter quarter,
            Standing standing,
            Optional<BigDecimal> score,
            int workedDays,
            LocalDate lastDay) {

        public QuarterCase {
            if (score.isPresent() != standing.hasScore()) {
                throw new IllegalArgumentException(standing + " with score " + score);
            }
        }
    }

    public enum Standing {
        /// Final, or entered from another act or body.
        SETTLED,
        /// Published, and the window is open, a session is asked for, or an appeal is filed.
        DISPUTED,
        /// To be assessed, without a published score yet.
        NO_SCORE,
        /// Not assessed by ¶5: it is settled and counts for nothing.
        NOT_ASSESSED;

        boolean hasScore() {
            return this == SETTLED || this == DISPUTED;
        }
    }

    /// Why a quarter makes the score provisional.
    public enum Why {
        NO_SCORE,
        DISPUTED,
        /// Several assessed cases, and the personnel service has not chosen how they merge.
        MULTI_CASE_QUARTER
    }

    public record Missing(Quarter quarter, Why why) {}

    /// A quarter's score as it enters the mean.
    ///
    /// @param rule by which several cases were merged; empty where there was one
    public record Used(Quarter quarter, Fraction score, Optional<MultiCase> rule) {}

    public sealed interface Result {}

    /// No quarter was assessed.
    ///
    /// @param missing the quarters that still can be
    public record None(List<Missing> missing) implements Result {

        public None {
            missing = List.copyOf(missing);
        }
    }

    /// @param banding the mean as a fraction, rounded once, and its grade
    public record Formed(Banding banding, List<Used> used, List<Missing> missing)
            implements Result {

        public Formed {
            used = List.copyOf(used);
            missing = List.copyOf(missing);
        }

        public boolean provisional() {
            return !missing.isEmpty();
        }
    }

    /// The mean of the assessed quarters.
    ///
    /// @param choices of the personnel service, for quarters with several assessed cases
    // DOUBT: what becomes of the mean where a quarter is not assessed is not said (G-27), read as
    // the mean of the others. It waits for no quarter that is late or disputed (G-12, G-40): such a
    // score is provisional.
    public static Result of(
            List<QuarterCase> cases, Map<Quarter, MultiCase> choices, EmployeeSettings settings) {
        SortedMap<Quarter, List<QuarterCase>> quarters =
                cases.stream()
                        .collect(
                                Collectors.groupingBy(
                                        QuarterCase::quarter, TreeMap::new, Collectors.toList()));
        List<Used> used = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        quarters.forEach((quarter, of) -> {
            List<QuarterCase> assessed =
                    of.stream().filter(each -> each.standing().hasScore()).toList();
            if (!assessed.isEmpty()) {
                used.add(merged(quarter, assessed, choices, settings));
            }
            if (has(of, Standing.NO_SCORE)) {
                missing.add(new Missing(quarter, Why.NO_SCORE));
            }
            if (has(of, Standing.DISPUTED)) {
                missing.add(new Missing(quarter, Why.DISPUTED));
            }
            if (assessed.size() > 1 && chosen(quarter, assessed, choices).isEmpty()) {
                missing.add(new Missing(quarter, Why.MULTI_CASE_QUARTER));
            }
        });
        if (used.isEmpty()) {
            return new None(missing);
        }
        Fraction mean = Fraction.mean(used.stream().map(Used::score).toList());
        return new Formed(Banding.of(mean, settings.get(AppraisalSetting.ROUNDING)), used, missing);
    }

    /// Whether it is formed by a day: after the year when every quarter is settled, at the latest
    /// on the day of ¶4 (D-09).
    public static boolean isFormed(
            int year, List<QuarterCase> cases, LocalDate today, WorkingCalendar calendar) {
        LocalDate end = LocalDate.of(year, 12, 31);
        boolean settled =
                cases.stream()
                        .map(QuarterCase::standing)
                        .allMatch(standing ->
                                standing == Standing.SETTLED || standing == Standing.NOT_ASSESSED);
        return today.isAfter(end) && (settled || !today.isBefore(formedBy(end, calendar)));
    }

    private static LocalDate formedBy(LocalDate end, WorkingCalendar calendar) {
        return switch (Deadline.APPRAISAL_YEAR.due(end, calendar)) {
            case DueDate.Found found -> found.due();
            case DueDate.NotAStart _, DueDate.BeyondCalendar _ -> end.plusDays(30);
        };
    }

    private static boolean has(List<QuarterCase> cases, Standing standing) {
        return cases.stream().anyMatch(each -> each.standing() == standing);
    }

    private static Used merged(
            Quarter quarter,
            List<QuarterCase> assessed,
            Map<Quarter, MultiCase> choices,
            EmployeeSettings settings) {
        if (assessed.size() == 1) {
            return new Used(quarter, score(assessed.getFirst()), Optional.empty());
        }
        MultiCase rule =
                chosen(quarter, assessed, choices)
                        .or(() ->
                                applicable(
                                        settings.get(AppraisalSetting.MULTI_CASE_QUARTER),
                                        assessed))
                        .orElse(MultiCase.MEAN);
        Fraction score =
                switch (rule) {
                    case MEAN -> Fraction.mean(assessed.stream().map(YearlyScore::score).toList());
                    case LAST ->
                            score(
                                    assessed.stream()
                                            .max(Comparator.comparing(QuarterCase::lastDay))
                                            .orElseThrow());
                    case WEIGHTED_BY_DAYS -> weighted(assessed);
                };
        return new Used(quarter, score, Optional.of(rule));
    }

    private static Optional<MultiCase> chosen(
            Quarter quarter, List<QuarterCase> assessed, Map<Quarter, MultiCase> choices) {
        return Optional.ofNullable(choices.get(quarter))
                .flatMap(rule -> applicable(rule, assessed));
    }

    /// A rule that these cases can be merged by. Days weigh nothing where those of a case are not
    /// known: its score would be left out without a word.
    private static Optional<MultiCase> applicable(MultiCase rule, List<QuarterCase> assessed) {
        boolean daysUnknown = assessed.stream().anyMatch(each -> each.workedDays() == 0);
        return rule == MultiCase.WEIGHTED_BY_DAYS && daysUnknown
                ? Optional.empty()
                : Optional.of(rule);
    }

    private static Fraction weighted(List<QuarterCase> cases) {
        Fraction sum = Fraction.ZERO;
        Fraction days = Fraction.ZERO;
        for (QuarterCase each : cases) {
            Fraction weight = Fraction.of(BigDecimal.valueOf(each.workedDays()));
            sum = sum.plus(score(each).times(weight));
            days = days.plus(weight);
        }
        return sum.over(days);
    }

    private static Fraction score(QuarterCase each) {
        return Fraction.of(each.score().orElseThrow());
    }
}
