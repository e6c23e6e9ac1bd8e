package kz.bagalau.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// What an analyst changed about a body and year at once. Edits are never overwritten: what stands
/// is all of them, the later over the earlier.
///
/// @param number 1 for the first about this body and year, then 2, 3, …
/// @param facts by name
/// @param manual by the id of the indicator
/// @param withdrawn names of facts and indicators of which the entry no longer holds
/// @param basis why, in words; empty where only points were entered, which have their own
/// @param document the upload that proves it
public record Edit(
        long number,
        SortedMap<String, Entry> facts,
        SortedMap<String, ManualPoints> manual,
        SortedSet<String> withdrawn,
        String basis,
        Optional<String> document,
        Stamp stamp) {

    /// A fact as the analyst entered it.
    ///
    /// @param seen what other origins claimed when it was entered: a claim that is not among them
    ///   is one on which the analyst has not decided
    /// @param adopts the origin whose claim the analyst took over
    public record Entry(
            FactValue value, SortedMap<String, FactValue> seen, Optional<String> adopts) {

        public Entry {
            seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
        }
    }

    public Edit {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        manual = Collections.unmodifiableSortedMap(new TreeMap<>(manual));
        withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
    }

    /// Where an entry comes from.
    public ObjectNode source(Entry entry) {
        ObjectNode source = source();
        entry.adopts().ifPresent(origin -> source.put("adopts", origin));
        return source;
    }

    /// Where the edit as a whole comes from.
    public ObjectNode source() {
        ObjectNode source = source(stamp).put("basis", basis);
        document.ifPresent(id -> source.put("document", id));
        return source;
    }

    /// Where something entered by hand comes from.
    public static ObjectNode source(Stamp stamp) {
        return Json.object()
                .put("kind", Origins.ANALYST)
                .put("by", stamp.by())
                .put("at", Times.shown(stamp.at()));
    }

    /// Who may read basis and document: the Agency only where a fact of hers is among the changes.
    public Audience basisFor() {
        return facts.keySet().stream().anyMatch(Edit::agencyOnly)
                        || withdrawn.stream().anyMatch(Edit::agencyOnly)
                ? Audience.AGENCY
                : Audience.BODY;
    }

    private static boolean agencyOnly(String name) {
        return Vocabulary.find(name).map(FactType::audience).stream()
                .anyMatch(Audience.AGENCY::equals);
    }
}
