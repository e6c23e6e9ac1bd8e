package kz.bagalau.survey;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.formula.SurveyIndicator;
import kz.bagalau.rules.operational.setting.AgreementIndex;
import kz.bagalau.survey.dynamo.DynamoResults;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.results.Results;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.Finding;

/// `GET /surveys/{survey}/results?body=…&cut=…` (agency; the body's own hr): what the tally
/// published, and what the survey's six indicators make of it. Free texts are the Agency's only.
public final class SurveyResults extends HttpFunction {

    private final Surveys surveys;
    private final Results results;

    /// @param body that is named, else the caller's own; empty where there is neither
    private record Asked(Optional<String> body, Optional<String> cut, Language language) {

        static Input.Result<Asked> read(Request request) {
            return new Input.Accepted<>(
                    new Asked(
                            request.query("body").or(request.caller()::body),
                            request.query("cut"),
                            request.language()));
        }

        List<Problem.Error> errors() {
            List<Problem.Error> errors = new ArrayList<>();
            if (body.isEmpty()) {
                errors.add(new Problem.Error("body", FieldProblem.REQUIRED));
            }
            cut.filter(by -> !Questionnaire.appendix9().respondent().containsKey(by))
                    .ifPresent(by ->
                            errors.add(new Problem.Error("cut", FieldProblem.NOT_ALLOWED, by)));
            return errors;
        }
    }

    public SurveyResults() {
        this(DynamoSurveys.fromEnvironment(), DynamoResults.fromEnvironment());
    }

    SurveyResults(Surveys surveys, Results results) {
        this.surveys = surveys;
        this.results = results;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/surveys/{survey}/results", only(Role.AGENCY).orOwn(Role.HR))
                        .reads(Asked::read)
                        .about(asked -> asked.body().orElse(""))
                        .answers(this::show));
    }

    private Response show(Caller caller, Path path, Asked asked) {
        List<Problem.Error> errors = asked.errors();
        if (!errors.isEmpty()) {
            return Problem.invalid(errors);
        }
        boolean agency = caller.has(Role.AGENCY);
        String body = asked.body().orElseThrow();
        return surveys.find(path.get("survey"))
                .flatMap(survey ->
                        group(survey, body, agency)
                                .map(group -> answer(survey, body, group, asked, agency)))
                .map(Response::ok)
                .orElseGet(Response::notFound);
    }

    /// The group in which the body votes; the Agency may ask for a pool by its name as well.
    private Optional<String> group(Survey survey, String asked, boolean agency) {
        return surveys.constituency(survey, asked)
                .map(Constituency::group)
                .or(() ->
                        agency && results.has(survey, asked)
                                ? Optional.of(asked)
                                : Optional.empty());
    }

    private ObjectNode answer(
            Survey survey, String body, String group, Asked asked, boolean agency) {
        ObjectNode answer =
                Json.object()
                        .put("survey", survey.id())
                        .put("body", body)
                        .put("group", group)
                        .put("state", survey.state().name());
        if (survey.state() != Survey.State.CLOSED) {
            return answer;
        }
        if (!body.equals(group)) {
            // people of several bodies voted together; none of them has a result of its own
            return answer.put("reason", "POOLED");
        }
        Optional<ObjectNode> found = results.find(survey, group);
        if (found.isEmpty()) {
            throw new IllegalStateException("a closed survey without the result of a group");
        }
        Language language = asked.language();
        ObjectNode result = found.get();
        answer.put("method", AgreementIndex.DEFAULT.id());
        answer.set("tokens", result.path("tokens"));
        answer.set("ballots", result.path("ballots"));
        for (String field : List.of("ballotsBy", "enrolled", "enrolledAfterOpening")) {
            if (result.has(field)) { // not in results of surveys before there were such rules
                answer.set(field, result.path(field));
            }
        }
        answer.set("headcount", result.path("headcount"));
        answer.put("enrolledShare", survey.enrolledShare().text());
        ArrayNode findings = answer.putArray("findings");
        for (JsonNode code : result.path("findings")) {
            Finding finding = Finding.valueOf(code.asText());
            findings.addObject()
                    .put("code", finding.name())
                    .put("message", Messages.text(finding, language, List.of()));
        }
        answer.set("statements", result.path("statements"));
        asked.cut()
                .ifPresent(by ->
                        answer.putObject("cut")
                                .put("by", by)
                                .set("groups", result.path("cuts").path(by)));
        answer.set("indicators", indicators(survey, result, agency, language));
        if (agency) {
            ObjectNode texts = answer.putObject("texts");
            Questionnaire.appendix9().texts().forEach(texts::putNull);
            results.texts(survey, group)
                    .forEach((question, list) -> {
                        ArrayNode shown = texts.putArray(question);
                        list.forEach(shown::add);
                    });
        }
        return answer;
    }

    private static ArrayNode indicators(
            Survey survey, ObjectNode result, boolean agency, Language language) {
        AssessedPeriod period = AssessedPeriod.ofYear(survey.year());
        Map<String, Given<AnswerCounts>> facts = facts(survey, result);
        ArrayNode indicators = Json.object().putArray("indicators");
        for (SurveyIndicator indicator : SurveyIndicator.values()) {
            ObjectNode entry =
                    indicators
                            .addObject()
                            .put("id", indicator.id())
                            .put("symbol", indicator.symbol())
                            .put("maximum", Decimals.plain(indicator.maximum(period)))
                            .put("citation", indicator.citation(period).paragraph());
            ArrayNode missing = entry.putArray("missing");
            switch (indicator.assess(facts, period, AgreementIndex.DEFAULT)) {
                case Outcome.Scored scored -> {
                    entry.put("outcome", "SCORED").put("points", Decimals.plain(scored.points()));
                    entry.put(
                            "working",
                            scored.working()
                                    .line(agency ? Audience.AGENCY : Audience.BODY, language));
                    ObjectNode alternatives = entry.putObject("alternatives");
                    indicator
                            .byEveryMethod(facts, period)
                            .forEach((method, other) -> {
                                if (method != AgreementIndex.DEFAULT) {
                                    alternatives.put(method.id(), Decimals.plain(other.points()));
                                }
                            });
                }
                case Outcome.Incomplete(var names) -> {
                    entry.put("outcome", "INCOMPLETE").putNull("points");
                    names.forEach(missing::add);
                }
                case Outcome.NotCalculable(var cause, var names) -> {
                    entry.put("outcome", "NOT_CALCULABLE").putNull("points");
                    names.forEach(missing::add);
                }
                case Outcome.Manual manual ->
                        throw new IllegalStateException("no survey indicator is entered by hand");
                case Outcome.NotApplicable notApplicable ->
                        throw new IllegalStateException("the survey concerns every kind of body");
            }
        }
        return indicators;
    }

    /// The counts of the scored statements, as far as they are published.
    private static Map<String, Given<AnswerCounts>> facts(Survey survey, ObjectNode result) {
        Map<String, Given<AnswerCounts>> facts = new HashMap<>();
        Provenance source = new Provenance("survey", Map.of("survey", survey.id()));
        result.path("facts")
                .properties()
                .forEach(fact ->
                        facts.put(
                                fact.getKey(),
                                new Given<>(
                                        fact.getKey(),
                                        AnswerCounts.of(
                                                fact.getValue()
                                                        .valueStream()
                                                        .map(JsonNode::asInt)
                                                        .toList()),
                                        source)));
        return facts;
    }
}
