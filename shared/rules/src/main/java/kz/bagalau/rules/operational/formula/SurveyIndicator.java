package kz.bagalau.rules.operational.formula;

import static kz.bagalau.rules.Timeline.from;
import static kz.bagalau.rules.operational.act.Amendment2023.IN_FORCE;
import static kz.bagalau.rules.operational.act.Amendment2023.PARAMETERS;
import static kz.bagalau.rules.operational.act.Amendment2023.cite;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.setting.AgreementIndex;

/// The six indicators that are made of the survey of Appendix 9. Each is `k` times the mean of the
/// agreement indices of its statements; statements 27 to 35 feed none.
public enum SurveyIndicator {
    /// ¶40.3: `N2 = k × (i1 + i2 + i3 + i4) / 4`, k = 5: labour normalisation, its survey part.
    // DOUBT: ¶40 states a maximum for N as a whole (13, C-01) and none for N2, read as 5 because
    // k = 5 and Appendix 13 gives N 10 points, of which N1 takes 5.
    N2("pm.labour_norm.n2", "¶40.3"),

    /// ¶41: `T = k × (i5 + i6 + i7 + i8) / 4`, k = 5, at most 5: satisfaction with working
    /// conditions.
    T("pm.conditions", "¶41"),

    /// ¶42: `Y = k × (i9 + i10 + i11 + i12 + i13 + i14) / 6`, k = 5, at most 5: management
    /// practice.
    Y("pm.management", "¶42"),

    /// ¶49: `B = k × (i15 + i16 + i17 + i18) / 4`, k = 10, at most 10: observance of meritocracy.
    B("pm.meritocracy", "¶49"),

    /// ¶51: `D = k × (i19 + i20 + i21 + i22) / 4`, k = 5, at most 5: transparency of rewards.
    D("pm.rewards", "¶51"),

    /// ¶52: `E = k × (i23 + i24 + i25 + i26) / 4`, k = 5, at most 5: ethics and relations in the
    /// team.
    E("pm.ethics", "¶52");

    private final String id;
    private final Timeline<MeanOfIndices> formulas;

    SurveyIndicator(String id, String paragraph) {
        this.id = id;
        this.formulas =
                Timeline.of(
                        from(
                                IN_FORCE,
                                PARAMETERS.formula(id, MeanOfIndices::new),
                                cite(paragraph)));
    }

    /// The indicator's name in facts, API and forms; N2 is a part of `pm.labour_norm`.
    public String id() {
        return id;
    }

    /// The letter of the act.
    public String symbol() {
        return name();
    }

    /// The formula's wordings by date.
    public Timeline<MeanOfIndices> formulas() {
        return formulas;
    }

    /// k, and with it the highest value, in a period.
    public BigDecimal maximum(AssessedPeriod period) {
        return formulas.on(period.lawOf()).value().k().value();
    }

    public Citation citation(AssessedPeriod period) {
        return formulas.on(period.lawOf()).citation();
    }

    /// The names of the facts it needs, `survey.q1` and so on.
    public List<String> facts(AssessedPeriod period) {
        return formulas.on(period.lawOf()).value().facts();
    }

    /// The points for one body in one period. A statement without a fact makes it
    /// [Outcome.Incomplete]: the mean of the others would be another indicator than the act's.
    ///
    /// @param facts by name; others than this indicator's are ignored
    public Outcome assess(
            Map<String, Given<AnswerCounts>> facts, AssessedPeriod period, AgreementIndex method) {
        Timeline.Value<MeanOfIndices> formula = formulas.on(period.lawOf());
        return formula.value().apply(facts, method, formula.citation());
    }

    /// The points by every method, scored ones only: what the choice of the setting changes.
    public Map<AgreementIndex, Outcome.Scored> byEveryMethod(
            Map<String, Given<AnswerCounts>> facts, AssessedPeriod period) {
        Map<AgreementIndex, Outcome.Scored> points = new EnumMap<>(AgreementIndex.class);
        for (AgreementIndex method : AgreementIndex.values()) {
            if (assess(facts, period, method) instanceof Outcome.Scored scored) {
                points.put(method, scored);
            }
        }
        return points;
    }
}
