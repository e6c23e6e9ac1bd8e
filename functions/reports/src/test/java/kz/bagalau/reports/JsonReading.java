package kz.bagalau.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.FactJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.intake.FormReading;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.report.Note;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// Reads files that are JSON, so that a test of the intake needs no workbook: facts by name, or
/// `{"wrong":["B4"]}`. A file `{"break":true}` cannot be read for a fault of ours. What it is
/// checked against stands in its aids.
record JsonReading(ReportForm form) implements FormReading {

    @Override
    public Reading read(Path file, Report report, StateBody body, List<Fact> known)
            throws IOException {
        JsonNode json = Json.read(Files.readString(file));
        if (json.has("break")) {
            throw new IllegalStateException("broken");
        }
        List<Note> errors = new ArrayList<>();
        json.path("wrong")
                .forEach(cell ->
                        errors.add(
                                new Note(
                                        "1",
                                        cell.asText(),
                                        "NOT_WHOLE",
                                        new LocalText("бүтін", "целое", "whole"))));
        Map<String, Integer> excluded = new LinkedHashMap<>();
        if (json.has("secret")) {
            excluded.put("official_use", json.path("secret").asInt());
        }
        List<Fact> values = new ArrayList<>();
        for (var entry : json.properties()) {
            Vocabulary.find(entry.getKey())
                    .flatMap(type -> FactJson.read(type.shape(), entry.getValue()))
                    .ifPresent(value ->
                            values.add(
                                    new Fact(
                                            entry.getKey(),
                                            value,
                                            Json.object()
                                                    .put("kind", "report")
                                                    .put("report", report.id().toString())
                                                    .put("cells", "B4"))));
        }
        ObjectNode aids = Json.object();
        known.forEach(fact -> aids.set(fact.name(), FactJson.write(fact.name(), fact.value())));
        return new Reading(
                errors,
                0,
                errors.isEmpty() ? Set.of() : Set.of(Finding.Kind.INCORRECT),
                List.of(),
                errors.isEmpty() ? values : List.of(),
                excluded,
                aids);
    }

    @Override
    public List<Fact> facts(Standing standing) {
        return standing.periods().entrySet().stream()
                .filter(entry -> form.publishes(entry.getKey()))
                .flatMap(entry -> entry.getValue().values().stream())
                .toList();
    }
}
