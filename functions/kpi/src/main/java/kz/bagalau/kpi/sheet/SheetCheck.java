package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.kpi.KpiGrade;

/// What a sheet says of its indicators.
public final class SheetCheck {

    private SheetCheck() {}

    /// Writes the values that were sent over those that stood, and what follows from them: how many
    /// indicators were achieved, and the result once all are known (¶49).
    public static void fill(ObjectNode content, ArrayNode filled) {
        for (JsonNode row : content.path("rows")) {
            ObjectNode standing = (ObjectNode) row;
            standing.remove(List.of("actual", "achieved"));
            standing.putArray("evidence");
            for (JsonNode sent : filled) {
                if (sent.path("no").asInt() == standing.path("no").asInt()) {
                    standing.setAll((ObjectNode) sent.deepCopy());
                }
            }
        }
        count(content);
    }

    private static void count(ObjectNode content) {
        int achieved = 0;
        boolean all = true;
        for (JsonNode row : content.path("rows")) {
            all &= row.has("achieved");
            achieved += row.path("achieved").asBoolean() ? 1 : 0;
        }
        content.put("achieved", achieved);
        content.remove("grade");
        if (all) {
            content.put("grade", KpiGrade.of(achieved).name());
        }
    }

    /// ¶48: every indicator has an actual value, and it is said whether it was achieved.
    public static List<Problem.Error> errors(ObjectNode content) {
        List<Problem.Error> errors = new ArrayList<>();
        JsonNode rows = content.path("rows");
        for (int i = 0; i < rows.size(); i++) {
            for (String field : List.of("actual", "achieved")) {
                if (!rows.get(i).has(field)) {
                    errors.add(
                            new Problem.Error("/rows/" + i + "/" + field, KpiProblem.ACTUAL_EMPTY));
                }
            }
        }
        return errors;
    }
}
