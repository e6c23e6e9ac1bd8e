package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.AgreementIndex;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;
import org.jspecify.annotations.Nullable;

/// `k × (i_first + … + i_last) / number of statements`, at most k: the form of ¶40.3, ¶41, ¶42,
/// ¶49, ¶51 and ¶52.
record MeanOfIndices(Parameter k, Parameter first, Parameter last) implements Formula {

    MeanOfIndices(Parameters law) {
        this(
                law.get("k", ParameterUnit.POINTS),
                law.get("first_statement", ParameterUnit.STATEMENT),
                law.get("last_statement", ParameterUnit.STATEMENT));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return statements().mapToObj(MeanOfIndices::fact).toList();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.AGREEMENT_INDEX, Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        return apply(
                inputs.answers(facts()),
                inputs.settings().get(Setting.AGREEMENT_INDEX),
                inputs.citation());
    }

    private IntStream statements() {
        return IntStream.rangeClosed(first.value().intValueExact(), last.value().intValueExact());
    }

    private static String fact(int statement) {
        return "survey.q" + statement;
    }

    Outcome apply(
            Map<String, Given<AnswerCounts>> facts, AgreementIndex method, Citation citation) {
        List<Term> indices = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (int statement : statements().toArray()) {
            @Nullable Given<AnswerCounts> fact = facts.get(fact(statement));
            if (fact == null) {
                missing.add(fact(statement));
            } else if (fact.value().answered() == 0) {
                unanswered.add(fact(statement));
            } else {
                indices.add(new Term.Intermediate("i" + statement, method.working(fact, citation)));
            }
        }
        if (!missing.isEmpty()) {
            return new Outcome.Incomplete(missing);
        }
        if (!unanswered.isEmpty()) {
            return new Outcome.NotCalculable(
                    Outcome.NotCalculable.Cause.ZERO_DENOMINATOR, unanswered);
        }
        Term mean = Term.product(k.term(), Term.sum(indices)).over(Term.number(indices.size()));
        return Outcome.Scored.of(
                Working.of(mean, citation, new Working.Ceiling(k.value(), citation)), k.value());
    }
}
