package kz.bagalau.appraisal.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.PrintedPerson;
import kz.bagalau.appraisal.quarter.Held;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.appraisal.CalibrationProtocol;
import kz.bagalau.forms.appraisal.CalibrationProtocol.Outcome;
import kz.bagalau.forms.appraisal.Quarter;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.Banding;
import kz.bagalau.rules.appraisal.CalibrationMembers.Kind;
import kz.bagalau.rules.appraisal.EmployeeMethodology;

/// The protocol of a session as its form prints it.
public final class CalibrationPapers {

    private CalibrationPapers() {}

    /// Of a session that has decided.
    public static CalibrationProtocol protocol(Held held) {
        AppraisalContent content = held.content();
        Calibration calibration = Calibration.in(content).orElseThrow();
        ObjectNode json = calibration.json();
        String body = held.appraisal().body();
        return new CalibrationProtocol(
                held.appraisal().reference().id(),
                EmployeeMethodology.M245.title(),
                AppraisalForm.Status.valueOf(json.path("protocolForm").asText()),
                held.desk()
                        .bodies()
                        .find(body)
                        .map(StateBody::name)
                        .orElseGet(() -> new LocalText(body, body, body)),
                json.at("/protocol/number").asText(""),
                calibration.day("decidedOn").orElseThrow(),
                new Quarter(content.quarter().year(), content.quarter().number()),
                PrintedPerson.of(content.json().path("person")),
                content.json().path("scorer").asText(),
                application(calibration),
                decision(calibration),
                members(json.path("members")),
                fewAssessors(json),
                earlier(json.path("earlier")),
                statement(json, content.json().path("scorer").asText()),
                argument(json),
                rounds(json.path("rounds")),
                new BigDecimal(json.path("original").asText()),
                Optional.of(outcome(content, calibration)),
                upload(calibration));
    }

    private static CalibrationProtocol.Application application(Calibration calibration) {
        return new CalibrationProtocol.Application(
                calibration.day("submittedOn").orElseThrow(),
                calibration.day("receivedOn").orElseThrow(),
                calibration.inTime(),
                calibration.json().path("text").asText());
    }

    private static CalibrationProtocol.Decision decision(Calibration calibration) {
        JsonNode order = calibration.json().path("order");
        return new CalibrationProtocol.Decision(
                CalibrationProtocol.Decision.By.valueOf(calibration.json().path("by").asText()),
                order.path("number").asText() + ", " + order.path("date").asText(),
                calibration.day("approvedOn").orElseThrow());
    }

    private static List<CalibrationProtocol.Member> members(JsonNode members) {
        return members.valueStream()
                .map(member ->
                        new CalibrationProtocol.Member(
                                member.path("name").asText(),
                                PrintedPerson.title(member.path("position")),
                                Kind.valueOf(member.path("kind").asText()),
                                new Signature.Open(member.path("name").asText())))
                .toList();
    }

    /// The reason of a composition with fewer than two assessors or more than one of the personnel
    /// service.
    private static String fewAssessors(ObjectNode json) {
        long assessors =
                json.path("members")
                        .valueStream()
                        .filter(member -> member.path("kind").asText().equals(Kind.ASSESSOR.name()))
                        .count();
        boolean few = assessors < 2 || json.path("members").size() - assessors > 1;
        return few ? json.path("reason").asText("") : "";
    }

    private static List<CalibrationProtocol.EarlierMembers> earlier(JsonNode earlier) {
        return earlier.valueStream()
                .map(each ->
                        new CalibrationProtocol.EarlierMembers(
                                LocalDate.parse(each.path("approvedOn").asText()),
                                each.path("members")
                                        .valueStream()
                                        .map(member -> member.path("name").asText())
                                        .toList(),
                                each.path("replacedBecause").asText()))
                .toList();
    }

    /// What was heard last, in whichever round.
    private static CalibrationProtocol.Statement statement(ObjectNode json, String assessor) {
        CalibrationProtocol.Statement statement = new CalibrationProtocol.Statement.NotMade("");
        for (JsonNode round : json.path("rounds")) {
            if (round.has("statement")) {
                statement =
                        new CalibrationProtocol.Statement.Made(
                                assessor, round.path("statement").asText());
            } else if (round.has("noStatement")) {
                statement =
                        new CalibrationProtocol.Statement.NotMade(
                                round.path("noStatement").asText());
            }
        }
        return statement;
    }

    private static Optional<CalibrationProtocol.Argument> argument(ObjectNode json) {
        Optional<CalibrationProtocol.Argument> argument = Optional.empty();
        for (JsonNode round : json.path("rounds")) {
            if (round.has("argument")) {
                argument =
                        Optional.of(
                                new CalibrationProtocol.Argument(
                                        CalibrationProtocol.Argument.Form.valueOf(
                                                round.at("/argument/form").asText()),
                                        round.at("/argument/text").asText("")));
            }
        }
        return argument;
    }

    private static List<CalibrationProtocol.Round> rounds(JsonNode rounds) {
        List<CalibrationProtocol.Round> printed = new ArrayList<>();
        for (JsonNode round : rounds) {
            printed.add(
                    new CalibrationProtocol.Round(
                            LocalDate.parse(round.path("heldOn").asText()),
                            round.path("members")
                                    .valueStream()
                                    .map(member -> vote(member, round.path("votes")))
                                    .toList()));
        }
        return printed;
    }

    /// A line for each member who was approved then.
    private static CalibrationProtocol.Vote vote(JsonNode member, JsonNode votes) {
        return new CalibrationProtocol.Vote(
                member.path("name").asText(),
                Kind.valueOf(member.path("kind").asText()),
                votes.valueStream()
                        .filter(vote -> vote.path("person").equals(member.path("person")))
                        .map(vote -> new BigDecimal(vote.path("score").asText()))
                        .findFirst());
    }

    private static Outcome outcome(AppraisalContent content, Calibration calibration) {
        BigDecimal score = calibration.score().orElseThrow();
        return new Outcome(
                score,
                Banding.of(score, content.settings().get(AppraisalSetting.ROUNDING)).grade(),
                Outcome.Direction.valueOf(calibration.json().path("direction").asText()));
    }

    private static CalibrationProtocol.Upload upload(Calibration calibration) {
        JsonNode upload = calibration.json().path("upload");
        return new CalibrationProtocol.Upload(
                calibration.day("uploadBy"),
                upload.has("on")
                        ? Optional.of(LocalDate.parse(upload.path("on").asText()))
                        : Optional.empty(),
                upload.path("impossible").asText(""));
    }
}
