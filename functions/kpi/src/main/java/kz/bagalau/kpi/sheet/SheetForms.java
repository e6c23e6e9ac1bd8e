package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Notice;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;

/// What is sent about sheets.
public final class SheetForms {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_TEXT = 2000;
    private static final int MAX_APPEAL = 20_000;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_ROWS = 5;
    private static final int MAX_EVIDENCE = 20;

    private SheetForms() {}

    /// @param plan empty where its caller does not see it
    public record Opening(Optional<Document> plan, LocalDate on, ObjectNode asked) {}

    /// Actual values and evidence, which may still be incomplete.
    ///
    /// @param rows by the number of the indicator
    public record Filling(
            Asked asked, ArrayNode rows, Optional<Boolean> withoutParticipation, LocalDate on) {}

    public static Input.Result<Filling> filling(Request request, Document sheet, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        boolean entry = Archive.isEntry(sheet);
        LocalDate on = Archive.day(input, entry, today);
        ArrayNode rows = Json.object().putArray("rows");
        if (!input.has("rows")) {
            input.error("rows", FieldProblem.REQUIRED);
        }
        Set<Integer> numbers = new HashSet<>();
        for (Input row : input.objects("rows", MAX_ROWS)) {
            rows.add(row(row, sheet.content().path("rows").size(), numbers));
        }
        Optional<Boolean> absent = flag(input, "withoutParticipation");
        ObjectNode asked = Json.object();
        asked.set("rows", rows);
        absent.ifPresent(flag -> asked.put("withoutParticipation", flag));
        return input.finish(() ->
                new Filling(
                        new Asked("fill", version, Archive.asked(asked, entry, on)),
                        rows,
                        absent,
                        on));
    }

    private static ObjectNode row(Input input, int rows, Set<Integer> numbers) {
        int number = input.integer("no", 1, 20);
        if (number > rows) {
            input.error("no", KpiProblem.UNKNOWN_ROW, Integer.toString(number));
        } else if (!numbers.add(number)) {
            input.error("no", FieldProblem.REPEATED, Integer.toString(number));
        }
        ObjectNode row = Json.object().put("no", number);
        input.optionalText("actual", MAX_TEXT).ifPresent(text -> row.put("actual", text));
        flag(input, "achieved").ifPresent(achieved -> row.put("achieved", achieved));
        ArrayNode evidence = row.putArray("evidence");
        for (Input each : input.objects("evidence", MAX_EVIDENCE)) {
            Optional<String> document = each.optionalText("document", MAX_NUMBER);
            Optional<String> text = each.optionalText("text", MAX_TEXT);
            if (document.isPresent() == text.isPresent()) {
                each.error("", FieldProblem.NOT_ALLOWED, "document | text");
            }
            ObjectNode item = evidence.addObject();
            document.ifPresent(id -> item.put("document", id));
            text.ifPresent(said -> item.put("text", said));
        }
        return row;
    }

    private static Optional<Boolean> flag(Input input, String field) {
        JsonNode value = input.raw(field);
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (input.has(field)) {
            input.error(field, FieldProblem.WRONG_TYPE, "boolean");
        }
        return Optional.empty();
    }

    /// A notice of the result.
    public record Informing(Asked asked, ObjectNode notice, LocalDate on) {}

    public static Input.Result<Informing> notice(Request request, Document sheet, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Notice notice = Notice.read(input, today);
        enteredOn(input, sheet, Optional.of(notice.sentOn()), today);
        return input.finish(() ->
                new Informing(
                        new Asked("inform", version, notice.json()),
                        notice.json(),
                        notice.sentOn()));
    }

    /// Where an appeal goes.
    public enum To {
        AGENCY,
        TERRITORIAL,
        COURT
    }

    public record Filing(Asked asked, To to, LocalDate filedOn, ObjectNode said) {}

    /// @param paper whether the caller enters what came on paper, and so says when
    public static Input.Result<Filing> filing(
            Request request, Document sheet, LocalDate today, boolean paper) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        To to = input.oneOf("to", To.class, To.AGENCY);
        ObjectNode said = Json.object().put("to", to.name());
        Optional<LocalDate> filedOn =
                paper && input.has("filedOn")
                        ? Optional.of(Notice.past(input, "filedOn", today))
                        : Optional.empty();
        if (paper) {
            input.raw("filedOn");
        }
        input.optionalText("text", MAX_APPEAL).ifPresent(text -> said.put("text", text));
        input.optionalText("document", MAX_NUMBER).ifPresent(id -> said.put("document", id));
        LocalDate on = enteredOn(input, sheet, filedOn, today);
        ObjectNode asked = said.deepCopy();
        filedOn.ifPresent(day -> asked.put("filedOn", day.toString()));
        return input.finish(() -> new Filing(new Asked("appeal", version, asked), to, on, said));
    }

    public enum Outcome {
        PROPOSE_REVIEW,
        LEAVE,
        CANCELLED
    }

    /// @param court whether a court's decision is recorded
    public record Deciding(Asked asked, Outcome outcome, ObjectNode said, LocalDate on) {}

    public static Input.Result<Deciding> deciding(
            Request request, Document sheet, LocalDate today, boolean court) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Outcome outcome = input.oneOf("outcome", Outcome.class, Outcome.LEAVE);
        boolean theirs =
                switch (outcome) {
                    case PROPOSE_REVIEW -> !court;
                    case LEAVE -> true;
                    case CANCELLED -> court;
                };
        if (!theirs) {
            input.error("outcome", FieldProblem.NOT_ALLOWED, outcome.name());
        }
        LocalDate date = Notice.past(input, "date", today);
        ObjectNode said =
                Json.object()
                        .put("outcome", outcome.name())
                        .put("number", input.text("number", MAX_NUMBER))
                        .put("date", date.toString());
        enteredOn(input, sheet, Optional.of(date), today);
        return input.finish(() ->
                new Deciding(
                        new Asked(event(outcome, court), version, said.deepCopy()),
                        outcome,
                        said,
                        date));
    }

    private static String event(Outcome outcome, boolean court) {
        return switch (outcome) {
            case PROPOSE_REVIEW -> "propose";
            case LEAVE -> court ? "dismiss" : "leave";
            case CANCELLED -> "court-cancel";
        };
    }

    /// The body's own act on a proposal, or why it does not follow it.
    public record Cancellation(Asked asked, Optional<ObjectNode> order, LocalDate on) {}

    public static Input.Result<Cancellation> cancellation(
            Request request, Document sheet, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Optional<ObjectNode> order =
                input.optionalObject("order")
                        .map(act ->
                                Json.object()
                                        .put("number", act.text("number", MAX_NUMBER))
                                        .put("date", Notice.past(act, "date", today).toString()));
        Optional<String> declined = input.optionalText("declined", MAX_TEXT);
        if (order.isPresent() == declined.isPresent()) {
            input.error("order", FieldProblem.NOT_ALLOWED, "order | declined");
        }
        LocalDate on =
                enteredOn(
                        input,
                        sheet,
                        order.map(act -> LocalDate.parse(act.path("date").asText())),
                        today);
        ObjectNode asked = Json.object();
        order.ifPresent(act -> asked.set("order", act));
        declined.ifPresent(reason -> asked.put("declined", reason));
        return input.finish(() ->
                new Cancellation(
                        new Asked(order.isPresent() ? "cancel" : "decline", version, asked),
                        order,
                        on));
    }

    /// The day of a step that has a date of its own. An entry of the past may say it once more as
    /// `on`; where the step has none, `on` is the day.
    private static LocalDate enteredOn(
            Input input, Document sheet, Optional<LocalDate> own, LocalDate today) {
        if (!Archive.isEntry(sheet) || !input.has("on")) {
            if (Archive.isEntry(sheet)) {
                input.raw("on");
            }
            return own.orElse(today);
        }
        LocalDate on = Notice.past(input, "on", today);
        own.filter(day -> !day.equals(on))
                .ifPresent(day -> input.error("on", FieldProblem.NOT_ALLOWED, on.toString()));
        return on;
    }
}
