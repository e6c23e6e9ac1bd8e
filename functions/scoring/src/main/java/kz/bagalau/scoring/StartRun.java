package kz.bagalau.scoring;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.sqs.SqsWork;

/// `POST /runs` and `POST /runs/{run}/release` (agency): starts a run over all bodies of a year,
/// and publishes a final run although bodies are unsettled.
public final class StartRun extends HttpFunction {

    private static final int MAX_BYTES = 50_000;
    private static final int MAX_REASON = 2_000;
    private static final int FIRST_YEAR = 2000;

    private final StartingRuns starting;
    private final Runs runs;
    private final Work work;
    private final Idempotency replies;
    private final Methodologies methodologies;
    private final Clock clock;

    private record Order(int year, Run.Kind kind, Settings settings, Optional<String> release) {}

    public StartRun() {
        this(
                StartingRuns.fromEnvironment(),
                DynamoRuns.fromEnvironment(),
                SqsWork.fromEnvironment(),
                DynamoIdempotency.fromEnvironment(),
                Methodologies.OPERATIONAL,
                Runtime.current().clock());
    }

    StartRun(
            StartingRuns starting,
            Runs runs,
            Work work,
            Idempotency replies,
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
    protected Routes routes() {
        return Routes.of(
                Route.post("/runs", only(Role.AGENCY))
                        .reads(this::order)
                        .keeps(replies)
                        .again((_, _, done) -> sent(done.status(), done.body()))
                        .answers(this::start),
                Route.post("/runs/{run}/release", only(Role.AGENCY))
                        .of((_, path) -> runs.find(path.get("run")))
                        .reads(StartRun::reason)
                        .answers(this::release));
    }

    private Response start(Caller caller, Path path, Order order, Optional<Idempotency.Key> key) {
        List<ListedBody> list = starting.bodies();
        if (list.isEmpty()) {
            return Problem.of(RunProblem.NO_BODIES);
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
                key.map(known -> known.reply(202, reply)))) {
            case Runs.Started() -> sent(202, reply);
            case Runs.Exists(var run) ->
                    throw new IllegalStateException("two runs drew the id " + run.id());
            case Runs.CarriedOut() -> new Response.Retry();
        };
    }

    /// The answer, after the messages are sent that perhaps are not yet.
    private Response sent(int status, String reply) {
        ObjectNode body = (ObjectNode) Json.read(reply);
        starting.send(body.path("id").asText());
        return new Response.Document(status, body);
    }

    private static Input.Result<String> reason(Request request) {
        Input input = request.input(MAX_BYTES);
        String reason = input.text("reason", MAX_REASON);
        return input.finish(() -> reason);
    }

    private Response release(Caller caller, Run run, String reason) {
        if (!runs.release(run.id(), reason, caller)) {
            return Problem.of(RunProblem.NOT_TO_RELEASE);
        }
        work.finish(run.id());
        return Response.accepted(Json.object().put("id", run.id()));
    }

    private Input.Result<Order> order(Request request) {
        Input input = request.input(MAX_BYTES);
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
            if (input.raw("year").asInt()
                    == period.lawOf().getYear()) { // else it is reported already
                input.error("year", FactProblem.NOT_IN_FORCE, period.lawOf().toString());
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
