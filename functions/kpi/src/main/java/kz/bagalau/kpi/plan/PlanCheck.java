package kz.bagalau.kpi.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.desk.KpiWarning;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.kpi.KpiPlan;

/// Whether a plan can be submitted, in the words of its routes.
public final class PlanCheck {

    private PlanCheck() {}

    public static List<Problem.Error> errors(ObjectNode content) {
        KpiPlan plan = plan(content);
        return plan.mistakes().stream()
                .filter(mistake -> mistake.code().blocks())
                .map(mistake ->
                        new Problem.Error(
                                pointer(mistake),
                                KpiProblem.valueOf(mistake.code().name()),
                                Integer.toString(plan.rows().size())))
                .toList();
    }

    public static ArrayNode warnings(ObjectNode content) {
        ArrayNode warnings = Json.object().putArray("warnings");
        plan(content).mistakes().stream()
                .filter(mistake -> !mistake.code().blocks())
                .forEach(mistake ->
                        KpiWarning.valueOf(mistake.code().name())
                                .addTo(warnings, pointer(mistake)));
        if (!content.at("/signatures").has("employee")) {
            KpiWarning.NOT_SIGNED.addTo(warnings, "/signatures/employee");
        }
        return warnings;
    }

    private static String pointer(KpiPlan.Mistake mistake) {
        return mistake.row() < 0 ? "/rows" : "/rows/" + mistake.row() + "/" + mistake.field();
    }

    private static KpiPlan plan(ObjectNode content) {
        List<KpiPlan.Row> rows = new ArrayList<>();
        content.path("rows").forEach(row -> rows.add(row(row)));
        return new KpiPlan(
                new AssessedPeriod(
                        LocalDate.parse(content.at("/period/from").asText()),
                        LocalDate.parse(content.at("/period/to").asText())),
                rows);
    }

    private static KpiPlan.Row row(JsonNode row) {
        return new KpiPlan.Row(
                row.path("name").asText(""),
                row.path("derivedFrom").asText(""),
                row.path("unit").asText(""),
                row.path("planned").asText(""),
                row.has("due")
                        ? Optional.of(LocalDate.parse(row.path("due").asText()))
                        : Optional.empty(),
                row.path("keyResult").asText(""),
                row.path("achievable").asBoolean());
    }
}
