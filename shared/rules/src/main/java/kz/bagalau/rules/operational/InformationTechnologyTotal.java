package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.formula.Inputs;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// ¶81: the criteria of Appendix 16 less unused systems and the penalties of ¶24. The bonus for
/// local content is not added where the total without it is 100 already.
///
/// @param information the highest penalty of ¶24
/// @param full the total at which local content is not added
/// @param localContent the indicator that is not added there
/// @param notIn81 the indicators that the printed formula of ¶81 leaves out
// DOUBT: whether what the printed formula leaves out must be known all the same is not said, read
// as yes because Appendix 16 lists it: without it the direction is incomplete under every reading.
record InformationTechnologyTotal(
        Parameter information, Parameter full, String localContent, Set<String> notIn81)
        implements Total {

    InformationTechnologyTotal {
        notIn81 = Set.copyOf(notIn81);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Setting.IT_TOTAL_FORMULA,
                Setting.IT_BONUS_MODE,
                Setting.IT_CAP_TEST,
                Setting.FLOOR_ZERO);
    }

    @Override
    public Working of(
            Direction direction,
            Map<String, Outcome> outcomes,
            Map<String, Working> criteria,
            Inputs inputs) {
        Settings settings = inputs.settings();
        Citation citation = inputs.citation();
        List<Indicator> added = new ArrayList<>();
        List<Indicator> bonus = new ArrayList<>();
        List<Indicator> deducted = new ArrayList<>();
        for (Indicator indicator : direction.indicators()) {
            if (indicator.role() == Indicator.Role.DEDUCTION) {
                deducted.add(indicator);
            } else if (indicator.id().equals(localContent)) {
                bonus.add(indicator);
            } else if (settings.is(Setting.IT_TOTAL_FORMULA, Setting.TotalFormula.APPENDIX16)
                    || !notIn81.contains(indicator.id())) {
                added.add(indicator);
            }
        }
        Term base = Sums.of(added, outcomes);
        for (Term deduction : Sums.terms(deducted, outcomes)) {
            base = base.minus(deduction);
        }
        Working.Penalty penalty =
                Total.information(inputs, direction.information(), information.value());
        List<Term> local = Sums.terms(bonus, outcomes);
        boolean beforeInformation = settings.is(Setting.IT_CAP_TEST, Setting.CapTest.BEFORE_INFO);
        // Shares of thirds or sevenths that make 100 together are 100, not a hair less.
        BigDecimal tested =
                Decimals.certain(
                        beforeInformation ? base.value() : base.value().subtract(penalty.points()));
        Term total = base;
        if (!local.isEmpty() && tested.compareTo(full.value()) >= 0) {
            inputs.note(
                    Words.text("local_content.not_added")
                            .with(
                                    Decimals.plain(local.getFirst().value()),
                                    Decimals.plain(tested),
                                    Decimals.plain(full.value())),
                    citation);
        } else if (!local.isEmpty()) {
            List<Term> terms = new ArrayList<>();
            terms.add(base);
            terms.addAll(local);
            total = Term.sum(terms);
        }
        List<Working.Step> steps = new ArrayList<>();
        boolean toppedUp = settings.is(Setting.IT_BONUS_MODE, Setting.BonusMode.TOP_UP_TO_100);
        if (toppedUp && beforeInformation) {
            steps.add(new Working.Ceiling(full.value(), citation));
        }
        steps.add(penalty);
        if (toppedUp && !beforeInformation) {
            steps.add(new Working.Ceiling(full.value(), citation));
        }
        Working working = new Working(total, citation, inputs.floored(steps));
        if (Decimals.certain(working.value()).compareTo(full.value()) > 0) {
            inputs.note(Words.text("total.above").with(Decimals.plain(full.value())), citation);
        }
        return inputs.noted(working);
    }
}
