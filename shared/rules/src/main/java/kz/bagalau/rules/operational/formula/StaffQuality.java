package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// ¶37: `P = k × (a + b + c + d + e + f + g + h + i + j) / z`, at most k: how many servants have a
/// degree, a school or a reserve of the list, by the average actual headcount z.
public record StaffQuality(Parameter k) implements Formula {

    public StaffQuality(Parameters law) {
        this(law.get("k", ParameterUnit.POINTS));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(Vocabulary.STAFF_QUALITIES);
        facts.add("staff.unique_persons");
        facts.add("headcount.monthly");
        return facts;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.STAFF_QUALITY_DOUBLE_COUNT, Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        Term counted =
                switch (inputs.settings().get(Setting.STAFF_QUALITY_DOUBLE_COUNT)) {
                    case SUM ->
                            Term.sum(
                                    Vocabulary.STAFF_QUALITIES.stream()
                                            .map(inputs::number)
                                            .toList());
                    case UNIQUE_PERSON -> inputs.number("staff.unique_persons");
                };
        Term headcount = inputs.averageHeadcount("z");
        inputs.denominator(headcount, "headcount.monthly");
        inputs.ifGiven("staff.unique_persons")
                .filter(persons -> persons.value().compareTo(counted.value()) < 0)
                .ifPresent(persons ->
                        inputs.note(
                                Words.text("staff.counted_twice")
                                        .with(Decimals.plain(persons.value())),
                                citation));
        return inputs.scored(
                k.value(),
                () ->
                        Working.of(
                                Term.product(k.term(), counted).over(headcount),
                                citation,
                                new Working.Ceiling(k.value(), citation)));
    }
}
