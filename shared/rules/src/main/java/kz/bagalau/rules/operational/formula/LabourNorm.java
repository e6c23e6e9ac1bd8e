package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// ¶40: `N = N1 + N2`, less the penalty for work on days off.
///
/// ¶40.1: `N1 = k × (1 − 8 × (a − b) / b)`, not below 0, with the norm `b = (d − 21) × 8` hours a
/// servant and the hours worked `a = (b × n + m) / n`. ¶40.2: `s = p / n` hours on days off a
/// servant: from 9 to 184 one point, above two. ¶40.3: N2 from the survey ([SurveyIndicator#N2]).
///
/// @param strictness the 8 before the excess: an hour a day too much leaves nothing
/// @param leave paid annual leave in working days
/// @param hours of a working day
/// @param few the hours on days off from which `fewPenalty` is lost
/// @param many the hours on days off above which `manyPenalty` is
public record LabourNorm(
        Parameter k,
        Parameter strictness,
        Parameter leave,
        Parameter hours,
        Parameter few,
        Parameter fewPenalty,
        Parameter many,
        Parameter manyPenalty)
        implements Formula {

    private static final int FACT_PLACES = 12;

    /// p is a number of seconds in hours, published with 6 decimals, and n a number of twelfths,
    /// with 12: of p − 184 × n their rounding changes less than 0.000001, however large n is.
    /// Exactly it is 0 or at least 1 / 3600 = 0.000278, so 5 places distinguish them. Of facts
    /// entered by hand, less than 0.000005 man-hours of the whole body is no difference.
    private static final int BLURRED_PLACES = 5;

    public LabourNorm(Parameters law) {
        this(
                law.get("k", ParameterUnit.POINTS),
                law.get("strictness", ParameterUnit.FACTOR),
                law.get("leave_days", ParameterUnit.WORKING_DAYS),
                law.get("day_hours", ParameterUnit.HOURS),
                law.get("few_hours", ParameterUnit.HOURS),
                law.get("few_penalty", ParameterUnit.POINTS),
                law.get("many_hours", ParameterUnit.HOURS),
                law.get("many_penalty", ParameterUnit.POINTS));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed()
                ? Optional.of(Decimals.of(settings.get(Setting.N_MAX).id()))
                : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of(
                "hours.working_days",
                "headcount.norm_average",
                "headcount.monthly",
                "hours.overtime_weekday",
                "hours.overtime_weekday_authorised",
                "hours.overtime_weekend",
                "survey.q1",
                "survey.q2",
                "survey.q3",
                "survey.q4");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Setting.AGREEMENT_INDEX,
                Setting.N_MAX,
                Setting.WEEKEND_PENALTY_FROM,
                Setting.EXCLUDE_AUTHORISED_OVERTIME,
                Setting.FLOOR_ZERO,
                Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Setting.WeekendPenalty from = inputs.settings().get(Setting.WEEKEND_PENALTY_FROM);
        Citation citation = inputs.citation();
        Term days = inputs.number("hours.working_days");
        Term headcount =
                inputs.ifGiven("headcount.norm_average")
                        .orElseGet(() -> inputs.averageHeadcount("n"));
        Term overtime = overtimeOnWorkingDays(inputs);
        Term daysOff =
                from == Setting.WeekendPenalty.NONE
                        ? Term.number(0)
                        : inputs.number("hours.overtime_weekend");
        Term norm = norm(days, citation.at("¶40.1"));
        inputs.denominator(norm, "hours.working_days");
        inputs.denominator(headcount, headcountFact(headcount));
        Outcome survey = survey(inputs);
        inputs.join(survey);
        BigDecimal maximum = Decimals.of(inputs.settings().get(Setting.N_MAX).id());
        return inputs.scored(
                maximum,
                () -> {
                    List<Working.Penalty> penalty =
                            penalty(daysOff, headcount, citation.at("¶40.2"));
                    Term n1 =
                            new Term.Intermediate(
                                    "N1",
                                    n1(
                                            norm,
                                            headcount,
                                            overtime,
                                            from == Setting.WeekendPenalty.N1 ? penalty : List.of(),
                                            citation.at("¶40.1")));
                    Term n2 = new Term.Intermediate("N2", ((Outcome.Scored) survey).working());
                    List<Working.Step> steps = new ArrayList<>();
                    steps.add(new Working.Ceiling(maximum, citation));
                    if (from == Setting.WeekendPenalty.N) {
                        steps.addAll(penalty);
                    }
                    return new Working(Term.sum(List.of(n1, n2)), citation, inputs.floored(steps));
                });
    }

    /// b, with the 21 days of leave also where the body existed for a part of the year.
    private Term norm(Term days, Citation citation) {
        return new Term.Intermediate(
                "b", Working.of(Term.product(days.minus(leave.term()), hours.term()), citation));
    }

    /// N1: the floor 0 is the text's own, whatever the settings.
    private Working n1(
            Term norm,
            Term headcount,
            Term overtime,
            List<Working.Penalty> penalty,
            Citation citation) {
        Term worked =
                new Term.Intermediate(
                        "a",
                        Working.of(
                                Term.sum(List.of(Term.product(norm, headcount), overtime))
                                        .over(headcount),
                                citation));
        Term excess = Term.product(strictness.term(), worked.minus(norm)).over(norm);
        List<Working.Step> steps = new ArrayList<>();
        steps.add(new Working.Ceiling(k.value(), citation));
        steps.addAll(penalty);
        steps.add(new Working.Floor(BigDecimal.ZERO, citation));
        return new Working(Term.product(k.term(), Term.number(1).minus(excess)), citation, steps);
    }

    /// ¶40.2, the table of penalties; there is no row below 9 hours, so nothing is lost there.
    private List<Working.Penalty> penalty(Term daysOff, Term headcount, Citation citation) {
        if (beyond(few.value(), daysOff, headcount) < 0) {
            return List.of();
        }
        boolean two = beyond(many.value(), daysOff, headcount) > 0;
        BigDecimal each = daysOff.over(headcount).value();
        return List.of(
                new Working.Penalty(
                        two ? manyPenalty.value() : fewPenalty.value(),
                        Words.text(two ? "weekend.above" : "weekend.within")
                                .with(
                                        two ? above(each) : Decimals.plain(each.min(many.value())),
                                        Decimals.plain(few.value()),
                                        Decimals.plain(many.value())),
                        Audience.BODY,
                        citation));
    }

    /// Whether the man-hours are below (-1), at (0) or above (1) so many a servant. Their quotient
    /// would show what the rounding of the facts took away from what does not end.
    private static int beyond(BigDecimal each, Term daysOff, Term headcount) {
        return daysOff.value()
                .subtract(each.multiply(headcount.value()))
                .setScale(BLURRED_PLACES, RoundingMode.HALF_UP)
                .signum();
    }

    /// s above its limit, with as many decimals as show that it is: one second of one person is
    /// divided by all of them.
    private String above(BigDecimal each) {
        String shown = Decimals.plain(each);
        return shown.equals(Decimals.plain(many.value()))
                ? each.setScale(FACT_PLACES, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : shown;
    }

    /// m: the facts come without the hours under an act of the employer, so reading the rule as of
    /// days off only adds them again.
    private static Term overtimeOnWorkingDays(Inputs inputs) {
        Term unauthorised = inputs.number("hours.overtime_weekday");
        return switch (inputs.settings().get(Setting.EXCLUDE_AUTHORISED_OVERTIME)) {
            case M_AND_P -> unauthorised;
            case P_ONLY ->
                    Term.sum(
                            List.of(
                                    unauthorised,
                                    inputs.number("hours.overtime_weekday_authorised")));
        };
    }

    private static Outcome survey(Inputs inputs) {
        Timeline.Value<MeanOfIndices> n2 =
                SurveyIndicator.N2.formulas().on(inputs.period().lawOf());
        return n2.value()
                .apply(
                        inputs.answers(n2.value().facts()),
                        inputs.settings().get(Setting.AGREEMENT_INDEX),
                        n2.citation());
    }

    private static String headcountFact(Term headcount) {
        return headcount instanceof Term.Input(var fact, _, _) ? fact : "headcount.monthly";
    }
}
