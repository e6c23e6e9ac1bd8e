package kz.bagalau.forms.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Measure;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.jspecify.annotations.Nullable;

/// Reads the definition of a form, a resource that a translator can edit. What is missing or means
/// nothing throws [IllegalArgumentException] saying where, which a test finds.
final class FormDefinition {

    private static final long USUAL_BYTES = 5L << 20;
    private static final LocalText NONE = new LocalText("", "", "");

    private FormDefinition() {}

    static Form load(String id) {
        try (var stream = FormDefinition.class.getResourceAsStream(id + ".json")) {
            if (stream == null) {
                throw new IllegalStateException(id + ".json is missing");
            }
            return form(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form form(JsonNode json) {
        String id = string(json, "id");
        String paragraph = string(json, "paragraph");
        Set<FileType> types = EnumSet.noneOf(FileType.class);
        texts(json.path("types")).map(FileType::valueOf).forEach(types::add);
        if (types.isEmpty()) {
            types.add(FileType.XLSX);
        }
        Form form =
                new Form(
                        id,
                        json.path("version").intValue(),
                        text(json, "title"),
                        text(json, "place"),
                        paragraph,
                        Form.Period.valueOf(string(json, "period")),
                        json.path("signed").booleanValue(),
                        types,
                        json.path("bytes").asLong(USUAL_BYTES),
                        items(json.path("tables")).map(table -> table(table, paragraph)).toList(),
                        items(json.path("facts")).map(FormDefinition::measure).toList(),
                        items(json.path("aids")).map(FormDefinition::measure).toList());
        Stream.concat(form.facts().stream(), form.aids().stream())
                .forEach(measure ->
                        measure.operation().columns().forEach(form.table(measure.table())::column));
        return form;
    }

    private static Table table(JsonNode json, String formParagraph) {
        String paragraph = json.path("paragraph").asText(formParagraph);
        Table table =
                new Table(
                        string(json, "id"),
                        Table.Layout.valueOf(string(json, "layout")),
                        text(json, "sheet"),
                        text(json, "title"),
                        paragraph,
                        items(json.path("columns")).map(FormDefinition::column).toList(),
                        items(json.path("sections")).map(FormDefinition::section).toList(),
                        texts(json.path("groups")).map(LookalikeKey::of).toList(),
                        items(json.path("checks")).map(check -> check(check, paragraph)).toList(),
                        items(json.path("statements")).map(FormDefinition::statement).toList(),
                        texts(json.path("ends")).map(LookalikeKey::of).toList(),
                        texts(json.path("notHeld")).map(LookalikeKey::of).toList(),
                        json.path("required").booleanValue(),
                        json.path("total").booleanValue(),
                        json.path("confidential").booleanValue(),
                        json.path("rows").intValue(),
                        optional(json, "only").map(only -> BodyKind.valueOf(only.asText())),
                        optional(json, "headcount").map(JsonNode::asText),
                        optional(json, "outcome").map(FormDefinition::outcome),
                        optional(json, "note").map(_ -> text(json, "note")),
                        optional(json, "scan").map(_ -> text(json, "scan")),
                        optional(json, "parameters").map(_ -> text(json, "parameters")),
                        optional(json, "entry").map(_ -> text(json, "entry")));
        Set<String> known = new HashSet<>();
        for (Column column : table.columns()) {
            if (!known.add(column.id()) || !known.add(column.code())) {
                throw new IllegalArgumentException(table.id() + ": twice " + column.id());
            }
        }
        for (Table.Check check : table.checks()) {
            check.part().forEach(table::column);
            table.column(check.whole());
        }
        return table;
    }

    private static Column column(JsonNode json) {
        boolean grouped = json.has("groupHeading");
        return new Column(
                string(json, "id"),
                string(json, "code"),
                Column.Type.valueOf(string(json, "type")),
                text(json, "heading"),
                json.path("group").asText(""),
                grouped ? text(json, "groupHeading") : NONE,
                names(json, "heading", "aliases"),
                grouped ? names(json, "groupHeading", "groupAliases") : List.of(),
                json.path("required").asBoolean(true),
                json.path("unique").booleanValue(),
                json.path("within").booleanValue(),
                items(json.path("words")).map(FormDefinition::word).toList());
    }

    private static Column.Word word(JsonNode json) {
        Set<String> names = new LinkedHashSet<>(names(json, "label", "aliases"));
        names.add(LookalikeKey.of(string(json, "id")));
        // A mark such as + has no letters; it stands for itself.
        texts(json.path("aliases"))
                .filter(alias -> LookalikeKey.of(alias).isEmpty())
                .forEach(names::add);
        return new Column.Word(
                string(json, "id"),
                text(json, "label"),
                names.stream().filter(name -> !name.isEmpty()).toList());
    }

    private static Table.Section section(JsonNode json) {
        return new Table.Section(
                string(json, "id"),
                text(json, "label"),
                texts(json.path("begins")).map(LookalikeKey::of).toList());
    }

    private static Table.Check check(JsonNode json, String paragraph) {
        return new Table.Check(
                texts(json.path("part")).toList(),
                string(json, "whole"),
                json.path("paragraph").asText(paragraph),
                json.path("warning").booleanValue());
    }

    private static Table.Statement statement(JsonNode json) {
        return new Table.Statement(
                text(json, "label"),
                names(json, "label", "aliases"),
                optional(json, "fact").map(JsonNode::asText));
    }

    private static Table.Outcome outcome(JsonNode json) {
        return new Table.Outcome(
                string(json, "due"), string(json, "done"), string(json, "outcome"));
    }

    private static Measure measure(JsonNode json) {
        return new Measure(
                string(json, "name"),
                string(json, "table"),
                operation(json),
                json.path("optional").booleanValue());
    }

    private static Measure.Operation operation(JsonNode json) {
        Map<String, Function<JsonNode, Measure.Operation>> operations = new LinkedHashMap<>();
        operations.put("sum", columns -> new Measure.Sum(texts(columns).toList()));
        operations.put("mean", columns -> new Measure.Mean(texts(columns).toList()));
        operations.put("share", columns -> new Measure.Share(texts(columns).toList()));
        operations.put("series", columns -> new Measure.Series(texts(columns).toList()));
        operations.put("countAny", columns -> new Measure.CountAny(texts(columns).toList()));
        operations.put(
                "average",
                columns ->
                        new Measure.Average(texts(columns).toList(), json.path("by").intValue()));
        operations.put("count", FormDefinition::count);
        return operations.entrySet().stream()
                .filter(operation -> json.has(operation.getKey()))
                .map(operation -> operation.getValue().apply(json.path(operation.getKey())))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(string(json, "name") + " has no sum"));
    }

    private static Measure.Operation count(JsonNode json) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        json.properties()
                .forEach(words ->
                        where.put(words.getKey(), Set.copyOf(texts(words.getValue()).toList())));
        return new Measure.Count(where);
    }

    private static List<String> names(JsonNode json, String text, String aliases) {
        LocalText own = text(json, text);
        List<String> names = new ArrayList<>();
        Stream.concat(Stream.of(own.kk(), own.ru(), own.en()), texts(json.path(aliases)))
                .map(LookalikeKey::of)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private static LocalText text(JsonNode json, String field) {
        JsonNode text = json.path(field);
        return new LocalText(string(text, "kk"), string(text, "ru"), string(text, "en"));
    }

    private static String string(JsonNode json, String field) {
        @Nullable String text = json.path(field).textValue();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("no " + field + " in " + json);
        }
        return text;
    }

    private static Optional<JsonNode> optional(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field));
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asText);
    }
}
