package kz.bagalau.facts.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.facts.Claim;
import kz.bagalau.facts.FactJson;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Origins;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.Direction;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactMistake;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Settings;

/// What may be entered about one body and year, given what stands there: what concerns bodies of
/// its kind, maxima, and parts that would be greater than their whole.
final class EntryRules {

    private final BodyKind kind;
    private final AssessedPeriod period;
    private final FactSet standing;
    private final Optional<Methodology> methodology;
    private final Set<String> read = new HashSet<>();
    private final Set<String> concerning = new HashSet<>();

    /// What is wrong with a fact that is entered.
    ///
    /// @param name the fact that is entered
    /// @param whole whether it is the whole and the mistake is reported for its part
    record Mistake(String name, boolean whole, FactMistake mistake) {}

    /// @param standing as the author may see it, so that no mistake shows anything else
    EntryRules(BodyKind kind, FactSet standing) {
        this.kind = kind;
        this.period = AssessedPeriod.ofYear(standing.year());
        this.standing = standing;
        this.methodology = inForce(period);
        methodology.stream().flatMap(found -> found.directions().stream()).forEach(this::collect);
    }

    /// The methodology of a year; empty before there was one.
    static Optional<Methodology> inForce(AssessedPeriod period) {
        try {
            return Optional.of(Methodologies.OPERATIONAL.of(period));
        } catch (Timeline.NotInForce e) {
            return Optional.empty();
        }
    }

    private void collect(Direction direction) {
        for (Indicator indicator : direction.indicators()) {
            read.addAll(indicator.facts(period));
            if (indicator.maximum(kind, period, Settings.DEFAULTS).isPresent()) {
                concerning.addAll(indicator.facts(period));
                concerning.add(direction.information());
            }
        }
    }

    /// Whether bodies of this kind have the fact: not where indicators of other bodies only read
    /// it.
    boolean concerns(String fact) {
        return concerning.contains(fact) || (kind != BodyKind.OTHER && !read.contains(fact));
    }

    /// Why points cannot be entered for an indicator; empty where they can.
    Optional<Problem.Error> refusal(String pointer, String id) {
        Optional<Indicator> indicator = methodology.flatMap(found -> found.indicator(id));
        if (indicator.isEmpty()) {
            return Optional.of(new Problem.Error(pointer, FactProblem.UNKNOWN_INDICATOR, id));
        }
        if (!indicator.get().manual(period)) {
            return Optional.of(new Problem.Error(pointer, FactProblem.NOT_BY_HAND, id));
        }
        return maximum(id).isEmpty()
                ? Optional.of(new Problem.Error(pointer, EntryProblem.NOT_FOR_THIS_BODY, id))
                : Optional.empty();
    }

    Optional<BigDecimal> maximum(String id) {
        return methodology
                .flatMap(found -> found.indicator(id))
                .flatMap(indicator -> indicator.maximum(kind, period, Settings.DEFAULTS));
    }

    /// Everything that is wrong with facts that are entered: each by itself, and together with what
    /// stands beside them.
    List<Mistake> mistakes(Map<String, FactValue> entered) {
        Map<String, FactValue> together = new LinkedHashMap<>(standing.values());
        together.putAll(entered);
        List<Mistake> mistakes = new ArrayList<>();
        for (FactMistake mistake : Vocabulary.mistakes(together)) {
            if (entered.containsKey(mistake.fact())) {
                mistakes.add(new Mistake(mistake.fact(), false, mistake));
            } else if (mistake.kind() == FactMistake.Kind.GREATER_THAN
                    && entered.containsKey(mistake.details().getFirst())) {
                mistakes.add(new Mistake(mistake.details().getFirst(), true, mistake));
            } else if (mistake.fact().isEmpty()
                    && entered.keySet().stream().anyMatch(name -> name.startsWith("smart."))) {
                mistakes.add(new Mistake("", false, mistake));
            }
        }
        return mistakes;
    }

    /// What an origin other than the analyst now claims a fact to be.
    Optional<FactValue> claim(String name, String origin) {
        return claims(name)
                .filter(claim -> claim.origin().equals(origin))
                .map(Claim::value)
                .findFirst();
    }

    /// What all origins other than the analyst now claim a fact to be.
    Stream<Claim> claims(String name) {
        return Stream.ofNullable(standing.facts().get(name))
                .flatMap(fact -> Stream.concat(Stream.of(fact.claim()), fact.others().stream()))
                .filter(claim -> !claim.origin().equals(Origins.ANALYST));
    }

    static boolean same(String name, FactValue one, FactValue other) {
        return FactJson.write(name, one).equals(FactJson.write(name, other));
    }
}
