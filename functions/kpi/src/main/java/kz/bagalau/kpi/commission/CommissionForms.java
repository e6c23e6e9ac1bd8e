package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Notice;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.appraisal.Grade;

/// What is sent about commissions and their meetings.
public final class CommissionForms {

    private static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 2000;
    private static final int MAX_MEMBERS = 30;
    private static final int MAX_DAYS = 60;
    private static final int MAX_SHEETS = 300;
    private static final int MAX_MOTIONS = 400;

    private CommissionForms() {}

    /// @param composition order, chair, members and secretary, as they stand in the commission
    public record Composing(String id, String body, Asked asked, ObjectNode composition) {}

    public static Input.Result<Composing> composing(Request request) {
        Input input = request.input(MAX_BYTES);
        String id = request.path("commission");
        if (!Input.isId(id)) {
            input.error("commission", FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        var version = Asked.version(input);
        String body = input.id("body");
        int longest = Commissions.longestId(body);
        if (id.length() > longest) {
            input.error("commission", FieldProblem.TOO_LONG, Integer.toString(longest));
        }
        Input order = input.object("order");
        ObjectNode composition = Json.object();
        composition
                .putObject("order")
                .put("number", order.text("number", MAX_NAME))
                .put("date", order.date("date").toString());
        String chair = input.person("chair", MAX_NAME);
        Set<String> members = input.people("members", 1, MAX_MEMBERS, MAX_NAME);
        String secretary = input.person("secretary", MAX_NAME);
        if (!chair.isEmpty() && members.contains(chair)) {
            input.error("members", KpiProblem.ONE_SEAT, chair);
        }
        if (!secretary.isEmpty() && (members.contains(secretary) || secretary.equals(chair))) {
            input.error("secretary", KpiProblem.ONE_SEAT, secretary);
        }
        composition.put("chair", chair);
        members.forEach(composition.putArray("members")::add);
        composition.put("secretary", secretary);
        return input.finish(() ->
                new Composing(id, body, new Asked("compose", version, composition), composition));
    }

    /// @param timetable as it stands in the commission
    public record Proposing(Asked asked, ObjectNode timetable, LocalDate from) {}

    public static Input.Result<Proposing> proposing(Request request, Predicate<String> known) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        LocalDate from = input.date("assessmentFrom");
        ObjectNode timetable = Json.object().put("assessmentFrom", from.toString());
        ArrayNode days = timetable.putArray("meetings");
        if (!input.has("meetings")) {
            input.error("meetings", FieldProblem.REQUIRED);
        }
        Set<String> seen = new HashSet<>();
        Set<LocalDate> dates = new HashSet<>();
        for (Input day : input.objects("meetings", MAX_DAYS)) {
            LocalDate on = day.date("on");
            if (!dates.add(on)) {
                day.error("on", FieldProblem.REPEATED, on.toString());
            }
            ArrayNode sheets = days.addObject().put("on", on.toString()).putArray("sheets");
            int i = 0;
            for (String sheet : day.texts("sheets", 1, MAX_SHEETS, MAX_NAME)) {
                String pointer = "sheets/" + i++;
                if (!seen.add(sheet)) {
                    day.error(pointer, FieldProblem.REPEATED, sheet);
                } else if (!known.test(sheet)) {
                    day.error(pointer, KpiProblem.UNKNOWN_SHEET, sheet);
                }
                sheets.add(sheet);
            }
        }
        return input.finish(() ->
                new Proposing(
                        new Asked("propose", version, timetable.deepCopy()), timetable, from));
    }

    public static Input.Result<Asked> agreeing(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        return input.finish(() -> new Asked("agree", version, Json.object()));
    }

    /// @param on empty where the path names no day
    public record Supplying(Asked asked, Optional<LocalDate> on, Set<String> sheets) {}

    public static Input.Result<Supplying> supplying(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Optional<LocalDate> on = day(request.path("on"));
        Set<String> sheets = new LinkedHashSet<>(input.texts("sheets", 1, MAX_SHEETS, MAX_NAME));
        ObjectNode asked = Json.object().put("day", request.path("on"));
        sheets.forEach(asked.putArray("sheets")::add);
        return input.finish(() -> new Supplying(new Asked("supply", version, asked), on, sheets));
    }

    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // no day at all
        }
    }

    enum Motion {
        CONFIRM,
        REVISE
    }

    /// @param decisions the motions in their order, as they were sent
    public record Holding(
            String commission,
            LocalDate heldOn,
            Set<String> present,
            ArrayNode decisions,
            Optional<String> conclusion,
            ObjectNode asked) {}

    public static Input.Result<Holding> holding(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        String commission = input.text("commission", MAX_NAME);
        LocalDate heldOn = Notice.past(input, "heldOn", today);
        Set<String> present = input.texts("present", 1, MAX_MEMBERS * 2, MAX_NAME);
        ArrayNode decisions = Json.object().putArray("decisions");
        if (!input.has("decisions")) {
            input.error("decisions", FieldProblem.REQUIRED);
        }
        input.objects("decisions", MAX_MOTIONS)
                .forEach(decision -> decisions.add(motion(decision)));
        Optional<String> conclusion = input.optionalText("conclusion", MAX_TEXT * 5);
        ObjectNode asked =
                Json.object().put("commission", commission).put("heldOn", heldOn.toString());
        present.forEach(asked.putArray("present")::add);
        asked.set("decisions", decisions);
        conclusion.ifPresent(text -> asked.put("conclusion", text));
        return input.finish(
                () -> new Holding(commission, heldOn, present, decisions, conclusion, asked));
    }

    private static ObjectNode motion(Input input) {
        ObjectNode motion = Json.object().put("sheet", input.text("sheet", MAX_NAME));
        Motion decision = input.oneOf("decision", Motion.class, Motion.CONFIRM);
        motion.put("decision", decision.name());
        if (input.has("grade")) {
            Grade grade = input.oneOf("grade", Grade.class, Grade.UNSATISFACTORY);
            motion.put("grade", grade.name());
            if (decision == Motion.CONFIRM && input.has("decision")) {
                input.error("grade", FieldProblem.NOT_ALLOWED, grade.name());
            }
        } else if (decision == Motion.REVISE) {
            input.error("grade", FieldProblem.REQUIRED);
        }
        input.raw("grade");
        ArrayNode votes = motion.putArray("votes");
        if (!input.has("votes")) {
            input.error("votes", FieldProblem.REQUIRED);
        }
        for (Input vote : input.objects("votes", MAX_MEMBERS * 2)) {
            JsonNode side = vote.raw("for");
            if (!side.isBoolean()) {
                vote.error(
                        "for",
                        vote.has("for") ? FieldProblem.WRONG_TYPE : FieldProblem.REQUIRED,
                        "boolean");
            }
            votes.addObject()
                    .put("member", vote.text("member", MAX_NAME))
                    .put("for", side.asBoolean());
        }
        input.optionalText("recommendation", MAX_TEXT)
                .ifPresent(text -> motion.put("recommendation", text));
        return motion;
    }

    public record Approving(Asked asked, LocalDate on) {}

    public static Input.Result<Approving> approving(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        LocalDate on = Notice.past(input, "on", today);
        return input.finish(() ->
                new Approving(
                        new Asked("approve", version, Json.object().put("on", on.toString())), on));
    }
}
