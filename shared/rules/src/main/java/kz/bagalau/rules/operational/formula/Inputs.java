package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// What one formula reads. It hands out facts as terms, notes which are missing and which
/// denominators are zero, and makes the outcome of it at the end, so that all missing facts are
/// named at once and none is taken as zero.
public final class Inputs {

    /// The source of a number that only stands in for a missing fact and reaches no result.
    private static final Provenance NOWHERE = new Provenance("none", Map.of());

    private static final int MONTHS = 12;

    private final BodyKind kind;
    private final AssessedPeriod period;
    private final BodyFacts facts;
    private final Optional<ManualPoints> manual;
    private final Settings settings;
    private final Citation citation;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> zeros = new LinkedHashSet<>();
    private final List<Working.Step> notes = new ArrayList<>();

    public Inputs(
            BodyKind kind,
            AssessedPeriod period,
            BodyFacts facts,
            Optional<ManualPoints> manual,
            Settings settings,
            Citation citation) {
        this.kind = kind;
        this.period = period;
        this.facts = facts;
        this.manual = manual;
        this.settings = settings;
        this.citation = citation;
    }

    BodyKind kind() {
        return kind;
    }

    AssessedPeriod period() {
        return period;
    }

    public Settings settings() {
        return settings;
    }

    Optional<ManualPoints> manual() {
        return manual;
    }

    /// Where the formula stands.
    public Citation citation() {
        return citation;
    }

    /// The number of a fact; one that is missing is noted.
    Term number(String fact) {
        return ifGiven(fact)
                .orElseGet(() -> {
                    missing.add(fact);
                    return new Term.Input(fact, BigDecimal.ZERO, NOWHERE);
                });
    }

    /// The number of a fact that may be absent.
    Optional<Term> ifGiven(String fact) {
        return facts.find(fact)
                .map(given ->
                        switch (given.value()) {
                            case FactValue.Amount(var amount) ->
                                    new Term.Input(fact, amount, given.source());
                            default -> throw new IllegalArgumentException(fact);
                        });
    }

    /// A fact that need not be a number; one that is missing is noted.
    Optional<Given<FactValue>> fact(String fact) {
        Optional<Given<FactValue>> given = facts.find(fact);
        if (given.isEmpty()) {
            missing.add(fact);
        }
        return given;
    }

    /// The penalty points of a fact `information.…`; none where nobody reported any, which is said
    /// in the working.
    public List<BigDecimal> penalties(String fact) {
        return facts.find(fact)
                .map(given ->
                        switch (given.value()) {
                            case FactValue.Amounts(var amounts) -> amounts;
                            default -> throw new IllegalArgumentException(fact);
                        })
                .orElseGet(() -> {
                    note(Words.text("default.none").with(fact), citation.at("¶24"));
                    return List.of();
                });
    }

    /// ¶37, ¶40, ¶45-1: the sum of the servants on the last day of each month, divided by 12.
    // DOUBT: a body that existed for a part of the year is divided by 12 as well (C-35), read
    // literally because the formula names 12 and no exception.
    Term averageHeadcount(String symbol) {
        String fact = "headcount.monthly";
        List<Term> months = new ArrayList<>();
        fact(fact)
                .ifPresent(given -> {
                    if (given.value() instanceof FactValue.Amounts(var amounts)) {
                        amounts.forEach(
                                month -> months.add(new Term.Input(fact, month, given.source())));
                    }
                });
        return new Term.Intermediate(
                symbol, Working.of(Term.sum(months).over(Term.number(MONTHS)), citation));
    }

    /// The answers to a statement; one that is missing is noted.
    Map<String, Given<AnswerCounts>> answers(List<String> statements) {
        Map<String, Given<AnswerCounts>> answers = new HashMap<>();
        for (String statement : statements) {
            fact(statement)
                    .ifPresent(given -> {
                        if (given.value() instanceof FactValue.Amounts counts) {
                            answers.put(
                                    statement,
                                    new Given<>(
                                            statement, AnswerCounts.of(counts), given.source()));
                        }
                    });
        }
        return answers;
    }

    /// Notes the facts of a denominator that is not above zero, where the act has no rule for it.
    void denominator(Term denominator, String... itsFacts) {
        if (missing.isEmpty() && Decimals.certain(denominator.value()).signum() <= 0) {
            zeros.addAll(Arrays.asList(itsFacts));
        }
    }

    /// Takes over what another formula found missing or zero.
    void join(Outcome part) {
        switch (part) {
            case Outcome.Incomplete(var names) -> missing.addAll(names);
            case Outcome.NotCalculable(var cause, var names) -> zeros.addAll(names);
            case Outcome.Scored _, Outcome.Manual _, Outcome.NotApplicable _ -> {}
        }
    }

    /// Says something in the working that changes no value.
    public void note(LocalText remark, Citation where) {
        notes.add(new Working.Note(remark, Audience.BODY, where));
    }

    /// The outcome: incomplete, not calculable, or the points of the working, which is made only
    /// where every fact is there and every denominator above zero.
    Outcome scored(BigDecimal maximum, Supplier<Working> working) {
        if (!missing.isEmpty()) {
            return new Outcome.Incomplete(List.copyOf(missing));
        }
        if (!zeros.isEmpty()) {
            return new Outcome.NotCalculable(
                    Outcome.NotCalculable.Cause.ZERO_DENOMINATOR, List.copyOf(zeros));
        }
        return Outcome.Scored.of(noted(working.get()), maximum);
    }

    /// The working with everything that was noted on the way.
    public Working noted(Working working) {
        List<Working.Step> steps = new ArrayList<>(working.steps());
        steps.addAll(notes);
        return new Working(working.formula(), working.citation(), steps);
    }

    /// The steps of an indicator in their order (spec G6): what is given, then the floor, where the
    /// setting `floor_zero` keeps it.
    public List<Working.Step> floored(List<? extends Working.Step> steps) {
        List<Working.Step> all = new ArrayList<>(steps);
        if (settings.is(Setting.FLOOR_ZERO, Setting.YesNo.TRUE)) {
            all.add(new Working.Floor(BigDecimal.ZERO, citation));
        }
        return all;
    }
}
