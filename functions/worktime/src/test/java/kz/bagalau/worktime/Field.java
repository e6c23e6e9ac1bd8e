package kz.bagalau.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Functions;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoWorktimeRecipients;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.s3.Uploads;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.rules.workmode.WorkSettings;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.act.Schedules;
import kz.bagalau.worktime.desk.Desk;

/// Two bodies of its own, one of the Agency and one of a subdivision, and everybody who monitors
/// them or is monitored.
final class Field {

    static final String TERRITORY = "almaty-region";
    static final LocalDate TODAY = LocalDate.of(2026, 2, 10); // Tuesday

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final int number = NUMBER.incrementAndGet();

    /// A central body, which the Agency monitors.
    final String ministry = "ministry-" + number;

    /// A local one, which the subdivision monitors.
    final String akimat = "akimat-" + number;

    final Caller agency = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());
    final Caller monitor = new Caller("m1", Set.of(Role.MONITOR), Optional.empty());
    final Caller secondMonitor = new Caller("m2", Set.of(Role.MONITOR), Optional.empty());
    final Caller idleMonitor = new Caller("m3", Set.of(Role.MONITOR), Optional.empty());
    final Caller territorial = of(Role.TERRITORIAL, "t1", TERRITORY);
    final Caller territorialMonitor = of(Role.MONITOR, "tm1", TERRITORY);
    final Caller otherTerritorial = of(Role.TERRITORIAL, "t2", "elsewhere");
    final Caller otherMonitor = of(Role.MONITOR, "tm2", "elsewhere");
    final Caller service = new Caller("s1", Set.of(Role.SERVICE), Optional.empty());
    final Caller digital = new Caller("d1", Set.of(Role.DIGITAL), Optional.empty());
    final Caller hr = member("h1", ministry, Role.HR);
    final Caller head = member("first-head", ministry, Role.HEAD);
    final Caller employee = member("e1", ministry, Role.EMPLOYEE);
    final Caller otherHr = member("h9", akimat, Role.HR);

    private final Functions functions;
    WorkSettings settings = WorkSettings.DEFAULTS;
    List<WorkRules> rules =
            List.of(
                    new WorkRules(
                            Optional.empty(),
                            LocalDate.of(2020, 1, 1),
                            Optional.empty(),
                            new DayHours(LocalTime.of(9, 0), LocalTime.of(18, 30)),
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            "№ 1"));
    Instant now = at(TODAY, "21:00");

    /// Of the ministry.
    List<Schedules.Person> people =
            List.of(
                    new Schedules.Person(
                            "e1",
                            "Ахметова Дана Серікқызы",
                            Optional.of(new Title("Заң бөлімі", "Юридический отдел"))),
                    new Schedules.Person("e2", "Әбілов Қанат", Optional.empty()));

    private final Sandbox sandbox;

    Field(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.functions =
                new Functions(sandbox, () -> now)
                        .with(
                                "ManageMonitoring",
                                () ->
                                        new ManageMonitoring(
                                                desk(), DynamoIdempotency.fromEnvironment()))
                        .with(
                                "ManageVisits",
                                () ->
                                        new ManageVisits(
                                                desk(),
                                                schedules(),
                                                Uploads.fromEnvironment("EVIDENCE_BUCKET"),
                                                DynamoIdempotency.fromEnvironment()))
                        .with(
                                "ManageMonitoringResults",
                                () ->
                                        new ManageMonitoringResults(
                                                desk(),
                                                Uploads.fromEnvironment("EVIDENCE_BUCKET"),
                                                DynamoIdempotency.fromEnvironment()));
        body(ministry, StateBody.Category.CENTRAL);
        body(akimat, StateBody.Category.LOCAL_EXEC);
    }

    void body(String id, StateBody.Category category) {
        new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), Clock.systemUTC())
                .put(
                        new StateBody(
                                id,
                                new LocalText(id, id, id),
                                BodyKind.OTHER,
                                Optional.of(category),
                                Optional.of(TERRITORY),
                                Optional.empty(),
                                30),
                        Optional.empty(),
                        agency);
    }

    private static Caller of(Role role, String subject, String territory) {
        return new Caller(subject, Set.of(role), Optional.empty(), Optional.of(territory));
    }

    private static Caller member(String subject, String body, Role role) {
        return new Caller(subject, Set.of(role), Optional.of(body));
    }

    static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ALMATY).toInstant();
    }

    DynamoCases cases() {
        return new DynamoCases(new Table(sandbox.dynamo(), sandbox.table("Records")));
    }

    private Desk desk() {
        return new Desk(
                DynamoCases.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                new Authorities(DynamoWorktimeRecipients.fromEnvironment()),
                () -> settings,
                WorkingCalendar::published,
                Runtime.current().clock());
    }

    /// The body works from 09:00 to 18:30, `e1` by a flexible act from 10:00 to 20:30.
    private Schedules schedules() {
        return new Schedules() {
            @Override
            public PersonalSchedule of(String body, Optional<String> employee) {
                return new PersonalSchedule(
                        WorkingCalendar.published(),
                        rules,
                        _ -> Optional.empty(),
                        List.of(),
                        employee.filter("e1"::equals).isPresent()
                                ? List.of(
                                        new FlexibleTerm(
                                                new Term(
                                                        "№ 7",
                                                        LocalDate.of(2026, 1, 5),
                                                        LocalDate.of(2026, 6, 30)),
                                                new DayHours(
                                                        LocalTime.of(10, 0), LocalTime.of(20, 30))))
                                : List.of(),
                        List.of(),
                        List.of(),
                        _ -> Optional.empty());
            }

            @Override
            public List<Person> people(String body, LocalDate day) {
                return body.equals(ministry) ? people : List.of();
            }

            @Override
            public Optional<String> name(String body, String employee) {
                return Optional.of(employee)
                        .filter(List.of("e1", "e2")::contains)
                        .map(id -> "Person " + id);
            }
        };
    }

    Call call(String method, String path, Caller by) {
        return functions.call(method, path, by);
    }

    Answer get(String path, Caller by) {
        return call("GET", path, by).send();
    }

    Answer post(String path, Caller by, ObjectNode json) {
        return call("POST", path, by).body(json).send();
    }

    Answer put(String path, Caller by, ObjectNode json) {
        return call("PUT", path, by).body(json).send();
    }

    static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }

    static String made(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    Document document(String kind, String id) {
        return cases().find(new Reference(kind, id)).orElseThrow();
    }

    ObjectNode at(String kind, String id) {
        return Json.object().put("version", document(kind, id).version());
    }

    /// What was read of a document, by its audit trail.
    List<String> read(String kind, String id) {
        return cases().trail(new Reference(kind, id)).entries().stream()
                .map(entry -> Json.read(entry.text()))
                .filter(entry -> entry.path("event").asText().equals("read"))
                .map(entry -> entry.findPath("what").asText())
                .toList();
    }

    /// How often something was read of a document, by its audit trail.
    List<String> readings(String kind, String id) {
        return cases().trail(new Reference(kind, id)).entries().stream()
                .map(entry -> Json.read(entry.text()))
                .filter(entry -> entry.path("event").asText().equals("read"))
                .map(entry -> entry.path("by").asText())
                .toList();
    }

    // Signals

    ObjectNode signal(String body) {
        return json(
                "{'source':'SOCIAL_NETWORK','body':'%s','date':'2026-02-09','text':'late light'}"
                        .formatted(body));
    }

    // Plans

    /// A plan of 2026 with one item of a body in each quarter named.
    ObjectNode plan(String body, int... quarters) {
        ObjectNode plan = json("{'from':'2026-01-01'}");
        var items = plan.putArray("items");
        for (int quarter : quarters) {
            items.addObject().put("body", body).put("quarter", "2026-Q" + quarter);
        }
        return plan;
    }

    String drafted(Caller by, String body, int... quarters) {
        return made(post("/visit-plans", by, plan(body, quarters)));
    }

    String approved(Caller by, String body) {
        String plan = drafted(by, body, 1, 2, 3, 4);
        ok(put("/visit-plans/" + plan + "/approve", by, at(Desk.PLAN, plan).put("act", "№ 5")));
        return plan;
    }

    String sent(Caller by, String body) {
        String plan = approved(by, body);
        ok(post("/visit-plans/" + plan + "/send", by, sending(plan, body)));
        return plan;
    }

    ObjectNode sending(String plan, String body) {
        ObjectNode json = at(Desk.PLAN, plan);
        json.putArray("bodies").add(body);
        return json;
    }

    // Visits

    ObjectNode unscheduled(String body, LocalDate date) {
        ObjectNode json =
                json("{'kind':'UNSCHEDULED','body':'%s','date':'%s'}".formatted(body, date));
        return withOfficials(json, "m1", "m2");
    }

    static ObjectNode withOfficials(ObjectNode json, String... subjects) {
        var officials = json.putArray("officials");
        for (String subject : subjects) {
            officials.addObject().put("sub", subject).put("name", "Н").put("card", "77");
        }
        return json;
    }

    ObjectNode planned(String item, String body, LocalDate date) {
        return unscheduled(body, date).put("kind", "PLANNED").put("item", item);
    }

    String registered() {
        return made(post("/visits", monitor, unscheduled(ministry, TODAY)));
    }

    String visitIn(String state) {
        String visit = registered();
        if (state.equals("REGISTERED")) {
            return visit;
        }
        ok(post("/visits/" + visit + "/start", monitor, started(visit)));
        if (state.equals("IN_PROGRESS")) {
            return visit;
        }
        ok(post("/visits/" + visit + "/finish", monitor, finished(visit)));
        return visit;
    }

    ObjectNode started(String visit) {
        return at(Desk.VISIT, visit)
                .put("at", at(TODAY, "19:00").toString())
                .put("cardsShown", true);
    }

    ObjectNode finished(String visit) {
        return at(Desk.VISIT, visit).put("at", at(TODAY, "20:30").toString());
    }

    ObjectNode explanation() {
        return Json.object()
                .put("person", "Дана Ахметова")
                .put("requestedAt", at(TODAY, "19:40").toString());
    }

    // Acts

    /// Somebody observed at a moment of the day.
    ObjectNode act(String who, String time) {
        ObjectNode json =
                Json.object()
                        .put("workplace", "room 305")
                        .put("observedAt", at(TODAY, time).toString());
        return who.startsWith("e") ? json.put("employee", who) : json.put("person", who);
    }

    /// A visit under way with an act on `e2`; the ids of both.
    Act drafted() {
        String visit = visitIn("IN_PROGRESS");
        Answer made = post("/visits/" + visit + "/acts", monitor, act("e2", "19:40"));
        return new Act(visit, made(made), made.text("sha256"));
    }

    record Act(String visit, String id, String sha256) {

        String path() {
            return "/visits/" + visit + "/acts/" + id;
        }

        ObjectNode signature() {
            return Json.object().put("sha256", sha256);
        }
    }

    Act signed() {
        Act act = drafted();
        ok(post(act.path() + "/signatures", monitor, act.signature()));
        ok(post(act.path() + "/signatures", secondMonitor, act.signature()));
        return act;
    }

    // Results

    ObjectNode result(String body, String... visits) {
        ObjectNode json =
                json("{'from':'2026-01-01','to':'2026-03-31','findings':'late light'}")
                        .put("body", body);
        var list = json.putArray("visits");
        for (String visit : visits) {
            list.add(visit);
        }
        return json;
    }

    String resultIn(String state) {
        String visit = visitIn("DONE");
        String result = made(post("/monitoring-results", agency, result(ministry, visit)));
        if (!state.equals("PREPARED")) {
            ok(post("/monitoring-results/" + result + "/send", agency, at(Desk.RESULT, result)));
        }
        return result;
    }

    ObjectNode scan() {
        return Json.object()
                .put("fileName", "letter.pdf")
                .put("bytes", PHOTO.length)
                .put("sha256", Base64.getEncoder().encodeToString(Sha256.of(PHOTO)));
    }

    // Evidence

    static final byte[] PHOTO = "\u00ff\u00d8 a desk".getBytes(StandardCharsets.ISO_8859_1);

    ObjectNode evidence() {
        return Json.object()
                .put("kind", "PHOTO")
                .put("takenAt", at(TODAY, "19:41").toString())
                .put("device", "camera 7")
                .put("fileName", "desk.jpg")
                .put("bytes", PHOTO.length)
                .put("sha256", Base64.getEncoder().encodeToString(Sha256.of(PHOTO)));
    }

    /// Sends a file with the headers that were permitted.
    static int send(JsonNode permit, byte[] content) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(permit.path("url").asText()))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        permit.path("headers")
                .properties()
                .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
        return exchange(request.build()).statusCode();
    }

    static byte[] fetch(String address) {
        return exchange(HttpRequest.newBuilder(URI.create(address)).build()).body();
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everybody who may see nothing of a document about the ministry.
    Stream<Caller> strangers() {
        return Stream.of(otherTerritorial, otherMonitor, territorial, territorialMonitor);
    }
}
