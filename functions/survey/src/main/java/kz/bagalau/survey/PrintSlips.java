package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.SlipCode;

/// Slips for those without a login (agency): `POST /surveys/{survey}/codes` makes them and shows
/// them once, `DELETE /surveys/{survey}/codes/{batch}` voids the unused ones. A code is 80 random
/// bits and tied to nobody; only its hash is kept.
final class PrintSlips {

    private static final int MAX_BYTES = 2 * 1024;
    private static final int MAX_SLIPS = 500;

    private record Order(String body, int count) {}

    private final Surveys surveys;
    private final Register register;
    private final Replies replies;
    private final Clock clock;

    PrintSlips(Surveys surveys, Register register, Replies replies, Clock clock) {
        this.surveys = surveys;
        this.register = register;
        this.replies = replies;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse print(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        Input input = Input.of(event, MAX_BYTES);
        String body = input.id("body");
        int count = input.integer("count", 1, MAX_SLIPS);
        return switch (input.finish(() -> new Order(body, count))) {
            case Input.Rejected<Order>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Order>(var order) ->
                    switch (replies.find(caller, event)) {
                        case Replies.Known(var status, var batch) -> lost(event, batch);
                        case Replies.Reused() ->
                                Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
                        case Replies.Fresh(var key) -> print(event, caller, order, key);
                    };
        };
    }

    private APIGatewayV2HTTPResponse print(
            APIGatewayV2HTTPEvent event, Caller caller, Order order, Optional<Replies.Key> key) {
        Optional<Survey> survey = surveys.find(Http.path(event, "survey"));
        Optional<Constituency> body =
                survey.flatMap(found -> surveys.constituency(found, order.body()));
        if (survey.isEmpty() || body.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        if (survey.get().state() != Survey.State.OPEN || survey.get().due(clock.instant())) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_OPEN));
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
                        key.map(known -> new Replies.Reply(known, 409, batch)));
        if (!entered) {
            return carriedOut(event, caller);
        }
        ObjectNode answer = Json.object().put("batch", batch);
        var list = answer.putArray("codes");
        codes.forEach(code -> list.add(code.text()));
        return Http.json(201, answer);
    }

    /// Another request under the same key was faster.
    private APIGatewayV2HTTPResponse carriedOut(APIGatewayV2HTTPEvent event, Caller caller) {
        return switch (replies.find(caller, event)) {
            case Replies.Known(var status, var batch) -> lost(event, batch);
            case Replies.Seen other -> Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
        };
    }

    /// The codes were shown once, or the answer was lost: the batch is named so that it can be
    /// voided.
    private static APIGatewayV2HTTPResponse lost(APIGatewayV2HTTPEvent event, String batch) {
        return Http.problem(event, Problem.of(SurveyProblem.BATCH_LOST, batch));
    }

    APIGatewayV2HTTPResponse cancel(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        return surveys.find(Http.path(event, "survey"))
                .flatMap(survey -> register.cancel(survey, Http.path(event, "batch"), caller))
                .map(removed -> Http.json(200, Json.object().put("voided", removed)))
                .orElseGet(() -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND)));
    }
}
