package kz.bagalau.survey.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// Slips for those without a login (agency): `POST /surveys/{survey}/codes` makes them and shows
/// them once, `DELETE /surveys/{survey}/codes/{batch}` voids the unused ones. A code is 80 random
/// bits and tied to nobody; only its hash is kept.
public final class PrintSlips {

    private static final int MAX_BYTES = 2 * 1024;
    private static final int MAX_SLIPS = 500;

    /// @param count how many slips
    public record Order(String body, int count) {}

    private final Surveys surveys;
    private final Register register;
    private final Clock clock;

    public PrintSlips(Surveys surveys, Register register, Clock clock) {
        this.surveys = surveys;
        this.register = register;
        this.clock = clock;
    }

    public static Input.Result<Order> order(Request request) {
        Input input = request.input(MAX_BYTES);
        String body = input.id("body");
        int count = input.integer("count", 1, MAX_SLIPS);
        return input.finish(() -> new Order(body, count));
    }

    public Response print(Caller caller, Path path, Order order, Optional<Idempotency.Key> key) {
        Optional<Survey> survey = surveys.find(path.get("survey"));
        Optional<Constituency> body =
                survey.flatMap(found -> surveys.constituency(found, order.body()));
        if (survey.isEmpty() || body.isEmpty()) {
            return Response.notFound();
        }
        if (survey.get().state() != Survey.State.OPEN || survey.get().due(clock.instant())) {
            return Problem.of(SurveyProblem.NOT_OPEN);
        }
        String batch = UUID.randomUUID().toString();
        List<SlipCode> codes = Stream.generate(SlipCode::random).limit(order.count()).toList();
        List<String> hashes = codes.stream().map(SlipCode::hash).toList();
        boolean entered =
                register.print(
                        survey.get(),
                        body.get(),
                        new Register.Batch(batch, hashes),
                        caller,
                        key.map(known -> known.reply(409, batch)));
        if (!entered) {
            return new Response.Retry();
        }
        ObjectNode answer = Json.object().put("batch", batch);
        var list = answer.putArray("codes");
        codes.forEach(code -> list.add(code.text()));
        return Response.created(answer);
    }

    /// The codes were shown once, or the answer was lost: the batch is named so that it can be
    /// voided.
    public Response lost(Caller caller, Path path, Idempotency.Done done) {
        return Problem.of(SurveyProblem.BATCH_LOST, done.body());
    }

    public Response cancel(Caller caller, Path path) {
        return surveys.find(path.get("survey"))
                .flatMap(survey -> register.cancel(survey, path.get("batch"), caller))
                .map(removed -> Response.ok(Json.object().put("voided", removed)))
                .orElseGet(Response::notFound);
    }
}
