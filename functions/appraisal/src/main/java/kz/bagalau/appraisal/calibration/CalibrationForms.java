package kz.bagalau.appraisal.calibration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.appraisal.desk.Points;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.cases.http.Notice;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.CalibrationMembers.Kind;
import kz.bagalau.rules.appraisal.CalibrationMembers.Member;
import kz.bagalau.rules.vote.Vote;

/// What is sent about a calibration session (No. 245, ¶10, ¶19–23).
public final class CalibrationForms {

    static final int MAX_BYTES = 128 * 1024;
    static final int MAX_ID = 100;
    static final int MAX_TEXT = 10_000;
    static final int MAX_REASON = 2_000;

    private static final int MAX_MEMBERS = 15;
    private static final int MAX_ROUND = 99;

    private CalibrationForms() {}

    /// The employee's application.
    public record Application(
            Asked asked,
            String text,
            LocalDate submittedOn,
            LocalDate receivedOn,
            Optional<String> document) {}

    /// @param paper whether the personnel service enters a paper one, with its days
    public static Input.Result<Application> application(
            Request request, LocalDate today, boolean paper) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        ObjectNode asked = Json.object().put("text", input.text("text", MAX_TEXT));
        LocalDate submittedOn = today;
        LocalDate receivedOn = today;
        Optional<String> document = Optional.empty();
        if (paper) {
            submittedOn = Notice.past(input, "submittedOn", today);
            receivedOn = Notice.past(input, "receivedOn", today);
            document = Optional.of(input.text("document", MAX_ID));
            notBefore(input, "receivedOn", receivedOn, submittedOn);
            asked.put("submittedOn", submittedOn.toString())
                    .put("receivedOn", receivedOn.toString())
                    .put("document", document.get());
        }
        LocalDate from = submittedOn;
        LocalDate to = receivedOn;
        Optional<String> proof = document;
        return input.finish(() ->
                new Application(
                        new Asked("apply", version, asked),
                        asked.path("text").asText(),
                        from,
                        to,
                        proof));
    }

    /// An event that only has a reason.
    public record Reasoned(Asked asked, String reason) {}

    public static Input.Result<Reasoned> refusal(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        String reason = input.text("reason", MAX_REASON);
        return input.finish(() ->
                new Reasoned(
                        new Asked("refuse", version, Json.object().put("reason", reason)), reason));
    }

    /// The withdrawal of an application, which has no content but the version: as a parameter, or
    /// as a field.
    public static Input.Result<Asked> withdrawal(Request request) {
        Optional<String> named = request.query("version");
        if (named.isEmpty() && !request.body().isBlank()) {
            Input input = request.input(MAX_BYTES);
            OptionalLong version = Asked.version(input);
            return input.finish(() -> withdrawal(version));
        }
        if (named.filter(text -> !text.matches("[1-9]\\d{0,8}")).isPresent()) {
            return new Input.Rejected<>(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "version", FieldProblem.WRONG_TYPE, "integer"))));
        }
        return new Input.Accepted<>(
                withdrawal(
                        named.map(text -> OptionalLong.of(Long.parseLong(text)))
                                .orElseGet(OptionalLong::empty)));
    }

    private static Asked withdrawal(OptionalLong version) {
        return new Asked("withdraw", version, Json.object());
    }

    public enum By {
        OFFICIAL,
        MASLIKHAT
    }

    /// Who sits in the session, by which decision.
    ///
    /// @param asked what was asked for; its event is the case's to say
    public record Composition(
            OptionalLong version,
            ObjectNode asked,
            List<Member> members,
            By by,
            Optional<String> reason) {}

    public static Input.Result<Composition> members(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        ObjectNode asked = Json.object();
        if (!input.has("members")) {
            input.error("members", FieldProblem.REQUIRED);
        }
        ArrayNode array = asked.putArray("members");
        List<Member> members = new ArrayList<>();
        for (Input each : input.objects("members", MAX_MEMBERS)) {
            Member member =
                    new Member(
                            each.person("person", MAX_ID),
                            each.oneOf("kind", Kind.class, Kind.ASSESSOR));
            members.add(member);
            array.addObject().put("person", member.person()).put("kind", member.kind().name());
        }
        By by = input.oneOf("by", By.class, By.OFFICIAL);
        asked.put("by", by.name());
        asked.set("order", order(input, today));
        Optional<String> reason = input.optionalText("reason", MAX_REASON);
        reason.ifPresent(given -> asked.put("reason", given));
        return input.finish(() -> new Composition(version, asked, members, by, reason));
    }

    /// The act of approval: its number and date, or its number alone, of this day.
    private static ObjectNode order(Input input, LocalDate today) {
        if (input.raw("order").isTextual()) {
            return Json.object()
                    .put("number", input.text("order", MAX_ID))
                    .put("date", today.toString());
        }
        Input order = input.object("order");
        ObjectNode json =
                Json.object()
                        .put("number", order.text("number", MAX_ID))
                        .put("date", Notice.past(order, "date", today).toString());
        order.optionalText("document", MAX_ID)
                .ifPresent(document -> json.put("document", document));
        return json;
    }

    /// A round of votes with what was heard before it.
    ///
    /// @param heard `statement` or `noStatement`, and `argument`
    public record Round(
            Asked asked,
            int number,
            LocalDate heldOn,
            ObjectNode heard,
            List<Vote<BigDecimal>> votes) {}

    /// @param form by which the case was scored
    public static Input.Result<Round> round(Request request, LocalDate today, AppraisalForm form) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        int number = input.integer("round", 1, MAX_ROUND);
        LocalDate heldOn = Notice.past(input, "heldOn", today);
        ObjectNode heard = heard(input);
        if (!input.has("votes")) {
            input.error("votes", FieldProblem.REQUIRED);
        }
        ObjectNode asked = Json.object().put("round", number).put("heldOn", heldOn.toString());
        asked.setAll(heard);
        ArrayNode array = asked.putArray("votes");
        List<Vote<BigDecimal>> votes = new ArrayList<>();
        for (Input each : input.objects("votes", MAX_MEMBERS)) {
            String person = each.text("person", MAX_ID);
            Optional<BigDecimal> score = Points.read(each, "score");
            score.ifPresent(given -> {
                Points.check(each, "score", given, form);
                votes.add(new Vote<>(person, given));
                array.addObject().put("person", person).put("score", Points.shown(given));
            });
        }
        return input.finish(
                () -> new Round(new Asked("vote", version, asked), number, heldOn, heard, votes));
    }

    private enum ArgumentForm {
        ORAL,
        WRITTEN
    }

    private static ObjectNode heard(Input input) {
        ObjectNode heard = Json.object();
        input.optionalText("statement", MAX_TEXT).ifPresent(text -> heard.put("statement", text));
        input.optionalText("noStatement", MAX_REASON)
                .ifPresent(reason -> heard.put("noStatement", reason));
        if (heard.size() > 1) {
            input.error("noStatement", FieldProblem.NOT_ALLOWED, "statement");
        }
        input.optionalObject("argument")
                .ifPresent(argument -> {
                    ObjectNode said =
                            heard.putObject("argument")
                                    .put(
                                            "form",
                                            argument.oneOf(
                                                            "form",
                                                            ArgumentForm.class,
                                                            ArgumentForm.ORAL)
                                                    .name());
                    argument.optionalText("text", MAX_TEXT)
                            .ifPresent(text -> said.put("text", text));
                });
        return heard;
    }

    /// The protocol that the members have signed.
    public record Protocol(Asked asked, LocalDate signedOn) {}

    public static Input.Result<Protocol> protocol(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        ObjectNode asked = Json.object().put("number", input.text("number", MAX_ID));
        LocalDate signedOn = Notice.past(input, "signedOn", today);
        asked.put("signedOn", signedOn.toString());
        input.optionalText("document", MAX_ID)
                .ifPresent(document -> asked.put("document", document));
        return input.finish(() -> new Protocol(new Asked("sign", version, asked), signedOn));
    }

    /// A mark beside the state.
    ///
    /// @param on its day; empty for one that says why there is none
    public record Mark(Asked asked, Optional<LocalDate> on) {}

    public static Input.Result<Mark> upload(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        ObjectNode asked = Json.object();
        Optional<LocalDate> on =
                input.has("on") ? Optional.of(Notice.past(input, "on", today)) : Optional.empty();
        input.raw("on");
        on.ifPresent(day -> asked.put("on", day.toString()));
        input.optionalText("impossible", MAX_REASON)
                .ifPresent(reason -> asked.put("impossible", reason));
        if (asked.size() != 1) {
            input.error(
                    "on",
                    asked.isEmpty() ? FieldProblem.REQUIRED : FieldProblem.NOT_ALLOWED,
                    "impossible");
        }
        return input.finish(() -> new Mark(new Asked("upload", version, asked), on));
    }

    private enum Topic {
        ACHIEVEMENTS,
        SKILLS,
        CAREER
    }

    /// The feedback meeting, whose three topics ¶23 names.
    public static Input.Result<Mark> feedback(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        LocalDate heldOn = Notice.past(input, "heldOn", today);
        ObjectNode asked = Json.object().put("heldOn", heldOn.toString());
        ArrayNode topics = asked.putArray("topics");
        boolean given = input.has("topics");
        var named = input.texts("topics", 0, Topic.values().length, MAX_ID);
        for (Topic topic : Topic.values()) {
            if (named.remove(topic.name())) {
                topics.add(topic.name());
            } else if (given) {
                input.error("topics", CalibrationProblem.TOPICS_MISSING, topic.name());
            }
        }
        named.forEach(other -> input.error("topics", FieldProblem.NOT_ALLOWED, other));
        input.optionalText("notes", MAX_TEXT).ifPresent(notes -> asked.put("notes", notes));
        return input.finish(
                () -> new Mark(new Asked("feedback", version, asked), Optional.of(heldOn)));
    }

    /// Notes a day that stands before the one that it follows.
    static void notBefore(Input input, String field, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest) && !input.isWrong(field)) {
            input.error(field, CaseProblem.OUT_OF_ORDER, earliest.toString());
        }
    }
}
