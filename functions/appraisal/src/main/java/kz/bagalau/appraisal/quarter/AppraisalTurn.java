package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.AppraisalTerms;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Step;

/// Whose turn each event of an appraisal is.
record AppraisalTurn(AppraisalKind kind, String body, AppraisalContent content) implements Turn {

    @Override
    public Optional<Party> owner(Step step) {
        return switch (step.event()) {
            case "score", "publish" -> assessor();
            case "feedback" ->
                    signed() && content.json().at("/calibration/feedback").isMissingNode()
                            ? assessor()
                            : Optional.empty();
            case "upload" ->
                    signed() && content.json().at("/calibration/upload").isMissingNode()
                            ? office(Role.HR)
                            : Optional.empty();
            case "inform" ->
                    content.publishedOn().isPresent() && content.receivedOn().isEmpty()
                            ? office(Role.HR).filter(_ -> content.leftOn().isPresent())
                            : Optional.empty();
            case "answer" -> openObjection() ? office(Role.HR) : Optional.empty();
            case "order" -> office(Role.HEAD);
            case "send", "hold", "vote", "sign", "outcome" -> office(Role.HR);
            default ->
                    throw new IllegalStateException(step.event() + " of an appraisal has no turn");
        };
    }

    /// It stays theirs while they are absent: their substitute has it by the directory of the day.
    private Optional<Party> assessor() {
        return content.assessor().map(Party::person);
    }

    private Optional<Party> office(Role role) {
        return Optional.of(Party.office(role, body));
    }

    private boolean signed() {
        return content.json().at("/calibration/protocol").has("signedOn");
    }

    private boolean openObjection() {
        for (JsonNode objection : content.json().path("objections")) {
            if (!objection.has("answer")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public LocalDate start(Deadline rule) {
        return switch (rule) {
            case APPRAISAL_QUARTER, APPRAISAL_INFORM_DISMISSED -> content.quarter().last();
            case CALIBRATION_DECIDE -> calibration("receivedOn");
            case CALIBRATION_HOLD -> calibration("submittedOn");
            case CALIBRATION_UPLOAD ->
                    LocalDate.parse(content.json().at("/calibration/protocol/signedOn").asText());
            default -> throw new IllegalStateException(rule + " is no term of a turn");
        };
    }

    private LocalDate calibration(String field) {
        return LocalDate.parse(content.json().path("calibration").path(field).asText());
    }

    @Override
    public DueDate due(Deadline rule, WorkingCalendar calendar) {
        return AppraisalTerms.TERMS.due(content.json(), rule, start(rule), calendar);
    }

    @Override
    public Optional<LocalDate> ownDay(Step step) {
        return Optional.empty();
    }
}
