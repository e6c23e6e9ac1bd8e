package kz.bagalau.kpi.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;

/// What is sent about plans.
public final class PlanForms {

    private static final int MAX_REASON = 2000;
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ROWS = 20;
    private static final int MAX_DOCUMENT = 100;

    /// The texts of a row with their greatest lengths, in the order of the form.
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("name", 1000),
                    new Column("derivedFrom", 1000),
                    new Column("unit", 100),
                    new Column("planned", 300),
                    new Column("keyResult", 2000));

    private record Column(String field, int max) {}

    private PlanForms() {}

    /// @param archive why it is entered afterwards; empty for a live plan
    public record Opening(
            String employee, LocalDate from, LocalDate to, Optional<ObjectNode> archive) {

        public ObjectNode asked() {
            ObjectNode asked = Json.object().put("employee", employee);
            asked.set("period", period());
            archive.ifPresent(entry -> asked.set("archive", entry));
            return asked;
        }

        ObjectNode period() {
            return Json.object().put("from", from.toString()).put("to", to.toString());
        }
    }

    public static Input.Result<Opening> opening(Request request) {
        Input input = request.input(MAX_BYTES);
        String employee = input.text("employee", MAX_DOCUMENT);
        Input period = input.object("period");
        LocalDate from = period.date("from");
        LocalDate to = period.date("to");
        if (to.isBefore(from)) {
            period.error("to", KpiProblem.ENDS_BEFORE_START);
        }
        Optional<ObjectNode> archive =
                input.optionalObject("archive")
                        .map(entry ->
                                Json.object()
                                        .put("reason", entry.text("reason", MAX_REASON))
                                        .put("document", entry.text("document", MAX_DOCUMENT)));
        return input.finish(() -> new Opening(employee, from, to, archive));
    }

    /// The rows of a plan, which may still be incomplete.
    ///
    /// @param rows as they stand in the plan
    public record Rows(Asked asked, ArrayNode rows, LocalDate on) {}

    public static Input.Result<Rows> rows(Request request, Document plan, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        boolean entry = Archive.isEntry(plan);
        LocalDate on = Archive.day(input, entry, today);
        ArrayNode rows = Json.object().putArray("rows");
        if (!input.has("rows")) {
            input.error("rows", FieldProblem.REQUIRED);
        }
        input.objects("rows", MAX_ROWS).forEach(row -> rows.add(row(row)));
        ObjectNode asked = Json.object();
        asked.set("rows", rows);
        return input.finish(() ->
                new Rows(new Asked("fill", version, Archive.asked(asked, entry, on)), rows, on));
    }

    private static ObjectNode row(Input input) {
        ObjectNode row = Json.object();
        for (Column column : COLUMNS) {
            input.optionalText(column.field(), column.max())
                    .ifPresent(text -> row.put(column.field(), text));
        }
        if (input.has("due")) {
            row.put("due", input.date("due").toString());
        }
        JsonNode achievable = input.raw("achievable");
        if (achievable.isBoolean()) {
            row.put("achievable", achievable.booleanValue());
        } else if (input.has("achievable")) {
            input.error("achievable", FieldProblem.WRONG_TYPE, "boolean");
        }
        input.raw("due");
        return row;
    }
}
