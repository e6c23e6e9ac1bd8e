package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.dynamo.DynamoReplies;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.Setting;
import kz.bagalau.rules.operational.Settings;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.sqs.SqsWork;

/// `POST /runs` and `POST /runs/{run}/release` (agency): starts a run over all bodies of a year,
/// and publishes a final run although bodies are unsettled.
public final class StartRun
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int MAX_BYTES = 50_000;
    private static final int MAX_REASON = 2_000;
    private static final int FIRST_YEAR = 2000;

    private final StartingRuns starting;
    private final Runs runs;
    private final Work work;
    private final Replies replies;
    private final Methodologies methodologies;
    private final Clock clock;

    private record Order(int year, Run.Kind kind, Settings settings, Optional<String> release) {}

    public StartRun() {
        this(
                StartingRuns.here(),
                DynamoRuns.here(),
                SqsWork.here(),
                DynamoReplies.here(),
                Methodologies.OPERATIONAL,
                Runtime.current().clock());
    }

    StartRun(
            StartingRuns starting,
            Runs runs,
            Work work,
            Replies replies,
            Methodologies methodologies,
            Clock clock) {
        this.starting = starting;
        this.runs = runs;
        this.work = work;
        this.replies = replies;
        this.methodologies = methodologies;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        return event.getRouteKey().equals("POST /runs")
                ? start(event, caller)
                : release(event, caller);
    }

    private APIGatewayV2HTTPResponse start(APIGatewayV2HTTPEvent event, Caller caller) {
        return switch (order(event)) {
            case Input.Rejected<Order>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Order>(var order) ->
                    switch (replies.find(caller, event)) {
                        case Replies.Known(var status, var body) -> again(status, body);
                        case Replies.Reused() ->
                                Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
                        case Replies.Fresh(var key) -> start(event, caller, order, key);
                    };
        };
    }

    private APIGatewayV2HTTPResponse start(
            APIGatewayV2HTTPEvent event, Caller caller, Order order, Optional<Replies.Key> key) {
        List<ListedBody> list = starting.bodies();
        if (list.isEmpty()) {
            return Http.problem(event, Problem.of(RunProblem.NO_BODIES));
        }
        String id =
                "%d-%s-%s"
                        .formatted(
                                order.year(),
                                order.kind().name().toLowerCase(Locale.ROOT),
                                UUID.randomUUID().toString().substring(0, 8));
        String reply = Json.write(Json.object().put("id", id));
        return switch (starting.freeze(
                id,
                order.year(),
                order.kind(),
                order.settings(),
                order.release(),
                list,
                caller,
                key.map(known -> new Replies.Reply(known, 202, reply)))) {
            case Runs.Started() -> again(202, reply);
            case Runs.Exists(var run) ->
                    throw new IllegalStateException("two runs drew the id " + run.id());
            case Runs.CarriedOut() ->
                    replies.find(caller, event) instanceof Replies.Known(var status, var body)
                            ? again(status, body)
                            : Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
        };
    }

    /// The answer, after the messages are sent that perhaps are not yet.
    private APIGatewayV2HTTPResponse again(int status, String reply) {
        ObjectNode body = (ObjectNode) Json.read(reply);
        starting.send(body.path("id").asText());
        return Http.json(status, body);
    }

    private APIGatewayV2HTTPResponse release(APIGatewayV2HTTPEvent event, Caller caller) {
        String id = Http.path(event, "run");
        if (runs.find(id).isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        Input input = Input.of(event, MAX_BYTES);
        String reason = input.text("reason", MAX_REASON);
        return switch (input.finish(() -> reason)) {
            case Input.Rejected<String>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<String>(var why) -> {
                if (!runs.release(id, why, caller)) {
                    yield Http.problem(event, Problem.of(RunProblem.NOT_TO_RELEASE));
                }
                work.finish(id);
                yield Http.json(202, Json.object().put("id", id));
            }
        };
    }

    private Input.Result<Order> order(APIGatewayV2HTTPEvent event) {
        Input input = Input.of(event, MAX_BYTES);
        int thisYear = Times.day(clock.instant()).getYear();
        int year = input.integer("year", FIRST_YEAR, thisYear);
        Run.Kind kind = input.oneOf("kind", Run.Kind.class, Run.Kind.PRELIMINARY);
        AssessedPeriod period = AssessedPeriod.ofYear(year);
        Settings settings = settings(input, period);
        Optional<String> release =
                input.optionalObject("release").map(given -> given.text("reason", MAX_REASON));
        if (release.isPresent() && kind != Run.Kind.FINAL) {
            input.error("release", FieldProblem.NOT_ALLOWED, kind.name());
        }
        return input.finish(() -> new Order(year, kind, settings, release));
    }

    /// Readings other than the defaults, each with its reason: a score by them has to hold in
    /// court.
    private Settings settings(Input input, AssessedPeriod period) {
        Methodology methodology;
        try {
            methodology = methodologies.of(period);
        } catch (Timeline.NotInForce e) {
            if (input.raw("year").asInt() == period.lawOf().getYear()) { // else it is told already
                input.error("year", ScoringProblem.NOT_IN_FORCE, period.lawOf().toString());
            }
            methodology = methodologies.all().getFirst();
            period =
                    new AssessedPeriod(
                            methodology.citation().inForce(), methodology.citation().inForce());
        }
        Settings settings = SettingsJson.read(input, methodology, period);
        for (Setting<?> setting : Setting.all()) {
            if (!settings.get(setting).equals(setting.byDefault())
                    && settings.reason(setting).isEmpty()) {
                input.error("settings/" + setting.id() + "/reason", ScoringProblem.REASON_NEEDED);
            }
        }
        return settings;
    }
}
