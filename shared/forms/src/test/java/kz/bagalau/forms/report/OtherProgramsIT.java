package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.worktime.Hours;
import kz.bagalau.rules.worktime.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads the six forms as exceljs and SheetJS write them, from our templates and from workbooks of
/// their own, and compares the facts with those that `.ci/forms/generate.js` counts apart. Runs in
/// `mvn verify`, which installs the two libraries before.
final class OtherProgramsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FORMS =
            List.of(
                    "appendix-1",
                    "appendix-2",
                    "appendix-7",
                    "appendix-8",
                    "hr-statistics",
                    "access-events");

    /// Files of each form and library.
    private static final int FILES = 6;

    /// Another one finds other faults; it stands in the message of each failure.
    private static final long SEED = Long.getLong("forms.seed", 20_251_130);

    private static final ReadingContext CONTEXT =
            new ReadingContext(BodyKind.OMO, 2025, Map.of(), 1);

    @TempDir private Path folder;

    @Test
    void whatOtherProgramsWriteGivesTheFactsThatWereCountedApart() throws Exception {
        writeTemplates();
        generate();
        JsonNode cases = JSON.readTree(folder.resolve("files/cases.json").toFile());
        List<String> wrong = new ArrayList<>();
        for (JsonNode given : cases) {
            String read =
                    given.path("form").asText().equals("access-events")
                            ? hours(given)
                            : facts(given);
            String expected = expected(given);
            if (!read.equals(expected)) {
                wrong.add(given.path("file").asText() + ": " + read + " instead of " + expected);
            }
        }
        assertThat(cases).hasSize(FORMS.size() * 2 * FILES);
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    private void writeTemplates() throws IOException {
        ArrayNode forms = JSON.createArrayNode();
        for (String id : FORMS) {
            Form form = Forms.find(id).orElseThrow();
            for (Language language : Language.values()) {
                Files.write(
                        folder.resolve(id + "-" + language.code() + ".xlsx"),
                        form.template(language));
            }
            ArrayNode tables = forms.addObject().put("id", id).putArray("tables");
            form.tables().forEach(table -> describe(table, tables.addObject()));
        }
        Files.writeString(folder.resolve("forms.json"), JSON.writeValueAsString(forms));
    }

    private static void describe(Table table, ObjectNode json) {
        json.put("id", table.id()).put("sections", !table.sections().isEmpty());
        json.set("sheet", inLanguages(table.sheet()));
        ArrayNode columns = json.putArray("columns");
        for (Column column : table.columns()) {
            ObjectNode described =
                    columns.addObject()
                            .put("id", column.id())
                            .put("code", column.code())
                            .put("required", column.required())
                            .put("grouped", !column.group().isEmpty());
            described.set("heading", inLanguages(column.heading()));
            ArrayNode words = described.putArray("words");
            column.words()
                    .forEach(word ->
                            words.addObject()
                                    .put("id", word.id())
                                    .set("label", inLanguages(word.label())));
        }
    }

    private static ObjectNode inLanguages(LocalText text) {
        return JSON.createObjectNode()
                .put("kk", text.kk())
                .put("ru", text.ru())
                .put("en", text.en());
    }

    private void generate() throws IOException, InterruptedException {
        Path script = script();
        assertThat(script.resolveSibling("node_modules")).isDirectory();
        Process node =
                new ProcessBuilder(
                                "node",
                                script.toString(),
                                folder.toString(),
                                folder.resolve("files").toString(),
                                Long.toString(SEED),
                                Integer.toString(FILES))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
    }

    private static Path script() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve(".ci/forms/generate.js"))) {
            at = Objects.requireNonNull(at.getParent());
        }
        return at.resolve(".ci/forms/generate.js");
    }

    private String facts(JsonNode given) {
        Reading reading =
                Forms.find(given.path("form").asText())
                        .orElseThrow()
                        .read(file(given), FileType.XLSX, CONTEXT);
        if (!reading.accepted()) {
            return problems(reading);
        }
        return new TreeMap<>(FormReadingTest.facts(reading)).toString();
    }

    private String hours(JsonNode given) {
        AccessEvents.Read read =
                AccessEvents.read(
                        file(given),
                        FileType.XLSX,
                        YearMonth.of(2025, 3),
                        WorkingCalendar.published().year(2025),
                        new Schedule());
        return read.overtime()
                .map(overtime -> {
                    Hours total = overtime.total();
                    return total.weekday().toSeconds() + " " + total.weekend().toSeconds();
                })
                .orElseGet(() -> problems(read.reading()));
    }

    private static String problems(Reading reading) {
        return reading.problems().stream()
                .map(problem ->
                        problem.sheet() + "!" + problem.cell() + " " + problem.message().en())
                .toList()
                .toString();
    }

    private static String expected(JsonNode given) {
        if (given.has("seconds")) {
            JsonNode seconds = given.path("seconds");
            return seconds.path("weekday").asText() + " " + seconds.path("weekend").asText();
        }
        Map<String, String> facts = new TreeMap<>();
        given.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), quotient(fact.getValue().asText())));
        return facts.toString();
    }

    /// `100/12` as facts have it.
    private static String quotient(String fact) {
        String[] parts = fact.split("/", -1);
        return parts.length == 1
                ? fact
                : new BigDecimal(parts[0])
                        .divide(new BigDecimal(parts[1]), 12, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private Path file(JsonNode given) {
        return folder.resolve("files").resolve(given.path("file").asText());
    }
}
