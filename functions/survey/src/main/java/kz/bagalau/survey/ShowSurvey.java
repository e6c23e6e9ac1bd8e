package kz.bagalau.survey;

import static kz.bagalau.lambda.Access.anonymous;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Times;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;

/// `GET /surveys/{survey}`, without login: all that a respondent's page needs, the same for
/// everybody.
public final class ShowSurvey extends HttpFunction {

    private final Surveys surveys;

    public ShowSurvey() {
        this(DynamoSurveys.fromEnvironment());
    }

    ShowSurvey(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/surveys/{survey}", anonymous())
                        .of((_, path) -> surveys.find(path.get("survey")))
                        .answers((_, survey) -> Response.ok(json(survey))));
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
