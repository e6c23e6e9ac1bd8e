package kz.bagalau.rules.operational.setting;

import static kz.bagalau.rules.operational.act.Amendment2023.cite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.act.Words;

/// A place where the act is silent or contradicts itself, and the ways to read it (spec §8). The
/// first value is the default; which one was used is printed with every score.
///
/// @param id the name in settings and JSON
/// @param values the readings, the default first
/// @param place the paragraph that leaves the doubt
/// @param shownBeside whether each score carries its points under the other readings
public record Setting<V extends Enum<V> & Setting.Value>(
        String id, List<V> values, Citation place, boolean shownBeside) {

    /// One way to read the act.
    public interface Value {
        String name();

        /// The name in settings and JSON.
        default String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Setting<AgreementIndex> AGREEMENT_INDEX =
            new Setting<>("agreement_index", List.of(AgreementIndex.values()), cite("¶40.3"), true);

    // DOUBT: the text sets the floor 0 only for N1 (¶40.1), while V, N, U and A can fall below
    // (C-18), read as 0 for every indicator and direction because a result below "nothing
    // achieved" has no meaning in a scale that begins at 0.
    public static final Setting<YesNo> FLOOR_ZERO = of("floor_zero", YesNo.values(), "¶40.1");

    // DOUBT: a zero denominator has a rule only in ¶44, read as not calculable elsewhere because
    // any number would be invented. A person may decide otherwise for one indicator, with a
    // written reason.
    public static final Setting<ZeroDenominator> ZERO_DENOMINATOR =
            of("zero_denominator", ZeroDenominator.values(), "¶44");

    // DOUBT: ¶40 prints 13 as the maximum of N, Appendix 13 gives 10 (C-01), read as 10 because N1
    // and N2 reach 5 each and only 10 makes criterion 2 equal 30.
    public static final Setting<LabourNormMaximum> N_MAX =
            of("n_max", LabourNormMaximum.values(), "¶40");

    // DOUBT: ¶40.2 defines a penalty that the formula N = N1 + N2 does not contain (C-02), read as
    // taken from N because the paragraph speaks of the indicator; from N1 it would be lost wherever
    // N1 is 0.
    public static final Setting<WeekendPenalty> WEEKEND_PENALTY_FROM =
            of("weekend_penalty_from", WeekendPenalty.values(), "¶40.2");

    // DOUBT: the sentence that leaves out hours under an act of the employer stands in ¶40.2 only
    // (C-13), read as true of ¶40.1 as well because it speaks of average man-hours in general.
    public static final Setting<AuthorisedOvertime> EXCLUDE_AUTHORISED_OVERTIME =
            of("exclude_authorised_overtime", AuthorisedOvertime.values(), "¶40.2");

    // DOUBT: "more than 50 % of the dismissed" or of those who answered (C-19), read literally, as
    // of the dismissed, with the same b as in V.
    public static final Setting<NegativeDenominator> EXIT_NEGATIVE_DENOMINATOR =
            of("exit_negative_denominator", NegativeDenominator.values(), "¶35");

    // DOUBT: question 1 of the interview allows several reasons and the act does not say when a
    // person "linked the dismissal with negative aspects" (C-19), read as at least one negative
    // reason because one is enough to make the link.
    public static final Setting<NegativeRule> EXIT_NEGATIVE_RULE =
            of("exit_negative_rule", NegativeRule.values(), "¶35");

    // DOUBT: those whom rule 7 of Appendix 12 exempts from the interview are not taken out of b
    // (C-03), read as taken out because a body cannot interview whom it must not.
    public static final Setting<YesNo> EXIT_EXCLUDE_EXEMPT_FROM_B =
            of("exit_exclude_exempt_from_b", YesNo.values(), "¶35");

    // DOUBT: rule 6 of Appendix 12 limits paper interviews to 10 % and names no consequence
    // (C-31), read as a warning because an interview that was held is not to be lost silently.
    public static final Setting<PaperExcess> EXIT_PAPER_EXCESS =
            of("exit_paper_excess", PaperExcess.values(), "Appendix 12 rule 6");

    // DOUBT: one person may belong to several of a to j (C-11), read literally as a sum because the
    // formula adds the counts.
    public static final Setting<DoubleCount> STAFF_QUALITY_DOUBLE_COUNT =
            of("staff_quality_double_count", DoubleCount.values(), "¶37");

    // DOUBT: O contains the bonuses I and K, and its maximum is 30, which the base alone reaches
    // (C-17), read literally: bonuses only make up for losses inside the criterion.
    public static final Setting<CriterionCap> CRITERION2_CAP =
            of("criterion2_cap", CriterionCap.values(), "¶39");

    // DOUBT: the act does not say whether a "fact" of breaking the recording order is one interview
    // or one competition, read as one interview because it speaks of "each candidate".
    public static final Setting<CompetitionFact> COMPETITION_FACT =
            of("competition_fact", CompetitionFact.values(), "¶48");

    // DOUBT: ¶81 adds a criterion that was removed and leaves out two that carry 25 (15) points
    // (C-04), read by the rows of Appendix 16 because with the printed formula no body can reach
    // 100.
    public static final Setting<TotalFormula> IT_TOTAL_FORMULA =
            new Setting<>("it_total_formula", List.of(TotalFormula.values()), cite("¶81"), true);

    // DOUBT: above 100 the act only stops the bonus for local content where the total without it
    // is 100 (C-07), read literally because no other cap is stated.
    public static final Setting<BonusMode> IT_BONUS_MODE =
            of("it_bonus_mode", BonusMode.values(), "¶81");

    // DOUBT: "if the final score is 100" leaves open whether the penalties of ¶24 are already in
    // it, read as before them because they do not stand in the formula of ¶81.
    public static final Setting<CapTest> IT_CAP_TEST = of("it_cap_test", CapTest.values(), "¶81");

    // DOUBT: the questionnaire asks for one answer, and two questions are worded in the plural
    // (C-26), read as one answer. No score depends on it: those questions feed no index.
    public static final Setting<NoYes> SURVEY_Q29_Q32_MULTI =
            of("survey_q29_q32_multi", NoYes.values(), "Appendix 9");

    public Setting {
        values = List.copyOf(values);
    }

    private static <V extends Enum<V> & Value> Setting<V> of(
            String id, V[] values, String paragraph) {
        return new Setting<>(id, List.of(values), cite(paragraph), false);
    }

    /// All settings of the methodology, in the order of the specification.
    public static List<Setting<?>> all() {
        return List.of(
                AGREEMENT_INDEX,
                FLOOR_ZERO,
                ZERO_DENOMINATOR,
                N_MAX,
                WEEKEND_PENALTY_FROM,
                EXCLUDE_AUTHORISED_OVERTIME,
                EXIT_NEGATIVE_DENOMINATOR,
                EXIT_NEGATIVE_RULE,
                EXIT_EXCLUDE_EXEMPT_FROM_B,
                EXIT_PAPER_EXCESS,
                STAFF_QUALITY_DOUBLE_COUNT,
                CRITERION2_CAP,
                COMPETITION_FACT,
                IT_TOTAL_FORMULA,
                IT_BONUS_MODE,
                IT_CAP_TEST,
                SURVEY_Q29_Q32_MULTI);
    }

    public static Optional<Setting<?>> named(String id) {
        return all().stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    public V byDefault() {
        return values.getFirst();
    }

    public Optional<V> value(String valueId) {
        return values.stream().filter(value -> value.id().equals(valueId)).findFirst();
    }

    /// What is decided here, in a sentence.
    public LocalText about() {
        return Words.text("setting." + id);
    }

    /// How one reading answers it, in a few words.
    public LocalText reading(V value) {
        return Words.text("setting." + id + "." + value.id());
    }

    public enum YesNo implements Value {
        TRUE,
        FALSE
    }

    public enum NoYes implements Value {
        FALSE,
        TRUE
    }

    public enum ZeroDenominator implements Value {
        NOT_CALCULABLE,
        ZERO,
        MAX,
        EXCLUDE
    }

    public enum LabourNormMaximum implements Value {
        TEN("10"),
        THIRTEEN("13");

        private final String points;

        LabourNormMaximum(String points) {
            this.points = points;
        }

        @Override
        public String id() {
            return points;
        }
    }

    public enum WeekendPenalty implements Value {
        N("N"),
        N1("N1"),
        NONE("none");

        private final String id;

        WeekendPenalty(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public enum AuthorisedOvertime implements Value {
        M_AND_P,
        P_ONLY
    }

    public enum NegativeDenominator implements Value {
        DISMISSED_B,
        RESPONDENTS_A
    }

    public enum NegativeRule implements Value {
        ANY_NEGATIVE_REASON,
        MAJORITY_OF_REASONS_NEGATIVE
    }

    public enum PaperExcess implements Value {
        WARN,
        EXCLUDE_FROM_A
    }

    public enum DoubleCount implements Value {
        SUM,
        UNIQUE_PERSON
    }

    public enum CriterionCap implements Value {
        INCLUDING_BONUSES,
        BONUSES_OUTSIDE
    }

    public enum CompetitionFact implements Value {
        INTERVIEW,
        COMPETITION
    }

    public enum TotalFormula implements Value {
        APPENDIX16,
        LITERAL_81
    }

    public enum BonusMode implements Value {
        LITERAL,
        TOP_UP_TO_100
    }

    public enum CapTest implements Value {
        BEFORE_INFO,
        AFTER_INFO
    }
}
