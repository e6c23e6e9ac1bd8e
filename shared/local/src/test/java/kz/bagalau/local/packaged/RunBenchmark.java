package kz.bagalau.local.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
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
import java.util.LinkedHashMap;
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
import kz.bagalau.facts.Edit;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.BodyKind;
import kz.bagalau.sandbox.Checkout;
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
/// of them. One worker scores them one after another.
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
        try {
            try (Sandbox warm = Sandbox.open()) {
                fill(warm, 20);
                measure(warm, 20);
            }
            Map<Integer, Double> perBody = new LinkedHashMap<>();
            for (String size : SIZES.split(",", -1)) {
                try (Sandbox sandbox = Sandbox.open()) {
                    int bodies = Integer.parseInt(size);
                    fill(sandbox, bodies);
                    perBody.put(bodies, measure(sandbox, bodies));
                }
            }
            double first = perBody.values().iterator().next();
            perBody.forEach((bodies, time) ->
                    say(
                            "%5d bodies: %6.1f ms a body, %.2f of the first",
                            bodies, time, time / first));
        } finally {
            System.setOut(CONSOLE);
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

    /// @return milliseconds of ScoreBody a body
    private static double measure(Sandbox sandbox, int bodies) {
        String run = start(sandbox);
        Counting counting = new Counting();
        Runtime scoring = sandbox.runtime("ScoreBody", CLOCK, counting);
        ScoreBody function = Runtime.with(scoring, ScoreBody::new);
        long nanos = 0;
        int again = 0;
        List<Message> batch = receive(sandbox, "ScoreBodies");
        while (!batch.isEmpty()) {
            SQSEvent event = event(batch);
            long from = System.nanoTime();
            SQSBatchResponse answer =
                    Runtime.with(scoring, () -> function.handleRequest(event, new NoContext()));
            nanos += System.nanoTime() - from;
            Set<String> failed =
                    answer.getBatchItemFailures().stream()
                            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                            .collect(Collectors.toSet());
            Map<Boolean, List<Message>> sorted =
                    batch.stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            message -> failed.contains(message.messageId())));
            delete(sandbox, "ScoreBodies", sorted.getOrDefault(false, List.of()));
            again += failed.size();
            assertThat(again).as("deliveries that failed").isLessThan(5 + bodies / 100);
            batch =
                    failed.isEmpty()
                            ? receive(sandbox, "ScoreBodies")
                            : sorted.getOrDefault(true, List.of());
        }
        double finish = finish(sandbox);
        ObjectNode shown = show(sandbox, run);
        assertThat(shown.path("state").asText()).isEqualTo("DONE");
        assertThat(shown.path("scored").asInt()).isEqualTo(bodies);
        assertThat(shown.path("incomplete").asInt()).isZero();
        assertThat(counting.of("Ballots")).isZero();
        int reads = counting.of("DynamoDb GetItem") + counting.of("DynamoDb Query");
        say(
                "%5d bodies: %.2f reads and %.2f writes of DynamoDB a body, %.2f documents, %d requests"
                        + " to Ballots; %d deliveries again; finished in %.0f ms; %s",
                bodies,
                (double) reads / bodies,
                (double) counting.of("DynamoDb TransactWriteItems") / bodies,
                (double) counting.of("S3 PutObject") / bodies,
                counting.of("Ballots"),
                again,
                finish,
                counting.requests);
        return nanos / 1e6 / bodies;
    }

    private static String start(Sandbox sandbox) {
        Runtime runtime = sandbox.runtime("StartRun", CLOCK);
        StartRun function = Runtime.with(runtime, StartRun::new);
        ObjectNode order = Json.object().put("year", YEAR).put("kind", "FINAL");
        var event = request("POST /runs", "/runs", Map.of());
        event.setBody(order.toString());
        long from = System.nanoTime();
        var answer = Runtime.with(runtime, () -> function.handleRequest(event, new NoContext()));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
        say("       started in %.0f ms", (System.nanoTime() - from) / 1e6);
        return Json.read(answer.getBody()).path("id").asText();
    }

    /// @return milliseconds
    private static double finish(Sandbox sandbox) {
        Runtime runtime = sandbox.runtime("FinishRun", CLOCK);
        RequestHandler<SQSEvent, SQSBatchResponse> function = Runtime.with(runtime, FinishRun::new);
        List<Message> batch = receive(sandbox, "FinishRuns");
        long from = System.nanoTime();
        var answer =
                Runtime.with(runtime, () -> function.handleRequest(event(batch), new NoContext()));
        double finish = (System.nanoTime() - from) / 1e6;
        assertThat(answer.getBatchItemFailures()).isEmpty();
        delete(sandbox, "FinishRuns", batch);
        return finish;
    }

    private static ObjectNode show(Sandbox sandbox, String run) {
        Runtime runtime = sandbox.runtime("Results", CLOCK);
        Results function = Runtime.with(runtime, Results::new);
        var event = request("GET /runs/{run}", "/runs/" + run, Map.of("run", run));
        var answer = Runtime.with(runtime, () -> function.handleRequest(event, new NoContext()));
        return (ObjectNode) Json.read(answer.getBody());
    }

    private static APIGatewayV2HTTPEvent request(
            String route, String path, Map<String, String> parameters) {
        RequestContext context = RequestContext.builder().withRouteKey(route).build();
        context.setAuthorizer(
                RequestContext.Authorizer.builder()
                        .withJwt(
                                RequestContext.Authorizer.JWT
                                        .builder()
                                        .withClaims(Map.of("sub", "a1", "roles", "[agency]"))
                                        .build())
                        .build());
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withRawPath(path)
                .withPathParameters(parameters)
                .withHeaders(Map.of("accept-language", "en"))
                .withRequestContext(context)
                .build();
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

    private static SQSEvent event(List<Message> batch) {
        SQSEvent event = new SQSEvent();
        List<SQSEvent.SQSMessage> records = new ArrayList<>();
        for (Message message : batch) {
            SQSEvent.SQSMessage record = new SQSEvent.SQSMessage();
            record.setMessageId(message.messageId());
            record.setBody(message.body());
            records.add(record);
        }
        event.setRecords(records);
        return event;
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
        DynamoFacts facts = Runtime.with(editing, DynamoFacts::here);
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
