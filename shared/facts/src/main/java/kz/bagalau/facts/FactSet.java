package kz.bagalau.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Settings;
import kz.bagalau.rules.worktime.MonthTimes;

/// What stands about one body in one year. The analyst's entry holds over the claim of the origin
/// that the vocabulary names as the fact's publisher, and that over any other's.
///
/// @param edits how many edits by analysts there have been
/// @param facts by name
/// @param manual points entered by hand, by the id of the indicator
public record FactSet(
        String body,
        int year,
        long edits,
        SortedMap<String, StandingFact> facts,
        SortedMap<String, StandingPoints> manual) {

    private static final Comparator<Claim> BY_ORIGIN = Comparator.comparing(Claim::origin);

    public FactSet {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        manual = Collections.unmodifiableSortedMap(new TreeMap<>(manual));
    }

    /// What stands after all publications and edits.
    ///
    /// @param claims of the origins other than the analyst, by the fact's name
    /// @param edits in the order of their numbers
    /// @param touched how the months stand whose working times were changed
    public static FactSet of(
            String body,
            int year,
            Map<String, List<Claim>> claims,
            List<Edit> edits,
            Map<YearMonth, MonthTimes.Digest> touched) {
        Map<String, Edit> entered = new TreeMap<>();
        SortedMap<String, StandingPoints> manual = new TreeMap<>();
        for (Edit edit : edits) {
            edit.withdrawn().forEach(entered::remove);
            edit.withdrawn().forEach(manual::remove);
            edit.facts().keySet().forEach(name -> entered.put(name, edit));
            edit.manual()
                    .forEach((id, points) -> manual.put(id, standing(id, points, edit.stamp())));
        }
        SortedMap<String, StandingFact> facts = new TreeMap<>();
        CountedHours.borneOut(claims, touched)
                .forEach((name, others) ->
                        facts.put(
                                name,
                                standing(name, others, Optional.ofNullable(entered.get(name)))));
        entered.forEach((name, edit) ->
                facts.computeIfAbsent(name, _ -> standing(name, List.of(), Optional.of(edit))));
        return new FactSet(body, year, edits.size(), facts, manual);
    }

    /// The set as a reader may see it: whoever is not the Agency sees nothing of the facts that are
    /// the Agency's only, nor of a basis that may speak of them.
    public FactSet shownTo(Audience reader) {
        if (reader == Audience.AGENCY) {
            return this;
        }
        SortedMap<String, StandingFact> shown = new TreeMap<>();
        facts.forEach((name, fact) -> {
            if (audience(name) == Audience.BODY) {
                shown.put(
                        name,
                        new StandingFact(
                                name,
                                fact.claim().shownTo(reader),
                                fact.others().stream().map(other -> other.shownTo(reader)).toList(),
                                fact.disputed(),
                                fact.version()));
            }
        });
        return new FactSet(body, year, edits, shown, manual);
    }

    /// The values that stand, by name.
    public Map<String, FactValue> values() {
        Map<String, FactValue> values = new LinkedHashMap<>();
        facts.forEach((name, fact) -> values.put(name, fact.value()));
        return values;
    }

    /// Whether something in it may still change by itself, such as the working days of a draft
    /// calendar.
    public boolean provisional() {
        return facts.values().stream()
                .anyMatch(fact -> fact.claim().source().path("provisional").asBoolean());
    }

    /// The set as the rules read it, each fact with its provenance.
    public Assessed assessed(BodyKind kind, AssessedPeriod period, Settings settings) {
        List<Given<FactValue>> given = new ArrayList<>();
        facts.forEach((name, fact) ->
                given.add(new Given<>(name, fact.value(), provenance(fact.claim()))));
        Map<String, ManualPoints> points = new LinkedHashMap<>();
        manual.forEach((id, standing) -> points.put(id, standing.points()));
        return new Assessed(kind, period, new BodyFacts(given), points, settings);
    }

    /// Where a claim comes from, as the rules carry it: its origin, everything its source says, who
    /// and when.
    public static Provenance provenance(Claim claim) {
        Map<String, String> details = new TreeMap<>();
        for (var field : claim.source().properties()) {
            JsonNode value = field.getValue();
            details.put(field.getKey(), value.isValueNode() ? value.asText() : Json.write(value));
        }
        claim.stamp()
                .ifPresent(stamp -> {
                    details.put("by", stamp.by());
                    details.putIfAbsent("at", Times.shown(stamp.at()));
                });
        return new Provenance(claim.origin(), details);
    }

    private static StandingFact standing(String name, List<Claim> claims, Optional<Edit> edit) {
        List<Claim> ranked = new ArrayList<>(claims);
        ranked.sort(rank(name));
        Claim holds = edit.map(by -> entered(name, by)).orElseGet(ranked::getFirst);
        List<Claim> others = ranked.stream().filter(claim -> claim != holds).toList();
        String value = json(name, holds.value());
        Map<String, FactValue> seen =
                edit.flatMap(by -> Optional.ofNullable(by.facts().get(name)))
                        .<Map<String, FactValue>>map(Edit.Entry::seen)
                        .orElse(Map.of());
        boolean disputed =
                others.stream()
                        .anyMatch(other ->
                                !json(name, other.value()).equals(value)
                                        && !seenBefore(name, other, seen));
        return new StandingFact(
                name,
                holds,
                others.stream().sorted(BY_ORIGIN).toList(),
                disputed,
                version(name, claims, edit));
    }

    private static boolean seenBefore(String name, Claim claim, Map<String, FactValue> seen) {
        FactValue before = seen.get(claim.origin());
        return before != null && json(name, before).equals(json(name, claim.value()));
    }

    /// The fact's own publisher first, then the latest, then by name.
    private static Comparator<Claim> rank(String name) {
        String publisher = Vocabulary.find(name).map(FactType::publisher).orElse("");
        return Comparator.<Claim, Boolean>comparing(claim -> !isOf(publisher, claim.origin()))
                .thenComparing(
                        claim -> claim.stamp().map(Stamp::at),
                        Comparator.comparing(
                                at -> at.map(instant -> -instant.toEpochMilli()).orElse(0L)))
                .thenComparing(BY_ORIGIN);
    }

    /// A publisher is one origin, or each of the same kind: every survey is the `survey`.
    private static boolean isOf(String publisher, String origin) {
        return origin.equals(publisher) || origin.startsWith(publisher + ":");
    }

    private static Claim entered(String name, Edit edit) {
        Edit.Entry entry = Optional.ofNullable(edit.facts().get(name)).orElseThrow();
        return new Claim(
                Origins.ANALYST,
                entry.value(),
                edit.source(entry),
                Optional.of(edit.stamp()),
                edit.basisFor());
    }

    private static StandingPoints standing(String id, ManualPoints points, Stamp stamp) {
        return new StandingPoints(
                id,
                points,
                stamp,
                digest(List.of(stamp.by(), stamp.at().toString(), points.toString())));
    }

    /// Of every claim, so that whoever has seen a version has seen them all. The time of an entry
    /// distinguishes it from an equal one made again; a publication that says the same again
    /// changes nothing.
    private static String version(String name, List<Claim> claims, Optional<Edit> edit) {
        List<String> parts = new ArrayList<>();
        claims.stream()
                .sorted(BY_ORIGIN)
                .forEach(claim -> {
                    parts.add(claim.origin());
                    parts.add(json(name, claim.value()));
                });
        edit.ifPresent(by -> {
            parts.add(by.stamp().by());
            parts.add(by.stamp().at().toString());
            parts.add(json(name, entered(name, by).value()));
        });
        return digest(parts);
    }

    private static String digest(List<String> parts) {
        return Sha256.hex(Json.write(parts)).substring(0, 16);
    }

    private static String json(String name, FactValue value) {
        return Json.write(FactJson.write(name, value));
    }

    private static Audience audience(String name) {
        return Vocabulary.find(name).map(FactType::audience).orElse(Audience.AGENCY);
    }
}
