package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.demo.Demo;
import kz.bagalau.local.demo.DemoAppraisals;
import kz.bagalau.local.demo.DemoKpi;
import kz.bagalau.local.demo.DemoStaff;
import kz.bagalau.local.demo.DemoWorktime;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.sandbox.SampleFacts;
import kz.bagalau.sandbox.Template;
import kz.bagalau.sandbox.Voter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A host with three state bodies on data of its own, and what a test has to do before and after
/// what it is about: open a survey, enrol people, make codes, let others vote, close and count. All
/// of it through the public API, but for a look into the whole store.
public final class Trial implements AutoCloseable {

    /// Its ballots are their own group; 61 people.
    public static final String DIGITAL = "min-digital";

    /// The same; 118 people, in the territory [#NORTH].
    public static final String AKIMAT = "akimat-region";

    /// A territorial unit of the Agency.
    public static final String NORTH = "north";

    private static final String PREFIX = "bagalau-";
    private static final Person AGENCY =
            new Person("trial-agency", List.of("agency"), Optional.empty(), Optional.empty());

    /// More than two thirds of either body, who must be enrolled before anything is published.
    private static final int ENROLLED = 80;

    private final Host host;
    private int surveys;
    private final Client client;
    private final DynamoDbClient store;

    private Trial(Host host) {
        this.host = host;
        this.client = new Client(host.address());
        this.store = host.tables().connect();
    }

    public static Trial start(Path data) {
        Trial trial = new Trial(Host.start(new Settings(0, data, true, false), line -> {}));
        ObjectNode digital = Json.object().put("kind", "OMO").put("headcount", 61);
        trial.body(DIGITAL, "Цифрлық даму министрлігі", "Министерство цифрового развития", digital);
        ObjectNode akimat = Json.object().put("kind", "OMO").put("headcount", 118);
        trial.body(
                AKIMAT,
                "Облыс әкімінің аппараты",
                "Аппарат акима области",
                akimat.put("territory", NORTH));
        return trial;
    }

    private void body(String id, String kk, String ru, ObjectNode entry) {
        entry.putObject("name").put("kk", kk).put("ru", ru).put("en", "Body " + id);
        client.send(AGENCY, "PUT", "/bodies/" + id, entry).expect(200);
    }

    public URI address() {
        return host.address();
    }

    /// The KPI cases of the example data, one of each state, with the people of their body.
    public void kpiCases() {
        demoKpi().make();
    }

    /// The body of those cases with its people and its act, before anybody has a plan.
    public void kpiOffice() {
        demoKpi().prepare();
    }

    private DemoKpi demoKpi() {
        ObjectNode entry = Json.object().put("kind", "OTHER").put("headcount", 44);
        body(
                DemoKpi.BODY,
                "Облыс бойынша тексеру комиссиясы",
                "Ревизионная комиссия по области",
                entry.put("territory", NORTH));
        return new DemoKpi(client, line -> {}, Demo.resource(), ZonedDateTime.now(Runtime.ALMATY));
    }

    /// The directory and the appraisals of the example data, of the quarter that ended last.
    ///
    /// @return the quarter, such as `2026-Q3`
    public String appraisals() {
        LocalDate end = Demo.quarterEnd(LocalDate.now(Runtime.ALMATY));
        DemoStaff staff = new DemoStaff(client, end);
        staff.make();
        new DemoAppraisals(client, line -> {}, staff, end).make();
        return "%d-Q%d".formatted(end.getYear(), end.getMonthValue() / 3);
    }

    /// Forms the yearly scores that are due, as their schedule does.
    public void formYearlyScores() {
        client.send(null, "POST", "/local/schedules/FormYearlyScoresDaily", null).expect(200);
    }

    /// The working time and the monitoring of the example data, with the people of their body.
    public void worktime() {
        ObjectNode commission = Json.object().put("kind", "OTHER").put("headcount", 44);
        body(
                DemoKpi.BODY,
                "Облыс бойынша тексеру комиссиясы",
                "Ревизионная комиссия по области",
                commission.put("territory", NORTH).put("category", "REVISION_COMMISSION"));
        ObjectNode akimat = Json.object().put("kind", "OMO").put("headcount", 118);
        body(
                AKIMAT,
                "Облыс әкімінің аппараты",
                "Аппарат акима области",
                akimat.put("territory", NORTH).put("category", "LOCAL_EXEC"));
        new DemoStaff(client, Demo.quarterEnd(LocalDate.now(Runtime.ALMATY))).make();
        new DemoWorktime(
                        client,
                        line -> {},
                        Demo.resource().path("worktime"),
                        ZonedDateTime.now(Runtime.ALMATY))
                .make();
    }

    /// What is answered to somebody of the body or of the territory of the working time.
    public JsonNode worktime(
            String subject, String role, String method, String path, @Nullable ObjectNode body) {
        boolean authority = role.equals("monitor") || role.equals("territorial");
        Person who =
                new Person(
                        subject,
                        List.of(role),
                        authority ? Optional.empty() : Optional.of(AKIMAT),
                        Optional.empty(),
                        authority ? Optional.of(NORTH) : Optional.empty());
        return client.send(who, method, path, body).expect(200, 201).body();
    }

    /// What one of the officials of those cases does, or is shown.
    public JsonNode kpi(String subject, String role, String method, String path, ObjectNode body) {
        Person official =
                new Person(subject, List.of(role), Optional.of(DemoKpi.BODY), Optional.empty());
        return client.send(official, method, path, method.equals("GET") ? null : body)
                .expect(200, 201)
                .body();
    }

    /// Opens a survey of both bodies, open since an hour and for a month.
    public void open(String survey) {
        open(survey, List.of(DIGITAL, AKIMAT));
    }

    public void open(String survey, List<String> bodies) {
        open(survey, bodies, OffsetDateTime.now(ZoneOffset.ofHours(5)).minusHours(1));
    }

    /// Makes a survey that takes ballots from `opens` on, for a month.
    public void open(String survey, List<String> bodies, OffsetDateTime opens) {
        ObjectNode order =
                Json.object()
                        .put("id", survey)
                        .put("year", year(opens))
                        .put("questionnaire", "appendix-9")
                        .put("opens", opens.toString())
                        .put("closes", opens.plusDays(30).toString())
                        .put("minimumGroup", 5)
                        .put("minimumTexts", 10);
        order.putArray("multi");
        order.putArray("pools");
        bodies.forEach(order.putArray("bodies")::add);
        client.send(AGENCY, "POST", "/surveys", order).expect(201);
    }

    /// The first survey is of the year in which it opens, each further one of the next year: in one
    /// year a body stands in one survey.
    private int year(OffsetDateTime opens) {
        return opens.getYear() + surveys++;
    }

    public void enrol(String survey, String body, String... people) {
        ObjectNode list = Json.object().put("body", body);
        ArrayNode names = list.putArray("people");
        List.of(people).forEach(names::add);
        client.send(hr(body), "POST", "/surveys/" + survey + "/participants", list).expect(200);
    }

    public List<String> codes(String survey, String body, int count) {
        ObjectNode order = Json.object().put("body", body).put("count", count);
        List<String> codes = new ArrayList<>();
        client.send(AGENCY, "POST", "/surveys/" + survey + "/codes", order)
                .expect(200, 201)
                .body()
                .path("codes")
                .forEach(code -> codes.add(code.asText()));
        return codes;
    }

    public JsonNode survey(String survey) {
        return client.send(null, "GET", "/surveys/" + survey, null).expect(200).body();
    }

    public String fingerprint(String survey) {
        return survey(survey).path("fingerprint").asText();
    }

    /// The link as it stands in the letter to the people of a survey.
    public String link(String survey) {
        return address() + "/survey.html?id=" + survey + "#fp=" + fingerprint(survey);
    }

    /// The link as it stands on a slip.
    public String link(String survey, String code) {
        return link(survey) + "&code=" + code;
    }

    /// Casts ballots for other people, whose answers go through all options in turn.
    public void othersVote(String survey, String body, int voters) {
        String[] people =
                IntStream.range(0, Math.max(voters, ENROLLED))
                        .mapToObj(number -> "other-" + body + "-" + number)
                        .toArray(String[]::new);
        enrol(survey, body, people);
        JsonNode key = survey(survey).path("keys").path(body);
        for (int number = 0; number < voters; number++) {
            Voter voter = Voter.of(key.path("n").asText(), key.path("e").asText());
            Voter.Blinding blinding = voter.blind();
            JsonNode signed =
                    client.send(
                                    new Person(
                                            people[number],
                                            List.of("employee"),
                                            Optional.of(body),
                                            Optional.empty()),
                                    "POST",
                                    "/surveys/" + survey + "/tokens",
                                    Json.object().put("blinded", base64(blinding.blinded())))
                            .expect(200)
                            .body();
            Voter.Token token =
                    voter.finish(
                            blinding,
                            Base64.getUrlDecoder().decode(signed.path("signature").asText()));
            ObjectNode ballot = Json.object().put("body", body);
            ballot.putObject("token")
                    .put("message", base64(token.message()))
                    .put("signature", base64(token.signature()));
            ObjectNode answers = ballot.putObject("answers");
            for (int question = 1; question <= 26; question++) {
                answers.put("q" + question, 1 + (number + question) % 4);
            }
            ballot.putObject("respondent").put("sex", 1 + number % 2);
            answers.put("q33", "Пікір " + number);
            client.send(null, "POST", "/surveys/" + survey + "/ballots", ballot).expect(201);
        }
    }

    /// Closes by the Agency's button; the tally comes with the schedule, a quarter of an hour on.
    public void closeAndCount(String survey) {
        close(survey);
        count();
    }

    /// Goes on to when everything that is closed is counted.
    public void count() {
        JsonNode now = client.send(null, "GET", "/local/clock", null).expect(200).body();
        goOnTo(OffsetDateTime.parse(now.path("now").asText()).plusMinutes(15));
    }

    /// Goes back to the time that it is.
    public void goOnToday() {
        client.send(null, "DELETE", "/local/clock", null).expect(200);
    }

    /// Moves the clock that the functions see, for good.
    public void goOnTo(OffsetDateTime time) {
        client.send(null, "POST", "/local/clock", Json.object().put("now", time.toString()))
                .expect(200);
    }

    public void close(String survey) {
        client.send(AGENCY, "POST", "/surveys/" + survey + "/close", null).expect(202);
    }

    public JsonNode results(String survey, String body) {
        return client.send(AGENCY, "GET", "/surveys/" + survey + "/results?body=" + body, null)
                .expect(200)
                .body();
    }

    /// A token with the claims of an example event; roles as `POST /local/token` takes them.
    public String token(JsonNode claims) {
        String roles = claims.path("roles").asText().replaceAll("[\\[\\]]|bagalau:", "");
        return client.token(
                new Person(
                        claims.path("sub").asText(),
                        List.of(roles.split(" ", -1)),
                        Optional.ofNullable(claims.path("body").asText(null)),
                        Optional.empty(),
                        Optional.ofNullable(claims.path("territory").asText(null))));
    }

    /// What time the functions see.
    public String clock() {
        return client.send(null, "GET", "/local/clock", null)
                .expect(200)
                .body()
                .path("now")
                .asText();
    }

    /// Where tables, buckets and queues lie.
    public List<URI> stores() {
        return Stream.of(
                        host.services().tables(),
                        host.services().buckets(),
                        host.services().queues())
                .map(store -> Objects.requireNonNull(store.uri(), "the host's own"))
                .toList();
    }

    /// Where files are sent to.
    public URI buckets() {
        return Objects.requireNonNull(host.services().buckets().uri(), "the host's own buckets");
    }

    /// Lets a document be longer than it is, as one of many more pages would be.
    ///
    /// @param folder where the only one of its name lies, at some depth
    public void lengthen(String folder, String name, int bytes) {
        String bucket = Template.ofCheckout(PREFIX, Map.of()).bucket("Documents").name();
        try (S3Client s3 = host.services().buckets().s3()) {
            String document =
                    s3
                            .listObjectsV2(request -> request.bucket(bucket).prefix(folder))
                            .contents()
                            .stream()
                            .map(S3Object::key)
                            .filter(key -> key.endsWith("/" + name))
                            .findFirst()
                            .orElseThrow();
            byte[] standing =
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(document))
                            .asByteArray();
            s3.putObject(
                    request -> request.bucket(bucket).key(document),
                    RequestBody.fromBytes(Arrays.copyOf(standing, standing.length + bytes)));
        }
    }

    /// Makes both bodies owe a report about a year.
    public void owes(String form, int year, LocalDate due) {
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        schedule.putArray("items")
                .addObject()
                .put("form", form)
                .put("period", Integer.toString(year))
                .put("due", due.toString());
        client.send(AGENCY, "PUT", "/assessment-schedules/" + year, schedule).expect(200);
    }

    /// The facts about a body as the Agency reads them.
    public JsonNode facts(String body, int year) {
        return client.send(AGENCY, "GET", "/facts/" + body + "/" + year, null)
                .expect(200)
                .body()
                .path("facts");
    }

    /// Announces somebody who leaves this month, with a slip; returns its code.
    public String leaver(String person) {
        return announce(person, "PRINT").path("code").asText();
    }

    /// The same, with the id of the announcement beside the code.
    public JsonNode leaverBySlip(String person) {
        return announce(person, "PRINT");
    }

    /// Another code for a leaver; the one before is void.
    public String anotherCode(String id) {
        return client.send(hr(DIGITAL), "POST", "/exit-interviews/" + id + "/codes", null)
                .expect(201)
                .body()
                .path("code")
                .asText();
    }

    /// Announces somebody who leaves this month and logs in.
    public void leaverWithLogin(String person) {
        announce(person, "LOGIN");
    }

    private JsonNode announce(String person, String deliver) {
        return announce(
                leaving(DIGITAL, person, OffsetDateTime.now(ZoneOffset.ofHours(5)).toLocalDate())
                        .put("deliver", deliver));
    }

    /// An announcement of somebody who leaves the service of their own will, by a slip.
    public static ObjectNode leaving(String body, String person, LocalDate on) {
        return Json.object()
                .put("body", body)
                .put("person", person)
                .put("leavingOn", on.toString())
                .put("left", "SERVICE")
                .put("ground", "OWN_WILL")
                .put("medium", "ELECTRONIC")
                .put("deliver", "PRINT");
    }

    /// The same on paper.
    public static ObjectNode onPaper(ObjectNode leaving) {
        leaving.put("medium", "PAPER").remove("deliver");
        leaving.putObject("failure")
                .put("document", "№ 17")
                .put("date", leaving.path("leavingOn").asText())
                .put("operator", "NITEC");
        return leaving;
    }

    /// What an announcement of a body's personnel service is answered.
    public JsonNode announce(ObjectNode leaving) {
        return client.send(hr(leaving.path("body").asText()), "POST", "/exit-interviews", leaving)
                .expect(201)
                .body();
    }

    /// What the interview of whoever holds a code is answered: 201 where it is taken.
    public int answer(String code) {
        ObjectNode interview = Json.object().put("code", code);
        ObjectNode answers = interview.putObject("answers");
        answers.putArray("q1").add("exit.q1.pay.low");
        answers.put("q2", "exit.q2.lt1").put("q3", "exit.q3.male").put("q7", "exit.q7.weekly");
        for (String question : List.of("q4", "q5", "q6", "q8", "q9", "q10", "q11")) {
            answers.put(question, "exit." + question + ".no");
        }
        return client.send(null, "PUT", "/exit-interviews/by-code", interview).status();
    }

    /// Counts the exit interviews, as their schedule does.
    public void tallyExitInterviews() {
        client.send(null, "POST", "/local/schedules/TallyExitInterviews", null).expect(200);
    }

    /// The exit interviews that were taken.
    public List<Map<String, AttributeValue>> interviews() {
        return items("ExitInterviews").stream()
                .filter(item -> item.containsKey("answers"))
                .toList();
    }

    /// Lets an origin claim facts about a body, as the capability behind it would.
    public void publish(String body, int year, String origin, Map<String, FactValue> values) {
        List<Fact> facts =
                values.entrySet().stream()
                        .map(fact ->
                                new Fact(
                                        fact.getKey(),
                                        fact.getValue(),
                                        Json.object().put("kind", origin).put("year", year)))
                        .toList();
        Transaction transaction = new Transaction();
        DynamoFacts.add(
                transaction,
                Template.ofCheckout(PREFIX, Map.of()).table("Records").name(),
                new Publication(body, year, origin, facts, "trial", Instant.now()));
        transaction.write(store);
    }

    /// Starts a preliminary run over a year; returns its id.
    public String run(int year) {
        ObjectNode order = Json.object().put("year", year).put("kind", "PRELIMINARY");
        return client.make(AGENCY, "/runs", order).expect(202).body().path("id").asText();
    }

    /// Everything that the methodology asks about a body, made up.
    public void fill(String body, int year, int number) {
        SampleFacts made = SampleFacts.of(number);
        publish(body, year, "survey", made.facts());
        for (String role : List.of("agency", "digital")) {
            ObjectNode entry = Json.object();
            ObjectNode manual = entry.putObject("manual");
            made.manual()
                    .forEach((id, points) -> {
                        if (id.startsWith(role.equals("agency") ? "pm." : "it.")) {
                            manual.putObject(id)
                                    .put("points", points.points().toPlainString())
                                    .put("basis", points.basis())
                                    .put("document", "up-7");
                        }
                    });
            enter(role, body, year, entry);
        }
    }

    /// What an analyst enters about a body, `{"facts":{…},"basis"}` and the like.
    public void enter(String role, String body, int year, JsonNode entry) {
        Person analyst =
                new Person("trial-" + role, List.of(role), Optional.empty(), Optional.empty());
        client.send(analyst, "PUT", "/facts/" + body + "/" + year, entry).expect(200);
    }

    /// Every item of a table, as somebody reads them who holds the whole store.
    public List<Map<String, AttributeValue>> items(String table) {
        String name = Template.ofCheckout(PREFIX, Map.of()).table(table).name();
        return store.scanPaginator(scan -> scan.tableName(name)).items().stream().toList();
    }

    /// The ballots of one survey, without their texts.
    public List<Map<String, AttributeValue>> ballots(String survey) {
        return items("Ballots").stream()
                .filter(item -> attribute(item, "pk").s().startsWith(survey + "#"))
                .filter(item -> item.containsKey("answers"))
                .toList();
    }

    public static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    private static Person hr(String body) {
        return new Person("trial-hr", List.of("hr"), Optional.of(body), Optional.empty());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        store.close();
        client.close();
        host.close();
    }
}
