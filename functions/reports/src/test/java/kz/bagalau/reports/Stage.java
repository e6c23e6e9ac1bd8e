package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Away;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.NoContext;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.reports.sqs.SqsIntake;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.sandbox.BucketNotification;
import kz.bagalau.sandbox.BucketServer;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.QueueCall;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/// The functions of this module in a sandbox, each with the rights that template.yaml gives it,
/// called with events as API Gateway and SQS send them, at a time that the test sets.
final class Stage implements AutoCloseable {

    /// Monday, three days before the reports of the year are due.
    static final Instant IN_TIME = Instant.parse("2026-01-12T06:00:00Z");

    static final Caller AGENCY = caller("agency-1", null, Role.AGENCY);
    static final Caller DIGITAL = caller("digital-1", null, Role.DIGITAL);
    static final Caller HR = hr("min-digital");

    private final Map<String, Supplier<?>> functions;

    final Sandbox sandbox = Sandbox.open();
    private volatile Instant now = IN_TIME;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(Runtime.ALMATY);
    private final Map<String, Runtime> runtimes = new ConcurrentHashMap<>();
    private final Map<String, Object> made = new ConcurrentHashMap<>();
    private final Crash crash = new Crash();
    private final Away away = new Away();

    /// With an intake that reads [JsonReading].
    Stage() {
        this(() ->
                new IntakeReport(
                        DynamoReports.fromEnvironment(),
                        DynamoSchedules.fromEnvironment(),
                        DynamoBodies.fromEnvironment(),
                        S3Files.fromEnvironment(),
                        JsonReading::new,
                        SqsIntake.fromEnvironment(),
                        QuarterlyTerms.fromEnvironment(),
                        Runtime.current().clock()));
    }

    private Stage(Supplier<?> intake) {
        functions =
                Map.of(
                        "ManageSchedule", ManageSchedule::new,
                        "RequestUpload", RequestUpload::new,
                        "IntakeReport", intake,
                        "ReviewReport", ReviewReport::new,
                        "SweepUploads", SweepUploads::new);
    }

    /// With the intake that is deployed, which reads workbooks.
    static Stage deployed() {
        return new Stage(IntakeReport::new);
    }

    static Caller caller(String subject, @Nullable String body, Role... roles) {
        return new Caller(subject, Set.copyOf(Arrays.asList(roles)), Optional.ofNullable(body));
    }

    static Caller hr(String body) {
        return caller("hr-" + body, body, Role.HR);
    }

    void at(Instant instant) {
        now = instant;
    }

    /// Noon of a day in Almaty.
    void at(String day) {
        now = Instant.parse(day + "T07:00:00Z");
    }

    Instant now() {
        return now;
    }

    Call request(String function, String route) {
        return Call.of(route, event -> call(function, event), crash);
    }

    void body(String id, BodyKind kind, @Nullable String parent) {
        body(id, kind, parent, null);
    }

    /// @param territory whose subdivision receives its reports on working time
    void body(String id, BodyKind kind, @Nullable String parent, @Nullable String territory) {
        StateBody body =
                new StateBody(
                        id,
                        new LocalText(id + " kk", id + " ru", id + " en"),
                        kind,
                        Optional.empty(),
                        Optional.ofNullable(territory),
                        Optional.ofNullable(parent),
                        61);
        DynamoBodies bodies = new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), clock);
        bodies.put(body, bodies.find(body.id()), AGENCY);
    }

    /// The Agency edits a year of the calendar.
    void calendar(CalendarYear year) {
        calendars().put(year, OptionalLong.empty(), AGENCY);
    }

    /// What the capability of acts of flexible time writes about one of them.
    void act(String id, PersonalTimes... times) {
        DynamoWorkTimes all =
                new DynamoWorkTimes(new Table(sandbox.dynamo(), sandbox.table("Records")), clock);
        DynamoWorkTimes.Seen seen = all.see("min-digital");
        Transaction transaction = new Transaction();
        all.add(transaction, seen, seen.withAct(id, List.of(times)));
        assertThat(transaction.write(sandbox.dynamo())).isEmpty();
    }

    private DynamoCalendars calendars() {
        return new DynamoCalendars(new Table(sandbox.dynamo(), sandbox.table("Records")), clock);
    }

    /// A year's schedule in which everything is due on Thursday 15 January 2026 and passages of a
    /// month on the 10th of the next.
    static ObjectNode schedule() {
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        var items = schedule.putArray("items");
        for (String form :
                List.of("appendix-1", "appendix-2", "appendix-7", "appendix-8", "hr-statistics")) {
            items.addObject().put("form", form).put("period", "2025").put("due", "2026-01-15");
        }
        items.addObject()
                .put("form", "access-events")
                .put("period", "2025-01")
                .put("due", "2025-02-10");
        return schedule;
    }

    Answer put(ObjectNode schedule) {
        return put(2025, schedule);
    }

    Answer put(int year, ObjectNode schedule) {
        return request("ManageSchedule", "PUT /assessment-schedules/{year}")
                .by(AGENCY)
                .path("year", Integer.toString(year))
                .body(schedule)
                .send();
    }

    /// The obligation of this form as its own personnel service sees it.
    JsonNode obligation(String body, String form) {
        return obligations(body, hr(body))
                .body()
                .path("obligations")
                .valueStream()
                .filter(each -> each.path("form").asText().equals(form))
                .findFirst()
                .orElseThrow();
    }

    Answer obligations(String body, Caller who) {
        return obligations(2025, body, who);
    }

    Answer obligations(int year, String body, Caller who) {
        return request("ManageSchedule", "GET /obligations")
                .by(who)
                .query("body", body)
                .query("year", Integer.toString(year))
                .send();
    }

    Call finding(String obligation, Caller who, String kind, String points) {
        return request("ReviewReport", "POST /obligations/{obligation}/findings")
                .by(who)
                .path("obligation", obligation)
                .body(
                        Json.object()
                                .put("kind", kind)
                                .put("points", points)
                                .put("basis", "Act of checking No. 7"));
    }

    /// Asks for an upload as the body's own personnel service; the file may be sent.
    Answer ask(Upload upload) {
        Answer answer = upload.request(this).send();
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    /// Sends a file as a permit says.
    ///
    /// @return the status
    static int put(JsonNode permit, byte[] content) {
        Map<String, String> headers = new HashMap<>();
        permit.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return put(permit.path("url").asText(), headers, content);
    }

    static int put(String url, Map<String, String> headers, byte[] content) {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The whole way of a file: asked for, sent, and told of to the intake.
    ///
    /// @return the report's id
    String send(Upload upload) {
        Answer asked = ask(upload);
        assertThat(put(asked.body().path("upload"), upload.content())).isEqualTo(200);
        assertThat(told(key(asked))).isTrue();
        return asked.text("id");
    }

    Answer show(String report) {
        return request("RequestUpload", "GET /reports/{report}")
                .by(AGENCY)
                .path("report", report)
                .send();
    }

    /// The key under which a permit lets something be stored.
    String key(Answer asked) {
        String path = URI.create(asked.body().path("upload").path("url").asText()).getPath();
        String bucket = "/" + sandbox.bucket("Uploads") + "/";
        assertThat(path).startsWith(bucket);
        return path.substring(bucket.length());
    }

    /// Deletes a file, as the rule of the bucket does.
    void delete(String key) {
        sandbox.s3().deleteObject(request -> request.bucket(sandbox.bucket("Uploads")).key(key));
    }

    /// Tells the intake of a file, as S3 does through the queue.
    ///
    /// @return whether the message is done with; otherwise the queue gives it out again
    boolean told(String key) {
        return told(event(key));
    }

    /// As [#told(String)], to a process that dies at its `number`-th request to a store.
    ///
    /// @return empty where it died
    Optional<Boolean> toldDying(String key, int number, Crash.Moment moment) {
        return crash.at(number, moment, () -> told(key));
    }

    /// As [#told(String)], while from the `first`-th request on no store answers.
    boolean toldWhileAway(String key, int first) {
        return away.from(first, () -> told(key));
    }

    /// Runs the schedule that looks for files nobody was told of.
    void sweep() {
        @SuppressWarnings("unchecked")
        var handler =
                (RequestHandler<Map<String, Object>, Map<String, Object>>) made("SweepUploads");
        Runtime.with(
                runtime("SweepUploads"),
                () -> handler.handleRequest(Map.of("schedule", "SweepUploads"), new NoContext()));
    }

    /// Takes the messages that wait in a queue out of it.
    List<String> taken(String queue) {
        List<String> bodies = new ArrayList<>();
        List<Message> messages;
        do {
            messages =
                    sandbox.sqs()
                            .receiveMessage(receive ->
                                    receive.queueUrl(sandbox.queue(queue)).maxNumberOfMessages(10))
                            .messages();
            for (Message message : messages) {
                bodies.add(message.body());
                sandbox.sqs()
                        .deleteMessage(delete ->
                                delete.queueUrl(sandbox.queue(queue))
                                        .receiptHandle(message.receiptHandle()));
            }
        } while (!messages.isEmpty());
        return bodies;
    }

    boolean told(List<QueueMessage> messages) {
        return Runtime.with(
                        runtime("IntakeReport"),
                        () ->
                                QueueCall.of(
                                        (QueueFunction) made("IntakeReport"),
                                        messages,
                                        new NoContext()))
                .isEmpty();
    }

    List<QueueMessage> event(String... keys) {
        return event(
                Arrays.stream(keys)
                        .map(key ->
                                BucketNotification.of(
                                        new BucketServer.Stored(
                                                "ObjectCreated:Put",
                                                sandbox.bucket("Uploads"),
                                                key,
                                                0,
                                                "etag"),
                                        Clock.systemUTC().instant(),
                                        1))
                        .toList());
    }

    /// Messages whose ids are their bodies.
    static List<QueueMessage> event(List<String> bodies) {
        return bodies.stream().map(body -> new QueueMessage(body, body)).toList();
    }

    /// What scoring will read.
    FactSet facts(String body) {
        return new DynamoFacts(sandbox.dynamo(), sandbox.table("Records"), calendars())
                .of(body, 2025);
    }

    /// Every item of the table of records, in the order of a scan.
    List<Map<String, AttributeValue>> records() {
        return sandbox
                .dynamo()
                .scanPaginator(request -> request.tableName(sandbox.table("Records")))
                .items()
                .stream()
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private Runtime runtime(String function) {
        return runtimes.computeIfAbsent(
                function, name -> sandbox.runtime(name, clock, away, crash));
    }

    private Object made(String function) {
        return made.computeIfAbsent(
                function,
                name -> {
                    Supplier<?> maker = functions.get(name);
                    if (maker == null) {
                        throw new IllegalArgumentException("no function " + name);
                    }
                    return Runtime.with(runtime(name), maker);
                });
    }

    private HttpAnswer call(String function, JsonNode event) {
        Object handler = made(function);
        return Runtime.with(runtime(function), () -> HttpCall.of(handler, event, new NoContext()));
    }
}
