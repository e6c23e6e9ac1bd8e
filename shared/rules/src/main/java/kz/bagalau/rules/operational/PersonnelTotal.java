package kz.bagalau.rules.operational;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.formula.Inputs;
import kz.bagalau.rules.operational.setting.Setting;

/// Personnel management: criterion 1 + O + criterion 3 − the penalties of ¶24.
///
/// @param information the highest penalty of ¶24
// DOUBT: the direction's formula is not in the source, read as the sum of the three criteria
// because the points of Appendix 13 (30, 30, 40) add up to the direction's 100.
record PersonnelTotal(Parameter information) implements Total {

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.CRITERION2_CAP, Setting.FLOOR_ZERO);
    }

    @Override
    public Working of(
            Direction direction,
            Map<String, Outcome> outcomes,
            Map<String, Working> criteria,
            Inputs inputs) {
        List<Term> terms = new ArrayList<>();
        for (Criterion criterion : direction.criteria()) {
            terms.add(
                    new Term.Intermediate(
                            criterion.symbol(),
                            Objects.requireNonNull(criteria.get(criterion.id()))));
        }
        Working.Penalty penalty =
                Total.information(inputs, direction.information(), information.value());
        return inputs.noted(
                new Working(Term.sum(terms), inputs.citation(), inputs.floored(List.of(penalty))));
    }
}
