package kz.bagalau.facts.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.facts.Claim;
import kz.bagalau.facts.Edit;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Origins;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.facts.StandingPoints;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import org.jspecify.annotations.Nullable;

/// What an analyst wants to stand about a body and year.
///
/// @param facts by name, those of adopted claims among them
/// @param adopts the origin of a claim that is taken over, by the fact's name
/// @param manual by the id of the indicator
/// @param withdrawn names of facts and indicators of which the entry shall no longer hold
/// @param basis empty where only points are entered
/// @param seen the versions before the analyst's eyes; empty for what was not there
record EditRequest(
        SortedMap<String, FactValue> facts,
        SortedMap<String, String> adopts,
        SortedMap<String, ManualPoints> manual,
        SortedSet<String> withdrawn,
        String basis,
        Optional<String> document,
        SortedMap<String, Optional<String>> seen) {

    /// What comes of it.
    sealed interface Outcome {}

    /// All of it stands already, by the same author: the request was sent twice.
    record Stands() implements Outcome {}

    record Changes(Edit edit) implements Outcome {}

    /// Somebody else has changed these since the analyst saw them.
    record Conflict(List<String> names) implements Outcome {}

    /// @param standing everything that stands
    Outcome applyTo(FactSet standing, Stamp stamp) {
        SortedMap<String, Edit.Entry> changed = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (!stands(standing.facts().get(name), name, value, stamp)) {
                changed.put(name, entry(standing, name, value));
            }
        });
        SortedMap<String, ManualPoints> points = new TreeMap<>();
        manual.forEach((id, entered) -> {
            if (!stands(standing.manual().get(id), entered, stamp)) {
                points.put(id, entered);
            }
        });
        SortedSet<String> gone = new TreeSet<>(withdrawn);
        gone.removeIf(name -> !entered(standing, name));
        List<String> overtaken = new ArrayList<>();
        seen.forEach((name, version) -> {
            boolean settled =
                    (facts.containsKey(name) && !changed.containsKey(name))
                            || (manual.containsKey(name) && !points.containsKey(name))
                            || (withdrawn.contains(name) && !gone.contains(name));
            if (!settled && !version(standing, name).equals(version)) {
                overtaken.add(name);
            }
        });
        if (!overtaken.isEmpty()) {
            return new Conflict(overtaken);
        }
        return changed.isEmpty() && points.isEmpty() && gone.isEmpty()
                ? new Stands()
                : new Changes(
                        new Edit(
                                standing.edits() + 1,
                                changed,
                                points,
                                gone,
                                basis,
                                document,
                                stamp));
    }

    private Edit.Entry entry(FactSet standing, String name, FactValue value) {
        SortedMap<String, FactValue> claimed = new TreeMap<>();
        StandingFact before = standing.facts().get(name);
        if (before != null) {
            claimed.put(before.claim().origin(), before.value());
            before.others().forEach(other -> claimed.put(other.origin(), other.value()));
            claimed.remove(Origins.ANALYST);
        }
        return new Edit.Entry(value, claimed, Optional.ofNullable(adopts.get(name)));
    }

    private boolean stands(@Nullable StandingFact fact, String name, FactValue value, Stamp stamp) {
        if (fact == null || fact.disputed() || !fact.claim().origin().equals(Origins.ANALYST)) {
            return false;
        }
        Claim claim = fact.claim();
        ObjectNode source = claim.source();
        return EntryRules.same(name, claim.value(), value)
                && claim.stamp().map(Stamp::by).equals(Optional.of(stamp.by()))
                && source.path("basis").asText().equals(basis)
                && Objects.equals(source.path("document").textValue(), document.orElse(null))
                && Objects.equals(source.path("adopts").textValue(), adopts.get(name));
    }

    private static boolean stands(
            @Nullable StandingPoints standing, ManualPoints entered, Stamp stamp) {
        return standing != null
                && standing.stamp().by().equals(stamp.by())
                && standing.points().points().compareTo(entered.points()) == 0
                && standing.points().basis().equals(entered.basis())
                && Objects.equals(standing.points().document(), entered.document());
    }

    private static boolean entered(FactSet standing, String name) {
        StandingFact fact = standing.facts().get(name);
        return standing.manual().containsKey(name)
                || (fact != null && fact.claim().origin().equals(Origins.ANALYST));
    }

    private static Optional<String> version(FactSet standing, String name) {
        return Optional.ofNullable(standing.facts().get(name))
                .map(StandingFact::version)
                .or(() ->
                        Optional.ofNullable(standing.manual().get(name))
                                .map(StandingPoints::version));
    }
}
