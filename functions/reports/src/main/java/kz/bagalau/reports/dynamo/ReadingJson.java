package kz.bagalau.reports.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.FactJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.report.Note;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// What was read in files, as compressed JSON: a file with hundreds of errors says the same things
/// hundreds of times, and an item holds 400 kB.
final class ReadingJson {

    private ReadingJson() {}

    static byte[] write(Reading reading) {
        ObjectNode json = Json.object();
        notes(json.putArray("errors"), reading.errors());
        json.put("more", reading.more());
        ArrayNode shortcomings = json.putArray("shortcomings");
        reading.shortcomings().forEach(kind -> shortcomings.add(kind.name()));
        notes(json.putArray("warnings"), reading.warnings());
        facts(json.putArray("values"), reading.values());
        ObjectNode excluded = json.putObject("excluded");
        reading.excluded().forEach(excluded::put);
        json.set("aids", reading.aids());
        return packed(json);
    }

    static Reading read(byte[] packed) {
        JsonNode json = unpacked(packed);
        Map<String, Integer> excluded = new LinkedHashMap<>();
        json.path("excluded")
                .properties()
                .forEach(entry -> excluded.put(entry.getKey(), entry.getValue().asInt()));
        return new Reading(
                notes(json.path("errors")),
                json.path("more").asInt(),
                json.path("shortcomings")
                        .valueStream()
                        .map(kind -> Finding.Kind.valueOf(kind.asText()))
                        .collect(Collectors.toSet()),
                notes(json.path("warnings")),
                facts(json.path("values")),
                excluded,
                (ObjectNode) json.path("aids"));
    }

    static byte[] write(SortedMap<ReportPeriod, Standing.Accepted> periods) {
        ObjectNode json = Json.object();
        periods.forEach((period, accepted) -> {
            ObjectNode one =
                    json.putObject(period.code())
                            .put("report", accepted.report().toString())
                            .put("order", accepted.order())
                            .put("first", accepted.first().toString());
            facts(one.putArray("values"), accepted.values());
        });
        return packed(json);
    }

    static SortedMap<ReportPeriod, Standing.Accepted> periods(byte[] packed) {
        SortedMap<ReportPeriod, Standing.Accepted> periods = new TreeMap<>();
        for (var entry : unpacked(packed).properties()) {
            JsonNode one = entry.getValue();
            periods.put(
                    ReportPeriod.parse(entry.getKey()).orElseThrow(),
                    new Standing.Accepted(
                            ReportId.parse(one.path("report").asText()).orElseThrow(),
                            one.path("order").asText(),
                            Instant.parse(one.path("first").asText()),
                            facts(one.path("values"))));
        }
        return periods;
    }

    private static void notes(ArrayNode array, List<Note> notes) {
        for (Note note : notes) {
            array.addObject()
                    .put("sheet", note.sheet())
                    .put("cell", note.cell())
                    .put("code", note.code())
                    .put("kk", note.message().kk())
                    .put("ru", note.message().ru())
                    .put("en", note.message().en());
        }
    }

    private static List<Note> notes(JsonNode array) {
        return array.valueStream()
                .map(json ->
                        new Note(
                                json.path("sheet").textValue(),
                                json.path("cell").textValue(),
                                json.path("code").asText(),
                                new LocalText(
                                        json.path("kk").asText(),
                                        json.path("ru").asText(),
                                        json.path("en").asText())))
                .toList();
    }

    private static void facts(ArrayNode array, List<Fact> facts) {
        for (Fact fact : facts) {
            ObjectNode json = array.addObject().put("name", fact.name());
            json.set("value", FactJson.write(fact.name(), fact.value()));
            json.set("source", fact.source());
        }
    }

    private static List<Fact> facts(JsonNode array) {
        return array.valueStream().map(ReadingJson::fact).toList();
    }

    private static Fact fact(JsonNode json) {
        String name = json.path("name").asText();
        return new Fact(
                name,
                FactJson.read(Vocabulary.find(name).orElseThrow().shape(), json.path("value"))
                        .orElseThrow(),
                (ObjectNode) json.path("source"));
    }

    private static byte[] packed(JsonNode json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Json.write(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JsonNode unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return Json.read(new String(gzip.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
