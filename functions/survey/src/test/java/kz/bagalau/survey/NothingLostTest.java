package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Voter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Every request of the way is sent to a process that dies at its first request to the store, at
/// its second and so on, before the store has it or after; and is then sent again.
class NothingLostTest {

    @AutoClose private static final Stage STAGE = new Stage();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicInteger YEAR = new AtomicInteger(2025);
    private static final Set<String> VOIDED = new HashSet<>();

    @BeforeAll
    static void aSurvey() {
        STAGE.body("min-digital", 500, null);
        // open for longer than the surveys that tests close
        ObjectNode order = Stage.order("s1", "min-digital");
        order.put("closes", Stage.CLOSES.plus(Duration.ofDays(30)).toString());
        assertThat(STAGE.open(order).status()).isEqualTo(201);
    }

    @AfterEach
    void backInTime() {
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    /// What was answered in the end, and by the process that died where it lived after all.
    private record Sent(Optional<Answer> first, Answer again) {}

    /// Sends each request to a process that dies at request 1, 2 … to the store, then again, until
    /// one lives to answer. Each time it is another request, from `requests`.
    private static Stream<Sent> dying(Moment moment, Supplier<Call> requests) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> {
                    Call request = requests.get();
                    return new Sent(request.sendDying(number, moment), request.send());
                })
                .takeWhile(sent -> sent.first().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aToken_isGivenToWhoAsksAgain(Moment moment) {
        var sent =
                dying(
                        moment,
                        () -> {
                            String person = "token-" + NUMBER.incrementAndGet();
                            STAGE.enrol("s1", "min-digital", person);
                            return STAGE.request("IssueToken", "POST /surveys/{survey}/tokens")
                                    .by(Stage.employee(person))
                                    .path("survey", "s1")
                                    .body(STAGE.paper("s1", "min-digital").request());
                        });

        assertThat(sent)
                .hasSize(4) // survey, right, key, claim
                .allSatisfy(each -> assertThat(each.again().status()).isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void aSlipsToken_isGivenToWhoAsksAgain(Moment moment) {
        var codes = STAGE.slips("s1", "min-digital", 8).iterator();
        var sent =
                dying(
                        moment,
                        () ->
                                STAGE.request(
                                                "IssueTokenByCode",
                                                "POST /surveys/{survey}/code-tokens")
                                        .path("survey", "s1")
                                        .body(
                                                STAGE.slipPaper("s1", "min-digital")
                                                        .request()
                                                        .put("code", codes.next())));

        assertThat(sent)
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.again().status()).isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void aBallot_isStoredOnce_andHasOneReceipt(Moment moment) {
        assertOneBallotEach(moment, Json.object().put("q1", 4));
    }

    @ParameterizedTest
    @EnumSource
    void aBallotWithTexts_isStoredOnceWithItsTexts(Moment moment) {
        assertOneBallotEach(moment, Json.object().put("q1", 4).put("q33", "бір").put("q34", "екі"));
    }

    private static void assertOneBallotEach(Moment moment, ObjectNode answers) {
        var tokens = Voters.tokens(STAGE, "s1", "min-digital", 8);
        int texts =
                (int) answers.properties().stream().filter(e -> e.getValue().isTextual()).count();
        int number = 0;
        Optional<Answer> first;
        do {
            Voter.Token token = tokens.get(number++);
            int before = STAGE.items("Ballots").size();
            var request =
                    STAGE.request("SubmitBallot", "POST /surveys/{survey}/ballots")
                            .path("survey", "s1")
                            .body(Stage.ballot("min-digital", token, answers));

            first = request.sendDying(number, moment);
            var again = request.send();
            var later = request.send();

            boolean stored = moment == Moment.AFTER && number == 3 || first.isPresent();
            assertThat(again.status()).isEqualTo(stored ? 200 : 201);
            assertThat(later.status()).isEqualTo(200);
            assertThat(later.body()).isEqualTo(again.body());
            first.ifPresent(answer -> assertThat(answer.body()).isEqualTo(again.body()));
            assertThat(STAGE.items("Ballots")).hasSize(before + 1 + texts);
        } while (first.isEmpty());
        assertThat(number).as("survey, part of the body, ballot").isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void aSurvey_isOpenedOnce_withTheKeysThatAreShown(Moment moment) {
        var sent =
                dying(
                                moment,
                                () ->
                                        STAGE.request("ManageSurveys", "POST /surveys")
                                                .by(Stage.AGENCY)
                                                .header("idempotency-key", "open-" + NUMBER.get())
                                                .body(order("open-" + NUMBER.incrementAndGet())))
                        .toList();

        assertThat(sent).isNotEmpty();
        for (Sent each : sent) {
            String id = each.again().text("id");
            assertThat(each.again().status()).isIn(200, 201);
            assertThat(each.again().text("fingerprint"))
                    .isEqualTo(STAGE.show(id).text("fingerprint"));
            STAGE.enrol(id, "min-digital", "voter");
            assertThat(STAGE.vote(id, "min-digital", "voter", Json.object().put("q1", 1)).status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListOfPeople_isEnteredWholeByWhoSendsItAgain(Moment moment) {
        int from = NUMBER.get() + 1;
        var sent =
                dying(
                                moment,
                                () -> {
                                    String prefix = "list-" + NUMBER.incrementAndGet() + "-";
                                    ObjectNode list = Json.object().put("body", "min-digital");
                                    var people = list.putArray("people");
                                    IntStream.range(0, 150).forEach(i -> people.add(prefix + i));
                                    return STAGE.request(
                                                    "ManageSurveys",
                                                    "POST /surveys/{survey}/participants")
                                            .by(Stage.hr("min-digital"))
                                            .path("survey", "s1")
                                            .body(list);
                                })
                        .toList();

        assertThat(sent)
                .hasSizeGreaterThan(4)
                .allSatisfy(each -> assertThat(each.again().status()).isEqualTo(200));
        for (int i = 0; i < sent.size(); i++) {
            assertThat(rights("person#list-" + (from + i) + "-")).isEqualTo(150);
        }
    }

    @ParameterizedTest
    @EnumSource
    void slipsWhoseAnswerWasLost_canBeVoided_soThatNoUnknownSlipVotes(Moment moment) {
        String key = "slips-" + moment;
        var sent =
                dying(
                                moment,
                                () ->
                                        STAGE.request(
                                                        "ManageSurveys",
                                                        "POST /surveys/{survey}/codes")
                                                .by(Stage.AGENCY)
                                                .header(
                                                        "idempotency-key",
                                                        key + NUMBER.incrementAndGet())
                                                .path("survey", "s1")
                                                .body(
                                                        Json.object()
                                                                .put("body", "min-digital")
                                                                .put("count", 101)))
                        .toList();

        assertThat(sent).hasSizeGreaterThan(4);
        for (Sent each : sent) {
            if (each.again().status() == 409) {
                assertThat(each.again().codes()).containsExactly("BATCH_LOST");
            } else {
                assertThat(each.again().status()).isEqualTo(201);
            }
        }
        STAGE.items("Register").stream()
                .map(item -> Item.text(item, Item.SK))
                .filter(right -> right.startsWith("batch#"))
                .filter(VOIDED::add)
                .forEach(batch ->
                        assertThat(
                                        STAGE.request(
                                                        "ManageSurveys",
                                                        "DELETE /surveys/{survey}/codes/{batch}")
                                                .by(Stage.AGENCY)
                                                .path("survey", "s1")
                                                .path("batch", batch.substring("batch#".length()))
                                                .send()
                                                .status())
                                .isEqualTo(200));
        assertThat(
                        STAGE.items("Register").stream()
                                .filter(item ->
                                        Item.text(item, Item.SK).startsWith("code#")
                                                && !item.containsKey("blinded")))
                .as("slips that nobody could void")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClose_isGoneOnWith_andLeavesNoKey(Moment moment) {
        for (int number = 1; ; number++) {
            String id = "close-" + NUMBER.incrementAndGet();
            STAGE.open(order(id));
            var close =
                    STAGE.request("ManageSurveys", "POST /surveys/{survey}/close")
                            .by(Stage.AGENCY)
                            .path("survey", id);
            boolean closed = close.sendDying(number, moment).isPresent();
            assertThat(close.send().status()).isEqualTo(202);
            assertThat(STAGE.show(id).text("state")).isEqualTo("CLOSING");

            boolean ran = STAGE.runDying("CloseDueSurveys", number, moment);
            STAGE.run("CloseDueSurveys");

            assertThat(STAGE.items("SigningKeys"))
                    .noneMatch(item -> Item.text(item, Item.PK).startsWith(id + "#"));
            assertThat(survey(id)).containsKey("keysDeleted");
            if (closed && ran) {
                return;
            }
        }
    }

    @Test
    void closingAgain_doesNotPutTheTallyOff() {
        STAGE.open(order("again"));
        var close =
                STAGE.request("ManageSurveys", "POST /surveys/{survey}/close")
                        .by(Stage.AGENCY)
                        .path("survey", "again");
        close.send();
        String since = Item.text(survey("again"), "closingSince");

        STAGE.at(STAGE.now().plusSeconds(50));
        assertThat(close.send().status()).isEqualTo(202);

        assertThat(Item.text(survey("again"), "closingSince")).isEqualTo(since);
    }

    @Test
    void afterTheClose_noKeyIsLeft_andNothingIsSigned() {
        STAGE.open(order("keys"));
        STAGE.enrol("keys", "min-digital", "emp-1");
        var paper = STAGE.paper("keys", "min-digital");
        STAGE.at(Stage.CLOSES);
        STAGE.run("CloseDueSurveys");

        assertThat(STAGE.items("SigningKeys"))
                .noneMatch(item -> Item.text(item, Item.PK).startsWith("keys#"));
        STAGE.at(Stage.CLOSES.minusSeconds(1));
        assertThat(STAGE.token("keys", Stage.employee("emp-1"), paper.request()).codes())
                .containsExactly("NOT_OPEN");
    }

    @ParameterizedTest
    @EnumSource(Close.class)
    void ballotsRacingAClose_areInTheBoxAndTheTally_exactlyWhenTheyWereTaken(Close way) {
        String id = "race-" + way.name().toLowerCase(Locale.ROOT);
        STAGE.open(order(id));
        var tokens = Voters.tokens(STAGE, id, "min-digital", 60);
        STAGE.at(Stage.CLOSES.minusMillis(1));
        Map<Integer, Answer> answers = new ConcurrentHashMap<>();
        AtomicInteger answered = new AtomicInteger();

        IntStream.range(0, tokens.size())
                .parallel()
                .forEach(i -> {
                    answers.put(i, STAGE.cast(id, ballot(tokens.get(i), i)));
                    if (answered.incrementAndGet() == 20) {
                        way.happen(id);
                    }
                });

        Set<String> taken =
                answers.entrySet().stream()
                        .filter(answer -> answer.getValue().status() == 201)
                        .map(answer -> id(tokens.get(answer.getKey())))
                        .collect(Collectors.toSet());
        assertThat(taken).hasSizeBetween(20, 60);
        assertThat(box(id)).containsExactlyInAnyOrderElementsOf(taken);

        STAGE.at(Stage.CLOSES);
        STAGE.run("CloseDueSurveys");
        STAGE.at(Stage.CLOSES.plusSeconds(61));
        STAGE.run("TallySurvey");
        assertThat(result(id).path("ballots").asInt()).isEqualTo(taken.size());
        for (int i = 0; i < tokens.size(); i++) {
            var first = answers.get(i);
            var again = STAGE.cast(id, ballot(tokens.get(i), i));
            var changed = STAGE.cast(id, ballot(tokens.get(i), i + 1));
            if (taken.contains(id(tokens.get(i)))) {
                assertThat(again.status()).isEqualTo(200);
                assertThat(again.body()).isEqualTo(first == null ? null : first.body());
                assertThat(changed.codes()).containsExactly("TOKEN_SPENT");
            } else {
                assertThat(again.codes()).containsExactly("NOT_OPEN");
            }
        }
        assertThat(box(id)).hasSameSizeAs(taken);
    }

    @ParameterizedTest
    @EnumSource(Close.class)
    void aBallotAdmittedBeforeAClose_andStoredAfterIt_isInTheTally_andNoneAdmittedLaterIs(
            Close way) {
        String id = "late-" + way.name().toLowerCase(Locale.ROOT);
        STAGE.open(order(id));
        var tokens = Voters.tokens(STAGE, id, "min-digital", 2);
        STAGE.at(Stage.CLOSES.minusMillis(1));

        // its requests: survey, part of the body, ballot
        var admitted =
                STAGE.request("SubmitBallot", "POST /surveys/{survey}/ballots")
                        .path("survey", id)
                        .body(ballot(tokens.get(0), 1))
                        .sendWhile(
                                3,
                                () -> {
                                    way.happen(id);
                                    STAGE.run("CloseDueSurveys");
                                    STAGE.run("TallySurvey");
                                });
        var late = STAGE.cast(id, ballot(tokens.get(1), 1));
        STAGE.at(Stage.CLOSES.plusSeconds(60));
        STAGE.run("TallySurvey");

        assertThat(admitted.status()).isEqualTo(201);
        assertThat(late.codes()).containsExactly("NOT_OPEN");
        assertThat(box(id)).containsExactly(id(tokens.get(0)));
        assertThat(result(id).path("ballots").asInt()).isEqualTo(1);
    }

    /// Each survey of the body in a year of its own.
    private static ObjectNode order(String id) {
        return Stage.order(id, "min-digital").put("year", YEAR.incrementAndGet());
    }

    /// How a survey comes to its end.
    private enum Close {
        TIME {
            @Override
            void happen(String id) {
                STAGE.at(Stage.CLOSES);
            }
        },
        BUTTON {
            @Override
            void happen(String id) {
                STAGE.request("ManageSurveys", "POST /surveys/{survey}/close")
                        .by(Stage.AGENCY)
                        .path("survey", id)
                        .send();
            }
        };

        abstract void happen(String id);
    }

    private static ObjectNode ballot(Voter.Token token, int i) {
        ObjectNode answers = Json.object().put("q1", 1 + i % 4);
        return Stage.ballot(
                "min-digital", token, i % 3 == 0 ? answers.put("q33", "мәтін " + i) : answers);
    }

    private static JsonNode result(String id) {
        return STAGE.request("SurveyResults", "GET /surveys/{survey}/results")
                .by(Stage.AGENCY)
                .path("survey", id)
                .query("body", "min-digital")
                .send()
                .body();
    }

    private static List<String> box(String id) {
        return STAGE.items("Ballots").stream()
                .filter(item -> Item.text(item, Item.PK).equals(id + "#min-digital"))
                .map(item -> Item.text(item, Item.SK))
                .toList();
    }

    private static String id(Voter.Token token) {
        return Stage.base64(Sha256.of(token.message()));
    }

    private static Map<String, AttributeValue> survey(String id) {
        return STAGE.items("Surveys").stream()
                .filter(item -> Item.text(item, Item.SK).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int rights(String prefix) {
        return (int)
                STAGE.items("Register").stream()
                        .filter(item -> Item.text(item, Item.SK).startsWith(prefix))
                        .count();
    }
}
