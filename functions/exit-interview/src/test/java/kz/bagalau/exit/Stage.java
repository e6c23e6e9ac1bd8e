package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.NoContext;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.exit.dynamo.DynamoConsents;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Deliver;
import kz.bagalau.facts.FactJson;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.Sandbox;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The functions of exit interviews on a real DynamoDB API, each with the rights that template.yaml
/// gives it, called with events as API Gateway sends them, at a time that the test sets.
public final class Stage implements AutoCloseable {

    /// A Monday in the year that the tests are about.
    static final Instant NOVEMBER = Instant.parse("2025-11-24T05:00:00Z");

    /// After the year's interviews are settled.
    static final Instant FEBRUARY = Instant.parse("2026-02-02T05:00:00Z"); // Monday

    static final Map<String, String> AGENCY = claims("analyst-1", "agency");
    static final Map<String, String> DIGITAL = claims("digital-1", "digital");
    static final Map<String, String> NOBODY = Map.of();

    final Sandbox sandbox = Sandbox.open();
    final List<Sent> outbox = new ArrayList<>();
    final Crash crash = new Crash();
    private volatile Instant now = NOVEMBER;
    private boolean deliveryFails;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(Runtime.ALMATY);
    private final Map<String, Runtime> runtimes = new ConcurrentHashMap<>();
    private final Map<String, Object> made = new ConcurrentHashMap<>();

    /// An invitation that was handed over for delivery.
    record Sent(String person, Deliver channel, String code, LocalText text) {}

    Stage() {
        body("min-digital", Optional.empty());
        body("min-finance", Optional.empty());
        body("akimat-region", Optional.of("astana"));
        body("akimat-city", Optional.of("astana"));
        body("akimat-south", Optional.of("turkistan"));
        body("committee", Optional.empty(), Optional.of("min-digital"));
    }

    static Map<String, String> claims(String subject, String role) {
        return Map.of("sub", subject, "roles", "[bagalau:" + role + "]");
    }

    static Map<String, String> hr(String body) {
        return Map.of("sub", "hr-" + body, "roles", "[bagalau:hr]", "body", body);
    }

    static Map<String, String> territorial(String territory) {
        return Map.of("sub", "unit-1", "roles", "[bagalau:territorial]", "territory", territory);
    }

    private void body(String id, Optional<String> territory) {
        body(id, territory, Optional.empty());
    }

    private void body(String id, Optional<String> territory, Optional<String> parent) {
        StateBody body =
                new StateBody(
                        id,
                        new LocalText(id + " kk", id + " ru", id + " en"),
                        BodyKind.OMO,
                        Optional.empty(),
                        territory,
                        parent,
                        100);
        new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), clock)
                .put(body, Optional.empty(), new Caller("a1", Set.of(), Optional.empty()));
    }

    void at(Instant instant) {
        now = instant;
    }

    void deliveryFails(boolean fails) {
        deliveryFails = fails;
    }

    Call request(String route) {
        return Call.of(route, event -> call(function(route), event), crash);
    }

    /// The function that template.yaml gives a route to.
    private String function(String route) {
        return sandbox.template().functions().values().stream()
                .filter(function -> function.routes().stream().anyMatch(r -> r.key().equals(route)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static ObjectNode leaver(String person) {
        return leaver("min-digital", person);
    }

    static ObjectNode leaver(String body, String person) {
        return Json.object()
                .put("body", body)
                .put("person", person)
                .put("leavingOn", "2025-11-28")
                .put("left", "SERVICE")
                .put("ground", "OWN_WILL")
                .put("medium", "ELECTRONIC")
                .put("deliver", "PRINT");
    }

    static ObjectNode onPaper(ObjectNode leaver) {
        leaver.put("medium", "PAPER").remove("deliver");
        leaver.putObject("failure")
                .put("document", "Act No. 5 of 20 November 2025")
                .put("date", "2025-11-20")
                .put("operator", "NITEC");
        return leaver;
    }

    Answer announce(ObjectNode leaver) {
        return request("POST /exit-interviews")
                .by(hr(leaver.path("body").asText()))
                .body(leaver)
                .send();
    }

    /// Corrects an announcement to what this one says.
    Answer correct(String id, ObjectNode leaver) {
        ObjectNode correction = leaver.deepCopy().put("reason", "The order says otherwise");
        String body = correction.remove("body").asText();
        correction.remove("person");
        return request("PUT /exit-interviews/{id}")
                .by(hr(body))
                .path("id", id)
                .body(correction)
                .send();
    }

    Answer withdraw(String body, String id) {
        return withdraw(body, id, Json.object());
    }

    /// @param version that the caller saw
    Answer withdraw(String body, String id, int version) {
        return withdraw(body, id, Json.object().put("version", version));
    }

    private Answer withdraw(String body, String id, ObjectNode said) {
        return request("POST /exit-interviews/{id}/withdrawal")
                .by(hr(body))
                .path("id", id)
                .body(said.put("reason", "The application was taken back"))
                .send();
    }

    /// Lets the Agency decide on a request to change a settled year.
    Answer decide(String request, String decision, String reason) {
        return request("PUT /exit-consents/{id}")
                .by(AGENCY)
                .path("id", request)
                .body(Json.object().put("decision", decision).put("reason", reason))
                .send();
    }

    /// The request behind an answer, carried out with the Agency's consent.
    Answer consented(Answer asked) {
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        Answer decided = decide(asked.text("id"), "CONSENT", "The order was seen");
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        return decided;
    }

    /// Enters a leaver of a settled year.
    ///
    /// @return the id of the announcement
    String entered(String person) {
        Answer asked = announce(leaver(person).put("reason", "The order came late"));
        return consented(asked).body().path("to").path("id").asText();
    }

    /// The code of a new leaver.
    String invited(String body, String person) {
        Answer answer = announce(leaver(body, person));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("code");
    }

    /// Complete answers with these reasons.
    public static ObjectNode answers(String... reasons) {
        ObjectNode answers = Json.object();
        var list = answers.putArray("q1");
        Stream.of(reasons).forEach(reason -> list.add("exit.q1." + reason));
        return answers.put("q2", "exit.q2.3to5")
                .put("q3", "exit.q3.female")
                .put("q4", "exit.q4.no")
                .put("q5", "exit.q5.no")
                .put("q6", "exit.q6.no")
                .put("q7", "exit.q7.weekly")
                .put("q8", "exit.q8.no")
                .put("q9", "exit.q9.no")
                .put("q10", "exit.q10.yes")
                .put("q11", "exit.q11.yes");
    }

    Call byCode(String code, ObjectNode answers) {
        ObjectNode interview = Json.object().put("code", code);
        interview.set("answers", answers);
        return request("PUT /exit-interviews/by-code").body(interview);
    }

    /// Announces somebody and lets them answer.
    void leaves(String body, String person, String... reasons) {
        assertThat(byCode(invited(body, person), answers(reasons)).send().status()).isEqualTo(201);
    }

    Answer summary(Map<String, String> who, String body, int year) {
        return request("GET /exit-interviews/summary")
                .by(who)
                .query("body", body)
                .query("year", Integer.toString(year))
                .send();
    }

    /// Runs the schedule.
    void tally() {
        @SuppressWarnings("unchecked")
        var tally =
                (RequestHandler<Map<String, Object>, Map<String, Object>>)
                        made("TallyExitInterviews");
        Runtime.with(
                runtime("TallyExitInterviews"),
                () -> tally.handleRequest(Map.of(), new NoContext()));
    }

    boolean tallyDying(int number, Crash.Moment moment) {
        return crash.at(
                        number,
                        moment,
                        () -> {
                            tally();
                            return true;
                        })
                .isPresent();
    }

    /// The standing `exit.*` facts of a body and year, as texts.
    SortedMap<String, String> facts(String body, int year) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (StandingFact fact : standing(body, year)) {
            if (fact.name().startsWith("exit.")) {
                facts.put(fact.name(), FactJson.write(fact.name(), fact.value()).asText());
            }
        }
        return facts;
    }

    List<StandingFact> standing(String body, int year) {
        return List.copyOf(facts().of(body, year).facts().values());
    }

    /// What was said of a fact, the latest first, as texts.
    List<String> history(String body, int year, String fact) {
        return facts().history(body, year, fact).stream()
                .map(past -> past.value().map(JsonNode::asText).orElse("withdrawn"))
                .toList();
    }

    private DynamoFacts facts() {
        String records = sandbox.table("Records");
        return new DynamoFacts(
                sandbox.dynamo(),
                records,
                new DynamoCalendars(new Table(sandbox.dynamo(), records), clock));
    }

    /// Every item of a table: what somebody with the store in their hands reads.
    List<Map<String, AttributeValue>> items(String table) {
        return sandbox
                .dynamo()
                .scanPaginator(request -> request.tableName(sandbox.table(table)))
                .items()
                .stream()
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private Runtime runtime(String function) {
        return runtimes.computeIfAbsent(function, name -> sandbox.runtime(name, clock, crash));
    }

    private Object made(String function) {
        return made.computeIfAbsent(
                function, name -> Runtime.with(runtime(name), () -> maker(name).get()));
    }

    private Supplier<?> maker(String function) {
        return switch (function) {
            case "InviteLeaver" ->
                    () ->
                            new InviteLeaver(
                                    DynamoBodies.fromEnvironment(),
                                    DynamoLeavers.fromEnvironment(),
                                    DynamoConsents.fromEnvironment(),
                                    DynamoInterviews.fromEnvironment(),
                                    this::deliver,
                                    clock);
            case "SubmitExitInterview" -> SubmitExitInterview::new;
            case "SubmitOwnExitInterview" -> SubmitOwnExitInterview::new;
            case "TallyExitInterviews" -> TallyExitInterviews::new;
            case "ExitInterviewSummary" -> ExitInterviewSummary::new;
            default -> throw new IllegalArgumentException("no function " + function);
        };
    }

    private void deliver(Announcement leaver, SlipCode code, LocalText text) {
        if (deliveryFails) {
            throw new IllegalStateException("the queue does not answer");
        }
        outbox.add(new Sent(leaver.person(), leaver.leaving().deliver(), code.text(), text));
    }

    private HttpAnswer call(String function, JsonNode event) {
        return Runtime.with(
                runtime(function), () -> HttpCall.of(made(function), event, new NoContext()));
    }
}
