package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// `POST /surveys/{survey}/participants` (the body's own hr): who of the body logs in to take part.
/// Sending a list again, or one that overlaps, enters nobody twice.
final class EnrolPeople {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_PEOPLE = 1_000;

    private record List(String body, Set<String> people) {}

    private final Surveys surveys;
    private final Register register;
    private final Clock clock;

    EnrolPeople(Surveys surveys, Register register, Clock clock) {
        this.surveys = surveys;
        this.register = register;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR) || caller.body().isEmpty()) {
            return Http.problem(event, caller.refusal());
        }
        Input input = Input.of(event, MAX_BYTES);
        String body = input.id("body");
        Set<String> people = input.texts("people", 1, MAX_PEOPLE, 128);
        return switch (input.finish(() -> new List(body, people))) {
            case Input.Rejected<List>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<List>(var list) ->
                    caller.has(Role.HR, body)
                            ? enrol(event, caller, list)
                            : Http.problem(event, caller.refusal());
        };
    }

    private APIGatewayV2HTTPResponse enrol(APIGatewayV2HTTPEvent event, Caller caller, List list) {
        Optional<Survey> survey = surveys.find(Http.path(event, "survey"));
        Optional<Constituency> body =
                survey.flatMap(found -> surveys.constituency(found, list.body()));
        if (survey.isEmpty() || body.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        if (survey.get().state() != Survey.State.OPEN || survey.get().due(clock.instant())) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_OPEN));
        }
        Set<String> elsewhere = register.enrol(survey.get(), body.get(), list.people(), caller);
        return elsewhere.isEmpty()
                ? Http.json(200, Json.object().put("enrolled", list.people().size()))
                : Http.problem(
                        event,
                        Problem.of(
                                SurveyProblem.CANNOT_ENROL,
                                elsewhere.stream()
                                        .map(person ->
                                                new Problem.Error(
                                                        "/people",
                                                        SurveyProblem.ENROLLED_ELSEWHERE,
                                                        person))
                                        .toList()));
    }
}
