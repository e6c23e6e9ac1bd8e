package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.functions.Invocation;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.people.Tokens;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.Template;
import kz.bagalau.sandbox.Voter;
import kz.bagalau.survey.SubmitBallot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What a ballot costs: figures to read, medians and ratios, nothing that could fail on a busy
/// machine. Run by the profile `bench` only.
final class BallotBenchmark {

    private static final int ROUNDS = 7;
    private static final int BALLOTS = 200;
    private static final int AT_ONCE = 8;
    private static final int SLIPS_AT_ONCE = 500;
    private static final int CALLS = 3_000;
    private static final String SURVEY = "bench";
    private static final String BODY = "bench-body";

    private static final Person AGENCY =
            new Person("bench-agency", List.of("agency"), Optional.empty(), Optional.empty());

    @TempDir private static Path folder;

    private static final PrintStream CONSOLE = System.out;
    private static final Deque<Voter.Token> TOKENS = new ArrayDeque<>();
    private static Host host;
    private static Client client;

    @BeforeAll
    static void openASurveyWithATokenForEveryBallot() {
        // what the functions log would drown the figures
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        host = Host.start(new Settings(0, folder.resolve("data"), true, false), line -> {});
        client = new Client(host.address());
        ObjectNode body =
                Json.object().put("kind", "OMO").put("headcount", ROUNDS * BALLOTS + BALLOTS);
        body.putObject("name").put("kk", "Бенч").put("ru", "Бенч").put("en", "Bench");
        client.send(AGENCY, "PUT", "/bodies/" + BODY, body).expect(200);
        OffsetDateTime now = OffsetDateTime.now(host.realClock());
        ObjectNode order =
                Json.object()
                        .put("id", SURVEY)
                        .put("year", 2025)
                        .put("questionnaire", "appendix-9")
                        .put("opens", now.minusDays(1).toString())
                        .put("closes", now.plusDays(1).toString());
        order.putArray("bodies").add(BODY);
        client.send(AGENCY, "POST", "/surveys", order).expect(201);
        JsonNode key =
                client.send(null, "GET", "/surveys/" + SURVEY, null)
                        .expect(200)
                        .body()
                        .path("slipKeys")
                        .path(BODY);
        inParallel(
                slips((ROUNDS + 1) * BALLOTS + 20),
                code -> {
                    Voter voter = Voter.of(key.path("n").asText(), key.path("e").asText());
                    Voter.Blinding blinding = voter.blind();
                    ObjectNode request =
                            Json.object()
                                    .put("code", code)
                                    .put("blinded", Tokens.encode(blinding.blinded()));
                    String signature =
                            client.send(
                                            null,
                                            "POST",
                                            "/surveys/" + SURVEY + "/code-tokens",
                                            request)
                                    .expect(200)
                                    .body()
                                    .path("signature")
                                    .asText();
                    Voter.Token token =
                            voter.finish(blinding, Base64.getUrlDecoder().decode(signature));
                    synchronized (TOKENS) {
                        TOKENS.add(token);
                    }
                });
    }

    @AfterAll
    static void stop() {
        client.close();
        host.close();
        System.setOut(CONSOLE);
    }

    @Test
    void ballotsThroughTheHostAgainstBarePutsIntoTheSameStore() {
        try (DynamoDbClient dynamo = host.store().connect()) {
            castAll(ballots(BALLOTS)); // both ways are warm before the first round
            Map<String, AttributeValue> item = anyBallot(dynamo);
            putAll(dynamo, item);
            List<Double> through = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<ObjectNode> ballots = ballots(BALLOTS);
                double cast = perSecond(() -> castAll(ballots));
                double put = perSecond(() -> putAll(dynamo, item));
                through.add(cast);
                bare.add(put);
                ratios.add(put / cast);
            }
            CONSOLE.printf(
                    Locale.ROOT,
                    """

                    Ballots through the one-machine host (medians of %d rounds of %d, %d at once)
                      ballots through the host                   %6.0f a second
                      bare conditional puts, the same store      %6.0f a second
                      ratio, median of the rounds'               %6.2f
                    """,
                    ROUNDS,
                    BALLOTS,
                    AT_ONCE,
                    median(through),
                    median(bare),
                    median(ratios));
        }
    }

    @Test
    void writeUnitsOfABallot() {
        try (DynamoDbClient dynamo = host.store().connect()) {
            CONSOLE.printf("%nWrite units of a ballot, as the store reports them%n");
            for (int texts : List.of(0, 1, 2, 5)) {
                ObjectNode ballot = ballots(1).getFirst();
                ObjectNode answers = (ObjectNode) ballot.path("answers");
                List.of("q29.own", "q32.own", "q33", "q34", "q35")
                        .subList(0, texts)
                        .forEach(question -> answers.put(question, "ө".repeat(400)));
                Metered metered = new Metered(dynamo);
                call(new Standing(metered), ballot);
                CONSOLE.printf(
                        "  with %d texts of 400 letters                %6.0f%n",
                        texts, metered.units);
            }
        }
    }

    @Test
    void workOfTheHandlerWithoutTheStore() {
        try (DynamoDbClient dynamo = host.store().connect()) {
            ObjectNode ballot = ballots(1).getFirst();
            Remembering remembering = new Remembering(dynamo);
            Standing standing = new Standing(remembering);
            for (int call = 0; call < CALLS; call++) {
                call(standing, ballot);
            }
            List<Double> micros = new ArrayList<>();
            for (int call = 0; call < CALLS; call++) {
                ObjectNode event = event(ballot);
                long begun = System.nanoTime();
                standing.answer(event);
                micros.add((System.nanoTime() - begun) / 1e3);
            }
            CONSOLE.printf(
                    Locale.ROOT,
                    """

                    SubmitBallot warm, the store left out (%d calls)
                      median                                     %6.0f µs
                      95 of 100 below                            %6.0f µs
                    """,
                    CALLS,
                    median(micros),
                    quantile(micros, 0.95));
        }
    }

    /// The function as the host makes it, on a client of the bench.
    private static final class Standing {

        private final Template.Function function = host.template().function("SubmitBallot");
        private final Runtime runtime;
        private final SubmitBallot handler;

        Standing(DynamoDbClient dynamo) {
            Map<String, String> environment = function.environment();
            runtime =
                    new Runtime() {
                        @Override
                        public String env(String name) {
                            return Optional.ofNullable(environment.get(name)).orElseThrow();
                        }

                        @Override
                        public Clock clock() {
                            return host.realClock();
                        }

                        @Override
                        public DynamoDbClient dynamo() {
                            return dynamo;
                        }

                        @Override
                        public S3Client s3() {
                            throw new AssertionError("a ballot is kept in no bucket");
                        }

                        @Override
                        public S3Presigner presigner() {
                            throw new AssertionError("a ballot is kept in no bucket");
                        }

                        @Override
                        public SqsClient sqs() {
                            throw new AssertionError("a ballot is sent to no queue");
                        }
                    };
            handler = Runtime.with(runtime, SubmitBallot::new);
        }

        int answer(ObjectNode event) {
            return Runtime.with(
                            runtime, () -> HttpCall.of(handler, event, new Invocation(function)))
                    .status();
        }
    }

    private static void call(Standing standing, ObjectNode ballot) {
        int status = standing.answer(event(ballot));
        if (status != 201) {
            throw new IllegalStateException("a ballot was answered " + status);
        }
    }

    private static ObjectNode event(ObjectNode ballot) {
        ObjectNode event =
                Json.object()
                        .put("routeKey", "POST /surveys/{survey}/ballots")
                        .put("rawPath", "/surveys/" + SURVEY + "/ballots")
                        .put("body", ballot.toString())
                        .put("isBase64Encoded", false);
        event.putObject("headers").put("content-type", "application/json");
        event.putObject("pathParameters").put("survey", SURVEY);
        return event;
    }

    /// Asks the store what each write consumed.
    private static final class Metered implements DynamoDbClient {

        private final DynamoDbClient store;
        private double units;

        Metered(DynamoDbClient store) {
            this.store = store;
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return store.getItem(request);
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            PutItemResponse response =
                    store.putItem(
                            request.toBuilder()
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                    .build());
            units += response.consumedCapacity().capacityUnits();
            return response;
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            TransactWriteItemsResponse response =
                    store.transactWriteItems(
                            request.toBuilder()
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                    .build());
            units +=
                    response.consumedCapacity().stream()
                            .mapToDouble(ConsumedCapacity::capacityUnits)
                            .sum();
            return response;
        }

        @Override
        public String serviceName() {
            return store.serviceName();
        }

        @Override
        public void close() {}
    }

    /// Answers a read from memory once it was made, and every write at once.
    private static final class Remembering implements DynamoDbClient {

        private final DynamoDbClient store;
        private final Map<Map<String, AttributeValue>, GetItemResponse> items = new HashMap<>();

        Remembering(DynamoDbClient store) {
            this.store = store;
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return items.computeIfAbsent(request.key(), key -> store.getItem(request));
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            return PutItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return store.serviceName();
        }

        @Override
        public void close() {}
    }

    private static List<String> slips(int count) {
        List<String> codes = new ArrayList<>();
        for (int left = count; left > 0; left -= SLIPS_AT_ONCE) {
            ObjectNode order =
                    Json.object().put("body", BODY).put("count", Math.min(left, SLIPS_AT_ONCE));
            // another batch, so another key than the last one's
            Person analyst =
                    new Person(
                            "bench-agency-" + left,
                            AGENCY.roles(),
                            Optional.empty(),
                            Optional.empty());
            client.send(analyst, "POST", "/surveys/" + SURVEY + "/codes", order)
                    .expect(201)
                    .body()
                    .path("codes")
                    .forEach(code -> codes.add(code.asText()));
        }
        return codes;
    }

    /// Ballots that answer every question, each with a token of its own.
    private static List<ObjectNode> ballots(int count) {
        List<ObjectNode> ballots = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Voter.Token token = TOKENS.remove();
            ObjectNode ballot = Json.object().put("body", BODY);
            ballot.putObject("token")
                    .put("message", Tokens.encode(token.message()))
                    .put("signature", Tokens.encode(token.signature()));
            ObjectNode answers = ballot.putObject("answers");
            for (int question = 1; question <= 32; question++) {
                answers.put("q" + question, 1 + (number + question) % 2);
            }
            ballot.putObject("respondent").put("sex", 1).put("position", 2).put("service", 3);
            ballots.add(ballot);
        }
        return ballots;
    }

    private static void castAll(List<ObjectNode> ballots) {
        inParallel(
                ballots,
                ballot ->
                        client.send(null, "POST", "/surveys/" + SURVEY + "/ballots", ballot)
                                .expect(201));
    }

    private static Map<String, AttributeValue> anyBallot(DynamoDbClient dynamo) {
        return dynamo.scan(scan -> scan.tableName(ballotsTable()).limit(1)).items().getFirst();
    }

    /// The item of a ballot, as often as ballots are cast, each under a key of its own.
    private static void putAll(DynamoDbClient dynamo, Map<String, AttributeValue> item) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int number = 0; number < BALLOTS; number++) {
            Map<String, AttributeValue> own = new HashMap<>(item);
            own.put("sk", AttributeValue.fromS(UUID.randomUUID().toString()));
            items.add(own);
        }
        inParallel(
                items,
                own ->
                        dynamo.putItem(put ->
                                put.tableName(ballotsTable())
                                        .item(own)
                                        .conditionExpression("attribute_not_exists(pk)")));
    }

    private static String ballotsTable() {
        return host.template().table("Ballots").name();
    }

    private static <T> void inParallel(List<T> all, Consumer<T> work) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            all.forEach(one -> running.add(threads.submit(() -> work.accept(one))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static double perSecond(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return BALLOTS * 1e9 / (System.nanoTime() - begun);
    }

    private static double median(List<Double> figures) {
        return quantile(figures, 0.5);
    }

    private static double quantile(List<Double> figures, double share) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
