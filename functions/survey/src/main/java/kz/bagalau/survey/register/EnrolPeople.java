package kz.bagalau.survey.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// Who of a body logs in to take part (the body's own hr): `POST /surveys/{survey}/participants`
/// enters people, `GET …/participants?body=` lists them beside the headcount, `DELETE
/// …/participants/{person}?body=` removes somebody who was given no token yet. Each request can be
/// sent again without a second effect. Nobody is shown who has voted.
public final class EnrolPeople {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_PEOPLE = 1_000;

    public record Order(String body, Set<String> people) {}

    /// A body's part in a survey that is there.
    private record Part(Survey survey, Constituency body) {}

    private final Surveys surveys;
    private final Register register;
    private final Clock clock;

    public EnrolPeople(Surveys surveys, Register register, Clock clock) {
        this.surveys = surveys;
        this.register = register;
        this.clock = clock;
    }

    public static Input.Result<Order> order(Request request) {
        Input input = request.input(MAX_BYTES);
        String body = input.id("body");
        Set<String> people = people(input);
        return input.finish(() -> new Order(body, people));
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

    public Response enrol(Caller caller, Path path, Order order) {
        return part(path, order.body())
                .map(part -> enrol(caller, part, order.people()))
                .orElseGet(Response::notFound);
    }

    private Response enrol(Caller caller, Part part, Set<String> people) {
        Survey survey = part.survey();
        if (isOver(survey)) {
            return Problem.of(SurveyProblem.NOT_OPEN);
        }
        Set<String> elsewhere = register.enrol(survey, part.body(), people, isLate(survey), caller);
        return elsewhere.isEmpty()
                ? Response.ok(standing(part).put("enrolled", people.size()))
                : Problem.of(
                        SurveyProblem.CANNOT_ENROL,
                        elsewhere.stream()
                                .map(person ->
                                        new Problem.Error(
                                                "/people",
                                                SurveyProblem.ENROLLED_ELSEWHERE,
                                                person))
                                .toList());
    }

    public Response list(Caller caller, Path path, String body) {
        return part(path, body).map(this::list).orElseGet(Response::notFound);
    }

    private Response list(Part part) {
        ObjectNode answer = standing(part);
        var people = answer.putArray("people");
        register.enrolled(part.survey(), part.body().body())
                .forEach(enrolled ->
                        people.addObject()
                                .put("person", enrolled.person())
                                .put("afterOpening", enrolled.late()));
        return Response.ok(answer.put("enrolled", people.size()));
    }

    public Response remove(Caller caller, Path path, String body) {
        return part(path, body)
                .filter(_ -> Input.isId(path.get("person")))
                .map(part -> remove(caller, part, path.get("person")))
                .orElseGet(Response::notFound);
    }

    private Response remove(Caller caller, Part part, String person) {
        if (isOver(part.survey())) {
            return Problem.of(SurveyProblem.NOT_OPEN);
        }
        return switch (register.remove(
                part.survey(), part.body(), person, isLate(part.survey()), caller)) {
            case REMOVED -> Response.ok(Json.object().put("removed", 1));
            case REMOVED_BEFORE -> Response.ok(Json.object().put("removed", 0));
            case TOKEN_ISSUED -> Problem.of(SurveyProblem.TOKEN_ISSUED, person);
            case REMOVED_ONCE -> Problem.of(SurveyProblem.REMOVED_ONCE, person);
            case UNKNOWN -> Response.notFound();
        };
    }

    private Optional<Part> part(Path path, String body) {
        return surveys.find(path.get("survey"))
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
