package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// Who of a body logs in to take part (the body's own hr): `POST /surveys/{survey}/participants`
/// enters people, `GET …/participants?body=` lists them beside the headcount, `DELETE
/// …/participants/{person}?body=` removes somebody who was given no token yet. Each request can be
/// sent again without a second effect. Nobody is shown who has voted.
final class EnrolPeople {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_PEOPLE = 1_000;

    private record Order(String body, Set<String> people) {}

    /// A body's part in a survey that is there.
    private record Part(Survey survey, Constituency body) {}

    private final Surveys surveys;
    private final Register register;
    private final Clock clock;

    EnrolPeople(Surveys surveys, Register register, Clock clock) {
        this.surveys = surveys;
        this.register = register;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse enrol(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR) || caller.body().isEmpty()) {
            return Http.problem(event, caller.refusal());
        }
        Input input = Input.of(event, MAX_BYTES);
        String body = input.id("body");
        Set<String> people = people(input);
        return switch (input.finish(() -> new Order(body, people))) {
            case Input.Rejected<Order>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Order>(var order) ->
                    caller.has(Role.HR, body)
                            ? enrol(event, caller, order)
                            : Http.problem(event, caller.refusal());
        };
    }

    /// Every entry that is no id is named.
    private static Set<String> people(Input input) {
        Set<String> people = input.texts("people", 1, MAX_PEOPLE, 128);
        for (String person : people) {
            if (!Input.isId(person)) {
                input.error("people", SurveyProblem.NOT_AN_ID, person);
            }
        }
        return new LinkedHashSet<>(people);
    }

    private APIGatewayV2HTTPResponse enrol(
            APIGatewayV2HTTPEvent event, Caller caller, Order order) {
        Optional<Part> part = part(event, order.body());
        if (part.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        Survey survey = part.get().survey();
        if (isOver(survey)) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_OPEN));
        }
        Set<String> elsewhere =
                register.enrol(survey, part.get().body(), order.people(), isLate(survey), caller);
        if (!elsewhere.isEmpty()) {
            return Http.problem(
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
        return Http.json(200, standing(part.get()).put("enrolled", order.people().size()));
    }

    APIGatewayV2HTTPResponse list(APIGatewayV2HTTPEvent event, Caller caller) {
        return ownPart(event, caller)
                .map(part -> {
                    ObjectNode answer = standing(part);
                    var people = answer.putArray("people");
                    register.enrolled(part.survey(), part.body().body())
                            .forEach(enrolled ->
                                    people.addObject()
                                            .put("person", enrolled.person())
                                            .put("afterOpening", enrolled.late()));
                    return Http.json(200, answer.put("enrolled", people.size()));
                })
                .orElseGet(() -> refused(event, caller));
    }

    APIGatewayV2HTTPResponse remove(APIGatewayV2HTTPEvent event, Caller caller) {
        return ownPart(event, caller)
                .map(part -> remove(event, caller, part, Http.path(event, "person")))
                .orElseGet(() -> refused(event, caller));
    }

    private APIGatewayV2HTTPResponse remove(
            APIGatewayV2HTTPEvent event, Caller caller, Part part, String person) {
        if (!Input.isId(person)) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        if (isOver(part.survey())) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_OPEN));
        }
        return switch (register.remove(
                part.survey(), part.body(), person, isLate(part.survey()), caller)) {
            case REMOVED -> Http.json(200, Json.object().put("removed", 1));
            case REMOVED_BEFORE -> Http.json(200, Json.object().put("removed", 0));
            case TOKEN_ISSUED ->
                    Http.problem(event, Problem.of(SurveyProblem.TOKEN_ISSUED, person));
            case REMOVED_ONCE ->
                    Http.problem(event, Problem.of(SurveyProblem.REMOVED_ONCE, person));
            case UNKNOWN -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    /// The part of the body that the request names, or else of the caller's; empty where it is not
    /// the caller's own or there is none.
    private Optional<Part> ownPart(APIGatewayV2HTTPEvent event, Caller caller) {
        return Http.query(event, "body")
                .or(caller::body)
                .filter(body -> caller.has(Role.HR, body))
                .flatMap(body -> part(event, body));
    }

    private static APIGatewayV2HTTPResponse refused(APIGatewayV2HTTPEvent event, Caller caller) {
        boolean own =
                Http.query(event, "body")
                        .or(caller::body)
                        .filter(body -> caller.has(Role.HR, body))
                        .isPresent();
        return Http.problem(event, own ? Problem.of(HttpProblem.NOT_FOUND) : caller.refusal());
    }

    private Optional<Part> part(APIGatewayV2HTTPEvent event, String body) {
        return surveys.find(Http.path(event, "survey"))
                .flatMap(survey ->
                        surveys.constituency(survey, body).map(part -> new Part(survey, part)));
    }

    private ObjectNode standing(Part part) {
        Constituency now = surveys.constituency(part.survey(), part.body().body()).orElseThrow();
        return Json.object()
                .put("body", now.body())
                .put("total", now.enrolment().people())
                .put("afterOpening", now.enrolment().late())
                .put("headcount", now.headcount());
    }

    private boolean isOver(Survey survey) {
        return survey.state() != Survey.State.OPEN || survey.due(clock.instant());
    }

    private boolean isLate(Survey survey) {
        return !clock.instant().isBefore(survey.opens());
    }
}
