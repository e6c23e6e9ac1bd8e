package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.cases.http.Notice;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.appraisal.AppraisalForm.Given;
import kz.bagalau.rules.appraisal.Eligibility.Verdict;
import kz.bagalau.rules.monitoring.Quarter;

/// What is sent about an appraisal, up to its publication.
public final class CaseForms {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_ID = 100;
    private static final int MAX_REASON = 2_000;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_DECIMAL = 12;
    private static final int MAX_PUBLISHED = 50;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,5}(\\.\\d{1,5})?");

    private CaseForms() {}

    /// Whose quarter is opened.
    public record Opened(String employee, Quarter quarter) {

        ObjectNode asked() {
            return Json.object().put("employee", employee).put("quarter", quarter.toString());
        }
    }

    public static Input.Result<Opened> opening(Request request) {
        Input input = request.input(MAX_BYTES);
        String employee = input.text("employee", MAX_ID);
        String text = input.text("quarter", MAX_ID);
        Optional<Quarter> quarter = Quarter.read(text);
        if (quarter.isEmpty() && !text.isEmpty()) {
            input.error("quarter", FieldProblem.BAD_FORMAT, "2026-Q1");
        }
        return input.finish(() -> new Opened(employee, quarter.orElseThrow()));
    }

    /// Somebody is named, with a reason or a day.
    public record Naming(Asked asked, String person, String said) {}

    public static Input.Result<Naming> assessor(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        String person = input.text("assessor", MAX_ID);
        String reason = input.text("reason", MAX_REASON);
        ObjectNode asked = Json.object().put("assessor", person).put("reason", reason);
        return input.finish(
                () -> new Naming(new Asked("substitute", version, asked), person, reason));
    }

    public static Input.Result<Naming> delegate(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        String person = input.text("person", MAX_ID);
        LocalDate decidedOn = Notice.past(input, "decidedOn", today);
        ObjectNode asked =
                Json.object().put("person", person).put("decidedOn", decidedOn.toString());
        return input.finish(() ->
                new Naming(new Asked("delegate", version, asked), person, decidedOn.toString()));
    }

    /// The personnel service's own decision on the eligibility (G-07).
    public record Deciding(Asked asked, Verdict eligibility, String reason) {}

    public static Input.Result<Deciding> eligibility(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Verdict verdict = input.oneOf("eligibility", Verdict.class, Verdict.ELIGIBLE);
        String reason = input.text("reason", MAX_REASON);
        ObjectNode asked = Json.object().put("eligibility", verdict.name()).put("reason", reason);
        return input.finish(
                () -> new Deciding(new Asked("check-again", version, asked), verdict, reason));
    }

    /// Values with their comments, in the order in which they were sent.
    public record Scoring(Asked asked, List<Given> given, ArrayNode items) {}

    public static Input.Result<Scoring> score(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        if (!input.has("items")) {
            input.error("items", FieldProblem.REQUIRED);
        }
        ObjectNode asked = Json.object();
        ArrayNode items = asked.putArray("items");
        List<Given> given = new ArrayList<>();
        for (Input item : input.objects("items", MAX_ITEMS)) {
            String id = item.text("item", MAX_ID);
            BigDecimal value = decimal(item);
            ObjectNode each = items.addObject().put("item", id).put("value", value.toPlainString());
            item.optionalText("comment", MAX_REASON)
                    .ifPresent(comment -> each.put("comment", comment));
            given.add(new Given(id, value));
        }
        return input.finish(() -> new Scoring(new Asked("score", version, asked), given, items));
    }

    /// Decimals are texts; 4.50 and 4.5 are one number.
    private static BigDecimal decimal(Input input) {
        String text = input.text("value", MAX_DECIMAL);
        if (!DECIMAL.matcher(text).matches()) {
            if (!text.isEmpty()) {
                input.error("value", FieldProblem.BAD_FORMAT, "4.5");
            }
            return BigDecimal.ZERO;
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /// The cases that are published, with the version of each that the caller saw.
    public static Input.Result<Map<String, Asked>> publications(Request request) {
        Input input = request.input(MAX_BYTES);
        if (!input.has("appraisals")) {
            input.error("appraisals", FieldProblem.REQUIRED);
        }
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (Input each : input.objects("appraisals", MAX_PUBLISHED)) {
            String id = each.text("id", MAX_ID);
            Asked publish = new Asked("publish", Asked.version(each), Json.object());
            if (!id.isEmpty() && asked.putIfAbsent(id, publish) != null) {
                each.error("id", FieldProblem.REPEATED, id);
            }
        }
        return input.finish(() -> asked);
    }

    public record Informing(Asked asked, Notice notice) {}

    /// @param publishedOn before which nothing can be sent
    public static Input.Result<Informing> notice(
            Request request, Optional<LocalDate> publishedOn, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Notice notice = Notice.read(input, today);
        publishedOn
                .filter(notice.sentOn()::isBefore)
                .filter(_ -> !input.isWrong("sentOn"))
                .ifPresent(day -> input.error("sentOn", CaseProblem.OUT_OF_ORDER, day.toString()));
        return input.finish(
                () -> new Informing(new Asked("inform", version, notice.json()), notice));
    }
}
