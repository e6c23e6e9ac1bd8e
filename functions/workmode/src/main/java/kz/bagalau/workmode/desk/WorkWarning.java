package kz.bagalau.workmode.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.bagalau.cases.http.Warning;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.workmode.Finding;

/// What acts, applications and records of order 120 answer besides. A document keeps the code, the
/// place and the details; the words are added when it is shown.
public enum WorkWarning implements Warning {
    /// ¶19: the minutes of a mode, and those of the norm.
    DURATION,
    DURATION_UNKNOWN,
    /// ¶18: the last day of a period that is still usual.
    LONG_EXTENSION,
    /// ¶9: the minutes of a day, and the most that it may have.
    DAILY_LIMIT,
    /// ¶8: the employee for whom no equipment is recorded.
    EQUIPMENT_MISSING,
    /// The paragraphs whose new wording is not loaded.
    TEXT_NOT_LOADED;

    private static final Texts TEXTS = Texts.beside(WorkWarning.class, "warnings.properties");

    public static final String FIELD = "warnings";

    @Override
    public LocalText text() {
        return TEXTS.text(name());
    }

    /// `{"code","pointer","details"}`, as a document keeps it.
    public ObjectNode json(String pointer, List<String> details) {
        ObjectNode json = Json.object().put("code", name()).put("pointer", pointer);
        details.forEach(json.putArray("details")::add);
        return json;
    }

    /// What does not block, as a document keeps it.
    public static ArrayNode of(List<Finding> findings) {
        ArrayNode warnings = Json.object().putArray(FIELD);
        findings.stream()
                .filter(finding -> !finding.blocks())
                .map(finding ->
                        valueOf(finding.fault().name()).json(finding.place(), finding.details()))
                .forEach(warnings::add);
        return warnings;
    }

    /// The same in words: `{"code","pointer","details","text":{"kk","ru","en"}}`.
    public static ArrayNode shown(JsonNode kept) {
        ArrayNode warnings = Json.object().putArray(FIELD);
        for (JsonNode one : kept) {
            WorkWarning warning = valueOf(one.path("code").asText());
            Object[] details = one.path("details").valueStream().map(JsonNode::asText).toArray();
            ObjectNode shown = one.deepCopy();
            warnings.add(shown.set("text", Json.texts(warning.text().with(details))));
        }
        return warnings;
    }
}
