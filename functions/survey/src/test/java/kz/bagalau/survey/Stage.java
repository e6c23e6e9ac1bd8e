package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.NoContext;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.sandbox.Voter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The survey's functions on a real DynamoDB API, each with the rights that template.yaml gives it,
/// called with events as API Gateway sends them, at a time that the test sets.
final class Stage implements AutoCloseable {

    static final Instant OPENS = Instant.parse("2025-11-03T04:00:00Z"); // Monday
    static final Instant CLOSES = Instant.parse("2025-11-14T13:00:00Z"); // Friday
    static final Caller AGENCY = caller("agency-1", null, Role.AGENCY);

    private static final Map<String, Supplier<?>> FUNCTIONS =
            Map.of(
                    "ManageSurveys", () -> new ManageSurveys(KeyRing::next),
                    "ShowSurvey", ShowSurvey::new,
                    "IssueToken", IssueToken::new,
                    "IssueTokenByCode", IssueTokenByCode::new,
                    "SubmitBallot", SubmitBallot::new,
                    "CloseDueSurveys", CloseDueSurveys::new,
                    "TallySurvey", TallySurvey::new,
                    "SurveyResults", SurveyResults::new);

    final Sandbox sandbox = Sandbox.open();
    private volatile Instant now = OPENS.plus(Duration.ofHours(1));
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(Runtime.ALMATY);
    private final Map<String, Runtime> runtimes = new ConcurrentHashMap<>();
    private final Map<String, Object> made = new ConcurrentHashMap<>();
    private final Map<String, Voter> voters = new ConcurrentHashMap<>();
    private final Crash crash = new Crash();

    /// A voter between two steps: what the browser commits before it asks for a signature.
    record Paper(String body, Voter voter, Voter.Blinding blinding) {

        ObjectNode request() {
            return Json.object().put("blinded", base64(blinding.blinded()));
        }

        Voter.Token token(Answer issued) {
            return voter.finish(blinding, bytes(issued.text("signature")));
        }
    }

    static Caller caller(String subject, @Nullable String body, Role... roles) {
        return new Caller(subject, Set.copyOf(Arrays.asList(roles)), Optional.ofNullable(body));
    }

    static Caller hr(String body) {
        return caller("hr-" + body, body, Role.HR);
    }

    static Caller employee(String subject) {
        return caller(subject, null, Role.EMPLOYEE);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    /// Every item of a table, in the order of a scan: what somebody with the store in their hands
    /// reads.
    List<Map<String, AttributeValue>> items(String table) {
        return sandbox
                .dynamo()
                .scanPaginator(request -> request.tableName(sandbox.table(table)))
                .items()
                .stream()
                .toList();
    }

    Instant now() {
        return now;
    }

    void at(Instant instant) {
        now = instant;
    }

    Call request(String function, String route) {
        return Call.of(route, event -> call(function, event), crash);
    }

    /// Runs a scheduled function.
    void run(String function) {
        @SuppressWarnings("unchecked")
        var scheduled = (RequestHandler<Map<String, Object>, Map<String, Object>>) made(function);
        Runtime.with(runtime(function), () -> scheduled.handleRequest(Map.of(), new NoContext()));
    }

    /// Runs a scheduled function in a process that dies at its `number`-th request to the store.
    ///
    /// @return whether it lived to its end
    boolean runDying(String function, int number, Crash.Moment moment) {
        return crash.at(
                        number,
                        moment,
                        () -> {
                            run(function);
                            return true;
                        })
                .isPresent();
    }

    /// Runs a scheduled function, and does something else just before its `number`-th request to
    /// the store.
    void runWhile(String function, int number, Runnable something) {
        crash.meanwhile(
                number,
                something,
                () -> {
                    run(function);
                    return true;
                });
    }

    void body(String id, int headcount, @Nullable String parent) {
        StateBody body =
                new StateBody(
                        id,
                        new LocalText(id + " kk", id + " ru", id + " en"),
                        BodyKind.OMO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(parent),
                        headcount);
        Runtime.with(
                runtime("ManageBodies"),
                () -> {
                    DynamoBodies bodies = DynamoBodies.fromEnvironment();
                    bodies.put(body, bodies.find(body.id()), AGENCY);
                    return body;
                });
    }

    static ObjectNode order(String id, String... bodies) {
        ObjectNode order =
                Json.object()
                        .put("id", id)
                        .put("year", 2025)
                        .put("questionnaire", "appendix-9")
                        .put("opens", OPENS.toString())
                        .put("closes", CLOSES.toString());
        var list = order.putArray("bodies");
        for (String body : bodies) {
            list.add(body);
        }
        return order;
    }

    Answer open(ObjectNode order) {
        return request("ManageSurveys", "POST /surveys").by(AGENCY).body(order).send();
    }

    Answer show(String survey) {
        return request("ShowSurvey", "GET /surveys/{survey}").path("survey", survey).send();
    }

    Answer enrol(String survey, String body, String... people) {
        ObjectNode list = Json.object().put("body", body);
        var array = list.putArray("people");
        for (String person : people) {
            array.add(person);
        }
        return request("ManageSurveys", "POST /surveys/{survey}/participants")
                .by(hr(body))
                .path("survey", survey)
                .body(list)
                .send();
    }

    /// The codes of new slips.
    List<String> slips(String survey, String body, int count) {
        Answer answer =
                request("ManageSurveys", "POST /surveys/{survey}/codes")
                        .by(AGENCY)
                        .path("survey", survey)
                        .body(Json.object().put("body", body).put("count", count))
                        .send();
        return answer.body().path("codes").valueStream().map(JsonNode::asText).toList();
    }

    Paper paper(String survey, String body) {
        return paper(survey, body, "keys");
    }

    /// The same for somebody with a slip.
    Paper slipPaper(String survey, String body) {
        return paper(survey, body, "slipKeys");
    }

    private Paper paper(String survey, String body, String keys) {
        Voter voter =
                voters.computeIfAbsent(
                        survey + "#" + body + "#" + keys,
                        group -> {
                            JsonNode key = show(survey).body().path(keys).path(body);
                            return Voter.of(key.path("n").asText(), key.path("e").asText());
                        });
        return new Paper(body, voter, voter.blind());
    }

    Answer token(String survey, Caller who, ObjectNode request) {
        return request("IssueToken", "POST /surveys/{survey}/tokens")
                .by(who)
                .path("survey", survey)
                .body(request)
                .send();
    }

    Answer tokenByCode(String survey, String code, ObjectNode request) {
        return request("IssueTokenByCode", "POST /surveys/{survey}/code-tokens")
                .path("survey", survey)
                .body(request.deepCopy().put("code", code))
                .send();
    }

    static ObjectNode ballot(String body, Voter.Token token, ObjectNode answers) {
        ObjectNode ballot = Json.object().put("body", body);
        ballot.putObject("token")
                .put("message", base64(token.message()))
                .put("signature", base64(token.signature()));
        ballot.set("answers", answers);
        return ballot;
    }

    Answer cast(String survey, ObjectNode ballot) {
        return request("SubmitBallot", "POST /surveys/{survey}/ballots")
                .path("survey", survey)
                .body(ballot)
                .send();
    }

    /// The whole way of somebody who logs in and answers.
    Answer vote(String survey, String body, String person, ObjectNode answers) {
        Paper paper = paper(survey, body);
        Answer issued = token(survey, employee(person), paper.request());
        return cast(survey, ballot(body, paper.token(issued), answers));
    }

    /// The whole way of somebody with a slip who answers.
    Answer voteBySlip(String survey, String body, String code, ObjectNode answers) {
        Paper paper = slipPaper(survey, body);
        Answer issued = tokenByCode(survey, code, paper.request());
        return cast(survey, ballot(body, paper.token(issued), answers));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    Runtime runtime(String function) {
        return runtimes.computeIfAbsent(function, name -> sandbox.runtime(name, clock, crash));
    }

    private Object made(String function) {
        return made.computeIfAbsent(
                function,
                name -> {
                    Supplier<?> maker = FUNCTIONS.get(name);
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
