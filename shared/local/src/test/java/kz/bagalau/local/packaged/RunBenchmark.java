package kz.bagalau.local.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.contract.NoContext;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.facts.Edit;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.QueueCall;
import kz.bagalau.sandbox.SampleFacts;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.sandbox.Template;
import kz.bagalau.scoring.FinishRun;
import kz.bagalau.scoring.Results;
import kz.bagalau.scoring.ScoreBody;
import kz.bagalau.scoring.StartRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.sqs.model.Message;

/// What a run over all bodies of a country costs: the time of one body as there are more of them,
/// the requests it makes, and the memory of the function that scores. Budget: time linear in
/// bodies, independent of ballots; facts read once (design, "Budgets").
///
/// Bodies are made up, with every fact (`SampleFacts`); `bagalau.bench.bodies` names other numbers
/// of them. One worker scores them one after another, and as many of a small run beside a large one
/// as it takes to compare them.
final class RunBenchmark {

    private static final String SIZES = System.getProperty("bagalau.bench.bodies", "100,500,2000");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-20T04:00:00Z"), ZoneId.of("Asia/Almaty"));
    private static final PrintStream CONSOLE = System.out;
    private static final int YEAR = 2025;
    private static final int BATCH = 5;

    @TempDir private static Path directory;

    /// Requests by service, operation and table.
    private static final class Counting implements ExecutionInterceptor {

        private final Map<String, Integer> requests = new TreeMap<>();

        @Override
        public synchronized void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            String operation =
                    attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                            + " "
                            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            requests.merge(operation, 1, Integer::sum);
            if (context.request().toString().contains("Ballots")) {
                requests.merge("Ballots", 1, Integer::sum);
            }
        }

        int of(String operation) {
            return requests.getOrDefault(operation, 0);
        }
    }

    @Test
    void theTimeOfABodyStaysTheSame_howeverManyThereAre() {
        // what the functions log would drown the figures
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        List<Integer> sizes =
                Stream.of(SIZES.split(",", -1)).map(Integer::valueOf).sorted().toList();
        try (Runs few = new Runs(sizes.getFirst())) {
            few.score(); // warms up
            few.start();
            few.score();
            say("%s", few.told());
            for (int bodies : sizes.subList(1, sizes.size())) {
                try (Runs many = new Runs(bodies)) {
                    sideBySide(many, few);
                    say("%s", many.told());
                }
            }
        } finally {
            System.setOut(CONSOLE);
        }
    }

    /// Scores the many, and meanwhile the few again and again, a batch of theirs after every
    /// fourth, so that what else the machine does slows both.
    private static void sideBySide(Runs many, Runs few) {
        few.start();
        few.forget();
        boolean more = true;
        for (int batch = 1; more; batch++) {
            more = many.scoreBatch();
            if (batch % 4 == 0 && !few.scoreBatch()) {
                few.start();
            }
        }
        say(
                "%5d bodies: %.1f ms a body; of %d bodies, meanwhile: %.1f ms; ratio %.2f,"
                        + " in the last quarter %.2f",
                many.bodies,
                many.time(0),
                few.bodies,
                few.time(0),
                many.time(0) / few.time(0),
                many.time(0.75) / few.time(0.75));
        few.score();
    }

    /// Runs over so many bodies, one after the other, and what scoring them costs.
    private static final class Runs implements AutoCloseable {

        private final Sandbox sandbox = Sandbox.open();
        private final Counting counting = new Counting();
        private final Runtime scoring = sandbox.runtime("ScoreBody", CLOCK, counting);
        private final ScoreBody function = Runtime.with(scoring, ScoreBody::new);
        private final List<Double> times = new ArrayList<>();
        private final int bodies;
        private String run;
        private List<Message> batch = List.of();
        private int again;
        private double finish;

        /// Makes them, and starts the first run.
        Runs(int bodies) {
            this.bodies = bodies;
            fill(sandbox, bodies);
            run = RunBenchmark.start(sandbox);
        }

        /// Starts the next run.
        void start() {
            run = RunBenchmark.start(sandbox);
        }

        void forget() {
            times.clear();
        }

        /// Scores all that is left of the run, and finishes it.
        void score() {
            while (scoreBatch()) {
                // on to the next
            }
        }

        /// Scores the next five at most, and finishes the run with the last.
        ///
        /// @return whether more are left
        boolean scoreBatch() {
            if (batch.isEmpty()) {
                batch = receive(sandbox, "ScoreBodies");
            }
            List<QueueMessage> messages = messages(batch);
            long from = System.nanoTime();
            Set<String> failed =
                    Set.copyOf(
                            Runtime.with(
                                    scoring,
                                    () -> QueueCall.of(function, messages, new NoContext())));
            times.add((System.nanoTime() - from) / 1e6 / batch.size());
            Map<Boolean, List<Message>> sorted =
                    batch.stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            message -> failed.contains(message.messageId())));
            delete(sandbox, "ScoreBodies", sorted.getOrDefault(false, List.of()));
            again += failed.size();
            assertThat(again).as("deliveries that failed").isLessThan(5 + bodies / 100);
            batch = sorted.getOrDefault(true, List.of());
            if (batch.isEmpty()) {
                batch = receive(sandbox, "ScoreBodies");
            }
            if (!batch.isEmpty()) {
                return true;
            }
            finish = finish(sandbox);
            ObjectNode shown = show(sandbox, run);
            assertThat(shown.path("state").asText()).isEqualTo("DONE");
            assertThat(shown.path("scored").asInt()).isEqualTo(bodies);
            assertThat(shown.path("incomplete").asInt()).isZero();
            assertThat(counting.of("Ballots")).isZero();
            return false;
        }

        /// The median of the batches behind this share of them, in milliseconds a body.
        double time(double behind) {
            double[] sorted =
                    times.stream()
                            .skip((long) (times.size() * behind))
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray();
            return sorted[sorted.length / 2];
        }

        String told() {
            double scored = counting.of("DynamoDb TransactWriteItems");
            int reads = counting.of("DynamoDb GetItem") + counting.of("DynamoDb Query");
            return String.format(
                    Locale.ROOT,
                    "%5d bodies: %.2f reads of DynamoDB and %.2f documents a body and transaction,"
                            + " %d requests to Ballots; %d deliveries again; finished in %.0f ms; %s",
                    bodies,
                    reads / scored,
                    counting.of("S3 PutObject") / scored,
                    counting.of("Ballots"),
                    again,
                    finish,
                    counting.requests);
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /// With the heap of a function of 512 MB, in AWS's runtime client.
    @Test
    void scoringFitsItsMemory() throws IOException, InterruptedException {
        Path unpacked = Files.createDirectory(directory.resolve("scoring"));
        PackagedFunction.unpack(
                Checkout.root().resolve("functions/scoring/target/scoring.zip"), unpacked);
        try (Sandbox sandbox = Sandbox.open()) {
            fill(sandbox, 100);
            String run = start(sandbox);
            Template.Function function = sandbox.template().function("ScoreBody");
            Map<String, String> environment = new HashMap<>(function.environment());
            environment.put("AWS_ENDPOINT_URL_DYNAMODB", sandbox.address().toString());
            environment.put("AWS_ENDPOINT_URL_S3", sandbox.addressOfBuckets().toString());
            environment.put("AWS_ENDPOINT_URL_SQS", sandbox.addressOfQueues().toString());
            // The buckets of a sandbox know one caller only.
            environment.put("AWS_ACCESS_KEY_ID", "local");
            environment.put("AWS_SECRET_ACCESS_KEY", "local");
            try (PackagedFunction started =
                    PackagedFunction.start(
                            new PackagedFunction.Start(
                                    unpacked,
                                    List.of(),
                                    function.handler(),
                                    environment,
                                    function.timeout(),
                                    List.of("-Xmx" + function.memory() * 3 / 4 + "m")))) {
                List<Message> batch = receive(sandbox, "ScoreBodies");
                while (!batch.isEmpty()) {
                    assertThat(started.invoke(lambdaEvent(batch)))
                            .as(started::output)
                            .isInstanceOfSatisfying(
                                    RuntimeApi.Answered.class,
                                    answer ->
                                            assertThat(
                                                            Json.read(answer.body())
                                                                    .path("batchItemFailures"))
                                                    .as(started::output)
                                                    .isEmpty());
                    delete(sandbox, "ScoreBodies", batch);
                    batch = receive(sandbox, "ScoreBodies");
                }
                say(
                        "100 bodies in a ScoreBody of %d MB: heap at most %d MB, %s at its peak",
                        function.memory(), function.memory() * 3 / 4, peak());
            }
            assertThat(show(sandbox, run).path("waiting").asInt()).isZero();
        }
    }

    private static String start(Sandbox sandbox) {
        Runtime runtime = sandbox.runtime("StartRun", CLOCK);
        StartRun function = Runtime.with(runtime, StartRun::new);
        ObjectNode order = Json.object().put("year", YEAR).put("kind", "FINAL");
        var event = request("POST /runs", "/runs", Map.of());
        event.put("body", order.toString());
        long from = System.nanoTime();
        var answer = Runtime.with(runtime, () -> HttpCall.of(function, event, new NoContext()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        say("       started in %.0f ms", (System.nanoTime() - from) / 1e6);
        return Json.read(answer.body()).path("id").asText();
    }

    /// @return milliseconds
    private static double finish(Sandbox sandbox) {
        Runtime runtime = sandbox.runtime("FinishRun", CLOCK);
        FinishRun function = Runtime.with(runtime, FinishRun::new);
        List<Message> batch = receive(sandbox, "FinishRuns");
        long from = System.nanoTime();
        var left =
                Runtime.with(
                        runtime, () -> QueueCall.of(function, messages(batch), new NoContext()));
        double finish = (System.nanoTime() - from) / 1e6;
        assertThat(left).isEmpty();
        delete(sandbox, "FinishRuns", batch);
        return finish;
    }

    private static ObjectNode show(Sandbox sandbox, String run) {
        Runtime runtime = sandbox.runtime("Results", CLOCK);
        Results function = Runtime.with(runtime, Results::new);
        var event = request("GET /runs/{run}", "/runs/" + run, Map.of("run", run));
        var answer = Runtime.with(runtime, () -> HttpCall.of(function, event, new NoContext()));
        return (ObjectNode) Json.read(answer.body());
    }

    private static ObjectNode request(String route, String path, Map<String, String> parameters) {
        ObjectNode event = Json.object().put("routeKey", route).put("rawPath", path);
        ObjectNode named = event.putObject("pathParameters");
        parameters.forEach(named::put);
        event.putObject("headers").put("accept-language", "en");
        event.putObject("requestContext")
                .put("routeKey", route)
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", "a1")
                .put("roles", "[bagalau:agency]");
        return event;
    }

    // --------------------------------------------------------------------------------------
    // messages

    private static List<Message> receive(Sandbox sandbox, String queue) {
        return sandbox.sqs()
                .receiveMessage(request ->
                        request.queueUrl(sandbox.queue(queue))
                                .maxNumberOfMessages(BATCH)
                                .waitTimeSeconds(1))
                .messages();
    }

    private static void delete(Sandbox sandbox, String queue, List<Message> batch) {
        batch.forEach(message ->
                sandbox.sqs()
                        .deleteMessage(request ->
                                request.queueUrl(sandbox.queue(queue))
                                        .receiptHandle(message.receiptHandle())));
    }

    private static List<QueueMessage> messages(List<Message> batch) {
        return batch.stream()
                .map(message -> new QueueMessage(message.messageId(), message.body()))
                .toList();
    }

    private static String lambdaEvent(List<Message> batch) {
        ObjectNode event = Json.object();
        var records = event.putArray("Records");
        for (Message message : batch) {
            records.addObject()
                    .put("messageId", message.messageId())
                    .put("body", message.body())
                    .put("eventSource", "aws:sqs");
        }
        return event.toString();
    }

    // ----------------------------------------------------------------------------------------
    // bodies

    private static void fill(Sandbox sandbox, int bodies) {
        DynamoBodies directory =
                new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), CLOCK);
        Caller agency = new Caller("a1", Set.of(), Optional.empty());
        Runtime editing = sandbox.runtime("EditFacts", CLOCK);
        DynamoFacts facts = Runtime.with(editing, DynamoFacts::fromEnvironment);
        Map<String, Edit> edits = new TreeMap<>();
        for (int number = 0; number < bodies; number++) {
            String id = "body-" + number;
            directory.put(
                    new StateBody(
                            id,
                            new LocalText("Орган " + number, "Орган " + number, "Body " + number),
                            number % 4 == 0 ? BodyKind.ZHAO : BodyKind.OMO,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            100),
                    Optional.empty(),
                    agency);
            SampleFacts sample = SampleFacts.of(number);
            Transaction transaction = new Transaction();
            DynamoFacts.add(transaction, sandbox.table("Records"), publication(id, sample));
            transaction.write(sandbox.dynamo());
            edits.put(
                    id,
                    new Edit(
                            1,
                            new TreeMap<>(),
                            sample.manual(),
                            new TreeSet<>(),
                            "made up",
                            Optional.empty(),
                            new Stamp("a1", CLOCK.instant())));
            if (edits.size() == 90 || number == bodies - 1) {
                assertThat(facts.add(YEAR, edits)).isTrue();
                edits.clear();
            }
        }
    }

    private static Publication publication(String body, SampleFacts sample) {
        List<Fact> facts = new ArrayList<>();
        sample.facts()
                .forEach((name, value) ->
                        facts.add(new Fact(name, value, Json.object().put("kind", "trial"))));
        return new Publication(
                body, YEAR, "report:trial", facts, "bench", Instant.parse("2026-01-10T04:00:00Z"));
    }

    /// The most memory that the process of this function has had, where the system tells it.
    private static String peak() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(
                            child -> child.info().commandLine().orElse("").contains("ScoreBody"))
                    .map(child -> Path.of("/proc/" + child.pid() + "/status"))
                    .filter(Files::isReadable)
                    .flatMap(RunBenchmark::lines)
                    .filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("memory unknown");
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static void say(String format, Object... values) {
        CONSOLE.println(String.format(Locale.ROOT, format, values));
    }
}
