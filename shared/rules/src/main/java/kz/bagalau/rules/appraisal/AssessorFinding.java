package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;

/// Who assesses somebody, and why: No. 245, ¶3 and ¶16.
///
/// @param rule of ¶16
/// @param form that the assessee's own position asks for, whoever assesses
/// @param assessor empty where nobody can be found: the personnel service names somebody
/// @param basis on which the assessor assesses; empty with the assessor
/// @param reasons in the order of the search
public record AssessorFinding(
        Rule rule,
        AnnexForm form,
        Optional<String> assessor,
        Optional<Basis> basis,
        List<Reason> reasons) {

    /// The four parts of ¶16.
    public enum Rule {
        /// D-3 head of a structural unit, or D-O-1.
        RULE_1("¶16 part 1"),
        /// Any other leading position.
        RULE_2("¶16 part 2"),
        /// D-3 that heads no structural unit.
        RULE_3("¶16 part 3"),
        /// All other employees of corps "B".
        RULE_4("¶16 part 4");

        private final String paragraph;

        Rule(String paragraph) {
            this.paragraph = paragraph;
        }

        public String paragraph() {
            return paragraph;
        }

        /// Whether it names the direct manager; otherwise the head of the unit or of the body.
        boolean namesDirectManager() {
            return this == RULE_1 || this == RULE_3;
        }

        AnnexForm form() {
            return this == RULE_1 || this == RULE_2 ? AnnexForm.ANNEX1 : AnnexForm.ANNEX2;
        }

        Basis basis() {
            return Basis.valueOf(name());
        }
    }

    /// Why the assessor of a case is the one who is.
    public enum Basis {
        RULE_1,
        RULE_2,
        RULE_3,
        RULE_4,
        /// ¶3 part 3: does the duties of the one who would assess.
        SUBSTITUTE,
        /// ¶3 part 5: the first head has decided so.
        APPARATUS_HEAD,
        /// ¶17 part 3: named by the assessor of more than twenty.
        DELEGATED,
        /// Named by the personnel service because nobody was found.
        HR_NAMED
    }

    /// A step of the search.
    ///
    /// @param values people, units, days, as the sentence takes them
    public record Reason(Step step, List<String> values) {

        public Reason {
            values = List.copyOf(values);
        }

        public LocalText text() {
            return AssessorTexts.TEXTS
                    .text(step.name().toLowerCase(Locale.ROOT))
                    .with(values.toArray());
        }

        public Citation citation() {
            return Acts.mangystau(step.paragraph);
        }
    }

    public enum Step {
        IS_RULE_1("¶16 part 1"),
        IS_RULE_2("¶16 part 2"),
        IS_RULE_3("¶16 part 3"),
        IS_RULE_4("¶16 part 4"),
        /// G-08: a leading D-3 without a unit fits two parts.
        FITS_TWO_PARTS("¶16"),
        DIRECT_MANAGER("¶16"),
        NO_MANAGER("¶16"),
        HEAD_OF_UNIT("¶2"),
        NO_HEAD("¶2"),
        APPARATUS("¶3 part 5"),
        HOLDER("¶16"),
        VACANT("¶3 part 3"),
        ABSENT("¶3 part 3"),
        SUBSTITUTE("¶3 part 3"),
        SUBSTITUTE_ABSENT("¶3 part 3"),
        NO_SUBSTITUTE("¶3 part 3"),
        IS_THE_ASSESSEE("¶2");

        private final String paragraph;

        Step(String paragraph) {
            this.paragraph = paragraph;
        }
    }

    public AssessorFinding {
        reasons = List.copyOf(reasons);
        if (assessor.isPresent() != basis.isPresent()) {
            throw new IllegalArgumentException("an assessor has a basis");
        }
    }

    /// The search in sentences.
    public List<LocalText> explained() {
        return reasons.stream().map(Reason::text).toList();
    }

    /// What a search adds to as it goes.
    static final class Trail {

        private final List<Reason> reasons = new ArrayList<>();

        void add(Step step, Object... values) {
            List<String> texts = new ArrayList<>();
            for (Object value : values) {
                texts.add(value instanceof LocalDate day ? day.toString() : value.toString());
            }
            reasons.add(new Reason(step, texts));
        }

        AssessorFinding found(Rule rule, String assessor, Basis basis) {
            return new AssessorFinding(
                    rule, rule.form(), Optional.of(assessor), Optional.of(basis), reasons);
        }

        AssessorFinding nobody(Rule rule) {
            return new AssessorFinding(
                    rule, rule.form(), Optional.empty(), Optional.empty(), reasons);
        }
    }
}
