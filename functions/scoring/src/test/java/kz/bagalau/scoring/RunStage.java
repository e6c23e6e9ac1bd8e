package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kz.bagalau.cases.Edition;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Away;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.NoContext;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.facts.CountedHours;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.worktime.MonthTimes;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.rules.worktime.WorkTime;
import kz.bagalau.sandbox.QueueCall;
import kz.bagalau.sandbox.SampleFacts;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.s3.S3Documents;
import org.jspecify.annotations.Nullable;

/// The functions of a run on a real DynamoDB API, each with the rights that template.yaml gives it;
/// queues that deliver as the test wants; every call in a process of its own.
final class RunStage implements AutoCloseable {

    static final Map<String, String> AGENCY = Map.of("sub", "a1", "roles", "[bagalau:agency]");
    static final Map<String, String> DIGITAL = Map.of("sub", "d1", "roles", "[bagalau:digital]");

    final Sandbox sandbox = Sandbox.open();
    final Crash crash = new Crash();
    final Away away = new Away();
    final MemoryQueues queues = new MemoryQueues(crash, away);
    final MemoryDocuments documents = new MemoryDocuments(crash, away);
    private final Map<String, Runtime> runtimes = new ConcurrentHashMap<>();
    private volatile Instant now = Instant.parse("2026-01-20T04:00:00Z"); // Tuesday
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(Runtime.ALMATY);
    private Supplier<Documents> bucket = () -> documents;
    private SortedMap<String, String> code = ScoringCode.digests();
    private ConclusionFile.Writer writer = ConclusionFile::write;
    private Methodologies methodologies = Methodologies.OPERATIONAL;

    static Map<String, String> hr(String body) {
        return Map.of("sub", "hr-" + body, "roles", "[bagalau:hr]", "body", body);
    }

    /// With conclusions of a few bytes, where many bodies are scored and no conclusion is read.
    RunStage withoutConclusions() {
        writer =
                (file, conclusion, language) ->
                        (file + " " + conclusion.run().id() + " " + language)
                                .getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /// With documents in the bucket of template.yaml, where each function has its own rights.
    RunStage inTheBucket() {
        bucket = S3Documents::fromEnvironment;
        return this;
    }

    RunStage by(Methodologies other) {
        methodologies = other;
        return this;
    }

    /// From now on every function is of this code.
    void deploy(SortedMap<String, String> other) {
        code = other;
    }

    void at(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    // ------------------------------------------------------------------------------ what is scored

    void body(String id, BodyKind kind, @Nullable String parent) {
        body(id, id, kind, parent);
    }

    void body(String id, String name, BodyKind kind, @Nullable String parent) {
        StateBody body =
                new StateBody(
                        id,
                        new LocalText(name + " kk", name + " ru", name + " en"),
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(parent),
                        100);
        Caller agency = new Caller("a1", Set.of(), Optional.empty());
        Runtime.with(
                runtime("ManageBodies"),
                () -> {
                    DynamoBodies bodies = DynamoBodies.fromEnvironment();
                    bodies.put(body, bodies.find(body.id()), agency);
                    return body;
                });
    }

    /// A body with every fact of its own. Points by hand are not among them.
    void complete(String id, BodyKind kind, int number) {
        body(id, kind, null);
        publish(id, SampleFacts.of(number).facts());
    }

    /// Published by those that the vocabulary names, in an order of chance.
    void publish(String body, Map<String, FactValue> facts) {
        Map<String, List<Fact>> byOrigin = new HashMap<>();
        facts.forEach((name, value) -> {
            String publisher = Vocabulary.find(name).map(FactType::publisher).orElseThrow();
            String origin = publisher.equals("analyst") ? "report:trial" : publisher;
            byOrigin.computeIfAbsent(origin, key -> new ArrayList<>())
                    .add(new Fact(name, value, Json.object().put("kind", origin)));
        });
        byOrigin.forEach((origin, list) -> {
            Collections.shuffle(list);
            publish(body, origin, list);
        });
    }

    void publish(String body, String origin, List<Fact> facts) {
        Transaction transaction = new Transaction();
        DynamoFacts.add(
                transaction,
                sandbox.table("Records"),
                new Publication(
                        body, 2025, origin, facts, "test", Instant.parse("2026-01-10T04:00:00Z")));
        transaction.write(sandbox.dynamo());
    }

    /// Hours of overtime, counted by the calendar that stands and without any act.
    List<Fact> hours() {
        ObjectNode months = Json.object();
        for (int month = 1; month <= 12; month++) {
            YearMonth each = YearMonth.of(2025, month);
            months.putObject(each.toString())
                    .set(
                            "calendar",
                            CountedHours.by(
                                    each,
                                    new Edition<>(WorkingCalendar.published().year(2025), 0),
                                    MonthTimes.of(each, List.of(), List.of())));
        }
        ObjectNode source = Json.object().put("kind", "report");
        source.set("months", months);
        return List.of(
                new Fact(
                        "hours.overtime_weekday",
                        new FactValue.Amount(BigDecimal.valueOf(480)),
                        source),
                new Fact(
                        "hours.overtime_weekend",
                        new FactValue.Amount(BigDecimal.valueOf(48)),
                        source.deepCopy()));
    }

    /// What the capability of acts of flexible time writes about one of them.
    void act(String body, String from, String to) {
        DynamoWorkTimes times =
                new DynamoWorkTimes(
                        new Table(sandbox.dynamo(), sandbox.table("Records")),
                        Clock.fixed(Instant.parse("2026-01-12T04:00:00Z"), Runtime.ALMATY));
        DynamoWorkTimes.Seen seen = times.see(body);
        Transaction transaction = new Transaction();
        times.add(
                transaction,
                seen,
                seen.withAct(
                        "a1",
                        List.of(
                                new PersonalTimes(
                                        "e1",
                                        LocalDate.parse(from),
                                        LocalDate.parse(to),
                                        new WorkTime(LocalTime.of(11, 0), LocalTime.of(20, 30)),
                                        "7"))));
        assertThat(transaction.write(sandbox.dynamo())).isEmpty();
    }

    /// Something stands among the facts of a body that cannot be read.
    void poison(String body) {
        Item broken = Item.of("facts#" + body + "#2025", "claims#broken").with("facts", "[{");
        sandbox.dynamo()
                .putItem(put -> put.tableName(sandbox.table("Records")).item(broken.attributes()));
    }

    void cure(String body) {
        sandbox.dynamo()
                .deleteItem(delete ->
                        delete.tableName(sandbox.table("Records"))
                                .key(Item.key("facts#" + body + "#2025", "claims#broken")));
    }

    // -------------------------------------------------------------------------------------
    // requests

    Call get(String route) {
        return call("Results", "GET " + route, this::results);
    }

    Call post(String route) {
        return call("StartRun", "POST " + route, this::startRun);
    }

    private Call call(String function, String route, Supplier<?> made) {
        return Call.of(route, Call.to(runtime(function), made), crash).by(AGENCY);
    }

    static ObjectNode order(int year, Run.Kind kind) {
        return Json.object().put("year", year).put("kind", kind.name());
    }

    /// Starts a run and does nothing else of it.
    String start(Run.Kind kind) {
        Answer answer = post("/runs").body(order(2025, kind)).send();
        if (answer.status() != 202) {
            throw new AssertionError(answer);
        }
        return answer.text("id");
    }

    /// Starts a run and works until nothing is left to do.
    String run(Run.Kind kind) {
        String id = start(kind);
        work();
        return id;
    }

    Answer release(String run, String reason) {
        return post("/runs/{run}/release")
                .path("run", run)
                .body(Json.object().put("reason", reason))
                .send();
    }

    Answer show(String run) {
        return get("/runs/{run}").path("run", run).send();
    }

    Run find(String run) {
        return runs().find(run).orElseThrow();
    }

    List<BodyResult> resultsOf(String run) {
        return runs().results(run);
    }

    private Runs runs() {
        return new DynamoRuns(sandbox.dynamo(), sandbox.table("Records"), clock);
    }

    String manifest(String run) {
        return new String(
                documents.find(FinishRun.manifest(run)).orElseThrow(), StandardCharsets.UTF_8);
    }

    // -------------------------------------------------------------------------------------
    // messages

    /// Delivers until nothing is left, each message once unless it fails.
    void work() {
        work(new Random(1), 1);
    }

    /// Delivers until nothing is left, in an order of chance, each message up to `times` times.
    void work(Random random, int times) {
        while (deliverOne(random, times)) {
            // on to the next
        }
    }

    private boolean deliverOne(Random random, int times) {
        for (String function : List.of("ScoreBody", "FailBody", "FinishRun")) {
            var queue = queues.of(function);
            if (!queue.isEmpty()) {
                var message = queue.remove(random.nextInt(queue.size()));
                for (int i = random.nextInt(times); i >= 0; i--) {
                    if (deliver(function, message).isEmpty()) {
                        continue;
                    }
                    comesAgain(function, message);
                    return true;
                }
                return true;
            }
        }
        return false;
    }

    /// What its receiver has not worked off is delivered again, or goes to the dead letters once it
    /// was received as often as template.yaml says.
    void comesAgain(String function, MemoryQueues.Message message) {
        queues.failed(
                function,
                message,
                Objects.requireNonNull(sandbox.template().queue("ScoreBodies").letters())
                        .receives());
    }

    /// Delivers one message to a new process of the function.
    ///
    /// @return its id where it is to be delivered again; otherwise nothing
    List<String> deliver(String function, MemoryQueues.Message message) {
        List<QueueMessage> batch = List.of(new QueueMessage(message.id(), message.body()));
        return within(function, () -> QueueCall.of(made(function), batch, new NoContext()));
    }

    /// Delivers it to a process that dies at its `number`-th request.
    ///
    /// @return whether it lived to its end
    boolean deliverDying(
            String function, MemoryQueues.Message message, int number, Crash.Moment moment) {
        return crash.at(number, moment, () -> deliver(function, message)).isPresent();
    }

    /// Runs the five-minute schedule.
    void sweep() {
        schedule("SweepRuns");
    }

    void schedule(String name) {
        within(
                "SweepRuns",
                () ->
                        new SweepRuns(starting(), DynamoRuns.fromEnvironment(), queues, clock)
                                .handleRequest(Map.of("schedule", name), new NoContext()));
    }

    private QueueFunction made(String function) {
        return switch (function) {
            case "ScoreBody" -> new ScoreBody(scoring(), queues);
            case "FailBody" -> new FailBody(scoring());
            case "FinishRun" ->
                    new FinishRun(DynamoRuns.fromEnvironment(), bucket.get(), methodologies, code);
            default -> throw new IllegalArgumentException(function);
        };
    }

    private ScoringBodies scoring() {
        return new ScoringBodies(
                DynamoRuns.fromEnvironment(),
                DynamoFacts.fromEnvironment(),
                writer,
                bucket.get(),
                queues,
                methodologies,
                code);
    }

    private StartRun startRun() {
        return new StartRun(
                starting(),
                DynamoRuns.fromEnvironment(),
                queues,
                DynamoIdempotency.fromEnvironment(),
                methodologies,
                clock);
    }

    private Results results() {
        return new Results(DynamoRuns.fromEnvironment(), bucket.get(), methodologies);
    }

    private StartingRuns starting() {
        return new StartingRuns(
                DynamoRuns.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                queues,
                methodologies,
                clock);
    }

    private <T> T within(String function, Supplier<T> work) {
        return Runtime.with(runtime(function), work);
    }

    private Runtime runtime(String function) {
        return runtimes.computeIfAbsent(
                function, name -> sandbox.runtime(name, clock, away, crash));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
