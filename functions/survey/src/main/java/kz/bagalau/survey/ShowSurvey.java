package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Times;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.dynamo.DynamoSurveys;

/// `GET /surveys/{survey}`, without login: all that a respondent's page needs, the same for
/// everybody.
public final class ShowSurvey
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Surveys surveys;

    public ShowSurvey() {
        this(DynamoSurveys.here());
    }

    ShowSurvey(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Optional<Survey> survey = surveys.find(Http.path(event, "survey"));
        return survey.isEmpty()
                ? Http.problem(event, Problem.of(HttpProblem.NOT_FOUND))
                : Http.json(200, json(survey.get()));
    }

    private ObjectNode json(Survey survey) {
        ObjectNode answer =
                Json.object()
                        .put("id", survey.id())
                        .put("year", survey.year())
                        .put("state", survey.state().name())
                        .put("opens", Times.shown(survey.opens()))
                        .put("closes", Times.shown(survey.closes()))
                        .put("minimumGroup", survey.minimumGroup())
                        .put("minimumTexts", survey.minimumTexts())
                        .put("enrolledShare", survey.enrolledShare().text());
        var multi = answer.putArray("multi");
        survey.multi().stream().sorted().forEach(multi::add);
        answer.set("questionnaire", Questionnaire.appendix9().json());
        ObjectNode bodies = answer.putObject("bodies");
        ObjectNode groups = answer.putObject("groups");
        ObjectNode keys = answer.putObject("keys");
        ObjectNode slipKeys = answer.putObject("slipKeys");
        ObjectNode enrolled = answer.putObject("enrolled");
        ObjectNode late = answer.putObject("enrolledAfterOpening");
        ObjectNode headcount = answer.putObject("headcount");
        for (Constituency part : surveys.constituencies(survey)) {
            bodies.set(part.body(), Json.texts(part.name()));
            groups.put(part.body(), part.group());
            keys.set(part.body(), jwk(part.key()));
            part.slipKey().ifPresent(key -> slipKeys.set(part.body(), jwk(key)));
            enrolled.put(part.body(), part.enrolment().people());
            late.put(part.body(), part.enrolment().late());
            headcount.put(part.body(), part.headcount());
        }
        return answer.put("fingerprint", survey.fingerprint());
    }

    private static ObjectNode jwk(PublicKey key) {
        return Json.object()
                .put("kty", "RSA")
                .put("n", key.encoded())
                .put("e", PublicKey.encodedExponent());
    }
}
