package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import kz.bagalau.cases.http.Warning;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// What visits answer besides. A document keeps the code and the paragraph; the words are added
/// when it is shown.
enum WorktimeWarning implements Warning {
    /// 121 ¶10: the plan was not sent to the body in advance of the visit.
    NOT_SENT_IN_ADVANCE("¶10");

    private static final Texts TEXTS = Texts.beside(WorktimeWarning.class, "warnings.properties");

    private final String paragraph;

    WorktimeWarning(String paragraph) {
        this.paragraph = paragraph;
    }

    @Override
    public LocalText text() {
        return TEXTS.text(name());
    }

    /// As a document keeps it.
    void keepIn(ArrayNode warnings) {
        warnings.addObject().put("code", name()).put("paragraph", paragraph);
    }

    /// The same in words: `{"code","paragraph","text":{"kk","ru","en"}}`.
    static ArrayNode shown(JsonNode kept) {
        ArrayNode warnings = Json.object().putArray("warnings");
        for (JsonNode one : kept) {
            WorktimeWarning warning = valueOf(one.path("code").asText());
            warnings.addObject()
                    .put("code", warning.name())
                    .put("paragraph", warning.paragraph)
                    .set("text", Json.texts(warning.text()));
        }
        return warnings;
    }
}
