package kz.bagalau.appraisal.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Points;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Notice;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// Appeals to an administrative body or a court (No. 245, ¶11), their outcomes, and objections to
/// the procedure (¶14).
public record Appeals(Sessions sessions) {

    enum Kind {
        /// Under the Administrative Procedure and Process Code.
        APPC,
        COURT
    }

    enum Outcome {
        LEFT,
        NEW_SESSION,
        SCORE
    }

    private static final String APPEAL = "APPEAL";

    public record Filing(Asked asked, LocalDate filedOn) {}

    public static Input.Result<Filing> filing(Request request, LocalDate today) {
        Input input = request.input(CalibrationForms.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        ObjectNode asked =
                Json.object().put("kind", input.oneOf("kind", Kind.class, Kind.APPC).name());
        LocalDate filedOn = Notice.past(input, "filedOn", today);
        asked.put("filedOn", filedOn.toString());
        input.optionalText("document", CalibrationForms.MAX_ID)
                .ifPresent(document -> asked.put("document", document));
        return input.finish(() -> new Filing(new Asked("appeal", version, asked), filedOn));
    }

    public record Deciding(
            Asked asked, Outcome outcome, Optional<BigDecimal> score, LocalDate on) {}

    /// @param form by which the case was scored
    public static Input.Result<Deciding> outcome(
            Request request, LocalDate today, AppraisalForm form) {
        Input input = request.input(CalibrationForms.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        Outcome outcome = input.oneOf("outcome", Outcome.class, Outcome.LEFT);
        ObjectNode asked = Json.object().put("outcome", outcome.name());
        Optional<BigDecimal> score = Optional.empty();
        if (outcome == Outcome.SCORE || input.has("score")) {
            score = Points.read(input, "score");
            score.ifPresent(given -> {
                Points.check(input, "score", given, form);
                asked.put("score", Points.shown(given));
            });
            if (outcome != Outcome.SCORE) {
                input.error("score", FieldProblem.NOT_ALLOWED, outcome.name());
            }
        }
        input.raw("score");
        LocalDate on = Notice.past(input, "on", today);
        asked.put("on", on.toString())
                .put("document", input.text("document", CalibrationForms.MAX_ID));
        Optional<BigDecimal> given = score;
        return input.finish(
                () -> new Deciding(new Asked("outcome", version, asked), outcome, given, on));
    }

    public static Input.Result<Asked> objection(Request request) {
        return text(request, "text", "object");
    }

    /// @param number of the objection, from 1
    public static Input.Result<Asked> answer(Request request, int number) {
        return switch (text(request, "answer", "answer")) {
            case Input.Accepted<Asked>(var asked) ->
                    new Input.Accepted<>(
                            new Asked(
                                    asked.event(),
                                    asked.version(),
                                    asked.asked().put("n", number)));
            case Input.Rejected<Asked> rejected -> rejected;
        };
    }

    private static Input.Result<Asked> text(Request request, String field, String event) {
        Input input = request.input(CalibrationForms.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        ObjectNode asked = Json.object().put(field, input.text(field, CalibrationForms.MAX_TEXT));
        return input.finish(() -> new Asked(event, version, asked));
    }

    /// ¶11 names the decision of a session only: without one the appeal is recorded with a warning.
    public Decision file(Filing form) {
        AppraisalContent content = sessions.held().content();
        LocalDate published = content.publishedOn().orElse(form.filedOn());
        if (form.filedOn().isBefore(published)) {
            return Sessions.outOfOrder("/filedOn", published);
        }
        archive(content);
        ObjectNode appeal = form.asked().asked();
        appeal.put("from", sessions.held().appraisal().state()).put("by", sessions.by());
        content.json().set("appeal", appeal);
        return sessions.next("UNDER_APPEAL", content.reopened(), warnings(content));
    }

    /// Where an earlier appeal stood, it is kept beside the new one.
    private static void archive(AppraisalContent content) {
        JsonNode standing = content.json().remove("appeal");
        if (standing != null) {
            content.json().withArray("/earlierAppeals").add(standing);
        }
    }

    private static ObjectNode warnings(AppraisalContent content) {
        ArrayNode warnings = Json.object().putArray("warnings");
        if (!Calibration.sessionHeld(content)) {
            AppraisalWarning.NO_SESSION.addTo(warnings, "/kind");
        }
        return Json.object().set("warnings", warnings);
    }

    public Decision decide(Deciding form) {
        AppraisalContent content = sessions.held().content();
        ObjectNode appeal = content.appeal().orElseThrow();
        LocalDate filedOn = LocalDate.parse(appeal.path("filedOn").asText());
        if (form.on().isBefore(filedOn)) {
            return Sessions.outOfOrder("/on", filedOn);
        }
        appeal.set("decided", form.asked().asked().put("by", sessions.by()));
        return switch (form.outcome()) {
            case LEFT -> sessions.next("FINAL", content.completed(form.on()));
            case SCORE -> {
                String decision = form.asked().asked().path("document").asText();
                sessions.count(
                        content,
                        form.score().orElseThrow(),
                        APPEAL,
                        NamedFiles.isId(decision) ? "" : decision,
                        form.on());
                yield sessions.next("FINAL", content.completed(form.on()));
            }
            case NEW_SESSION -> newSession(content, form);
        };
    }

    /// The terms of ¶19 and ¶20 run from the day on which the outcome reached the body.
    private Decision newSession(AppraisalContent content, Deciding form) {
        Calibration calibration = Calibration.open(content);
        calibration.json().put("text", "").set("appeal", form.asked().asked());
        sessions.requested(content, calibration, form.on(), form.on(), true);
        return sessions.next("CAL_REQUESTED", content);
    }

    /// ¶14: it changes no score and no state.
    public Decision object(Asked asked) {
        AppraisalContent content = sessions.held().content();
        ArrayNode objections = content.json().withArray("/objections");
        ObjectNode objection = objections.addObject().put("n", objections.size());
        objection
                .put("text", asked.asked().path("text").asText())
                .put("on", sessions.held().desk().today().toString());
        return sessions.next(sessions.held().appraisal().state(), content);
    }

    public Decision answer(Asked asked, int number) {
        AppraisalContent content = sessions.held().content();
        ObjectNode objection =
                objection(content, number)
                        .orElseThrow(() -> new IllegalStateException("no objection " + number));
        objection
                .put("answer", asked.asked().path("answer").asText())
                .put("answeredOn", sessions.held().desk().today().toString())
                .put("answeredBy", sessions.by());
        return sessions.next(sessions.held().appraisal().state(), content);
    }

    public static Optional<ObjectNode> objection(AppraisalContent content, int number) {
        return content.json().path("objections").get(number - 1) instanceof ObjectNode found
                ? Optional.of(found)
                : Optional.empty();
    }

    /// The number of the last objection with this text.
    public static int numberOf(AppraisalContent content, String text) {
        int number = 0;
        for (JsonNode objection : content.json().path("objections")) {
            if (objection.path("text").asText().equals(text)) {
                number = objection.path("n").intValue();
            }
        }
        return number;
    }

    /// A state in which nothing was scored has no form to check a score by.
    public static AppraisalForm form(AppraisalContent content) {
        return content.sheet().orElseGet(AppraisalForm::shipped);
    }
}
