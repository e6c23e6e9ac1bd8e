package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Voter;
import kz.bagalau.survey.ballots.Hmac;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What somebody who holds every item of every table and every log line can learn of who cast which
/// ballot: nothing. Each test has a control in which something is added to what is stored, and
/// which the same reading finds.
@Isolated("reads what the process prints")
class AnonymityTest {

    private static final int VOTERS = 200;
    private static final List<String> TABLES =
            List.of("Records", "Surveys", "Register", "SigningKeys", "Ballots");

    @AutoClose private static final Stage STAGE = new Stage();
    private static final AtomicInteger YEAR = new AtomicInteger(2025);
    private final Random random = new Random(20251103);

    @BeforeAll
    static void aBody() {
        STAGE.body("min-digital", 1_500, null);
    }

    @Test
    void aBallotAndAText_haveTheseAttributesOnly() {
        open("allowed");
        var token = Voters.tokens(STAGE, "allowed", "min-digital", 1).getFirst();
        STAGE.cast("allowed", ballot(token, Voters.answers(random).put("q33", "мәтін")));

        for (var item : ballots("allowed")) {
            boolean text = item.containsKey("text");
            assertThat(item.keySet())
                    .containsExactlyInAnyOrder(
                            text
                                    ? new String[] {"pk", "sk", "channel", "text", "expires"}
                                    : new String[] {
                                        "pk",
                                        "sk",
                                        "channel",
                                        "answers",
                                        "respondent",
                                        "seal",
                                        "expires"
                                    });
            assertThat(Item.text(item, Item.PK))
                    .isEqualTo(text ? "allowed#min-digital#q33" : "allowed#min-digital");
            assertThat(Item.text(item, Item.SK))
                    .isEqualTo(
                            Stage.base64(
                                    text
                                            ? Hmac.of(token.message(), "q33")
                                            : Sha256.of(token.message())));
            if (!text) {
                assertThat(Objects.requireNonNull(item.get("respondent")).m().keySet())
                        .isSubsetOf("sex", "position", "service");
                assertThat(Item.bytes(item, "seal")).hasSize(32);
            }
        }
    }

    @Test
    void allBallotsAndTextsOfASurvey_expireAtOneInstant_wheneverTheyWereSent() {
        open("expiry");
        var tokens = Voters.tokens(STAGE, "expiry", "min-digital", 4);
        for (int day = 0; day < 4; day++) {
            STAGE.at(Stage.OPENS.plus(Duration.ofDays(day)).plusSeconds(17L * day));
            STAGE.cast(
                    "expiry", ballot(tokens.get(day), Voters.answers(random).put("q33", "мәтін")));
        }
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));

        assertThat(ballots("expiry")).hasSize(8);
        assertThat(ballots("expiry").stream().map(item -> Item.number(item, "expires")).distinct())
                .containsExactly(Stage.CLOSES.plus(Duration.ofDays(3 * 366)).getEpochSecond());
    }

    /// Spearman's rank correlation times √(n − 1) is normal with variance 1 where there is none. At
    /// 5 a series is caught by chance once in two million times.
    @Test
    void neitherOrderNorAnyAttributeOfAThousandBallots_followsTheOrderOfSending() {
        open("order");
        var tokens = Voters.tokens(STAGE, "order", "min-digital", 1_000);
        Map<String, Integer> sent = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            byte[] message = tokens.get(i).message();
            ObjectNode answers = Voters.answers(random);
            sent.put(Stage.base64(Sha256.of(message)), i);
            if (i % 5 == 0) {
                answers.put("q33", Long.toHexString(random.nextLong()));
                sent.put(Stage.base64(Hmac.of(message, "q33")), i);
            }
            STAGE.at(Stage.OPENS.plus(Duration.ofMinutes(10L * i)));
            assertThat(STAGE.cast("order", ballot(tokens.get(i), answers)).status()).isEqualTo(201);
        }
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));

        for (String partition : List.of("order#min-digital", "order#min-digital#q33")) {
            var scanned =
                    STAGE.items("Ballots").stream()
                            .filter(item -> Item.text(item, Item.PK).equals(partition))
                            .toList();
            var queried = query(partition);
            assertThat(scanned).hasSize(partition.endsWith("q33") ? 200 : 1_000);
            assertThat(queried).hasSameSizeAs(scanned);
            assertThat(Readings.following(scanned, sent)).isEmpty();
            assertThat(Readings.following(queried, sent)).isEmpty();

            var numbered =
                    scanned.stream()
                            .map(item -> with(item, "sequence", Item.number(turn(sent, item))))
                            .toList();
            assertThat(Readings.following(numbered, sent)).containsExactly("sequence");
            var inOrder =
                    scanned.stream()
                            .sorted(Comparator.comparing(item -> turn(sent, item)))
                            .toList();
            assertThat(Readings.following(inOrder, sent)).containsExactly("order");
        }
    }

    @Test
    void whatComesWithARequest_isFoundInNoTableAndNoLog() {
        open("marked");
        String person = "marker-person-7f3a";
        String address = "203.0.113.77";
        String agent = "Marker-Agent/7.7";
        STAGE.enrol("marked", "min-digital", person);
        String code = STAGE.slips("marked", "min-digital", 1).getFirst();
        Map<String, byte[]> markers = new HashMap<>();
        markers.put("address", text(address));
        markers.put("agent", text(agent));
        markers.put("code", text(code));
        markers.put("code without hyphens", text(code.replace("-", "")));

        String printed =
                Printed.during(() -> {
                    for (boolean slip : List.of(false, true)) {
                        var paper =
                                slip
                                        ? STAGE.slipPaper("marked", "min-digital")
                                        : STAGE.paper("marked", "min-digital");
                        var issued =
                                (slip
                                                ? STAGE.request(
                                                        "IssueTokenByCode",
                                                        "POST /surveys/{survey}/code-tokens")
                                                : STAGE.request(
                                                                "IssueToken",
                                                                "POST /surveys/{survey}/tokens")
                                                        .by(Stage.employee(person)))
                                        .path("survey", "marked")
                                        .from(address, agent)
                                        .body(
                                                slip
                                                        ? paper.request().put("code", code)
                                                        : paper.request())
                                        .send();
                        var token = paper.token(issued);
                        ObjectNode ballot =
                                ballot(token, Json.object().put("q1", 1).put("q33", "м"));
                        STAGE.request("SubmitBallot", "POST /surveys/{survey}/ballots")
                                .path("survey", "marked")
                                .from(address, agent)
                                .body(ballot)
                                .send();
                        STAGE.request("SubmitBallot", "POST /surveys/{survey}/ballots")
                                .path("survey", "marked")
                                .from(address, agent)
                                .body(ballot.deepCopy().put(agent, address))
                                .send();
                        STAGE.request("SubmitBallot", "POST /surveys/{survey}/ballots")
                                .path("survey", "marked")
                                .from(address, agent)
                                .body("{" + agent)
                                .send();
                        String way = slip ? " by slip" : " by login";
                        markers.put("blinded" + way, paper.blinding().blinded());
                        markers.put("blind signature" + way, Stage.bytes(issued.text("signature")));
                        markers.put("message" + way, token.message());
                        markers.put("signature" + way, token.signature());
                    }
                });

        Readings everything =
                Readings.of(
                        TABLES.stream().flatMap(table -> STAGE.items(table).stream()).toList(),
                        printed);
        assertThat(printed).as("no line at a token, a ballot, or a refusal").isEmpty();
        assertThat(everything.finds(markers)).isEmpty();

        Map<String, byte[]> who = Map.of("person", text(person));
        for (String table : TABLES) {
            assertThat(Readings.of(STAGE.items(table), "").finds(who))
                    .as(table)
                    .isEqualTo(table.equals("Register") ? Set.of("person") : Set.of());
        }
        assertThat(Readings.of(List.of(), printed).finds(who)).isEmpty();
    }

    @Test
    void control_aMarkerInWhateverForm_isFound() {
        byte[] marker = text("Marker-Agent/7.7");
        var inBytes = Map.of("x", AttributeValue.fromB(SdkBytes.fromByteArray(marker)));
        var inText =
                Map.of(
                        "x",
                        Item.text(
                                Base64.getEncoder()
                                        .encodeToString(text("a" + "Marker-Agent/7.7"))));
        var url = Map.of("x", AttributeValue.fromM(Map.of("y", Item.text(Stage.base64(marker)))));
        var hex = Map.of("x", Item.text(HexFormat.of().formatHex(marker)));

        for (var item : List.of(inBytes, inText, url, hex)) {
            assertThat(Readings.of(List.of(item), "").finds(Map.of("m", marker)))
                    .as(item.toString())
                    .containsExactly("m");
        }
        assertThat(Readings.of(List.of(), "Marker-Agent/7.7").finds(Map.of("m", marker)))
                .containsExactly("m");
    }

    /// Whoever guesses matches one person on average, whatever the number of voters (Poisson). The
    /// attacker tries every order and every attribute of the rights against every one of the
    /// ballots; what does better than the 95 % bound of so many guesses must do so again with other
    /// voters, as a leak would.
    @Test
    void whoHoldsEverythingStoredAndLogged_matchesNoMorePeopleToBallotsThanByGuessing() {
        Set<String> matching = attack("attack-1", false);
        for (int round = 2; !matching.isEmpty() && round <= 3; round++) {
            matching = new HashSet<>(matching);
            matching.retainAll(attack("attack-" + round, false));
        }

        assertThat(matching).isEmpty();
    }

    @Test
    void control_aTimestampOnRightsAndBallots_matchesPeopleToBallots() {
        assertThat(attack("attack-control", true)).contains("at ~ at");
    }

    @Test
    void control_aValueThatARightAndABallotShare_isFound() {
        var right =
                Map.of(
                        "blinded",
                        Item.text("a value of some length"),
                        "s",
                        Item.text("s1#min-digital-and-more"));
        var other =
                Map.of(
                        "blinded",
                        Item.text("another of some length"),
                        "s",
                        Item.text("s1#min-digital-and-more"));
        var ballot =
                Map.of(
                        "hash",
                        Item.text(Sha256.base64("a value of some length")),
                        "s",
                        Item.text("s1#min-digital-and-more"));

        assertThat(Readings.shareAValue(List.of(right, other), List.of(ballot, other))).isTrue();
        assertThat(Readings.shareAValue(List.of(other, other), List.of(ballot))).isFalse();
    }

    /// @return the attacks that matched more than guessing would
    private Set<String> attack(String survey, boolean timestamps) {
        open(survey);
        List<String> rights = rights(survey);
        Collections.shuffle(rights, random);
        Map<String, String> truth = new HashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        String printed =
                Printed.during(() -> {
                    for (int i = 0; i < rights.size(); i++) {
                        STAGE.at(Stage.OPENS.plus(Duration.ofMinutes(1L + i)));
                        String ballot = vote(survey, rights.get(i));
                        truth.put(rights.get(i), ballot);
                        turns.put(rights.get(i), i);
                        turns.put(ballot, i);
                    }
                });
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
        assertThat(printed).as("no line at a token or a ballot").isEmpty();

        var people =
                STAGE.items("Register").stream()
                        .filter(item -> truth.containsKey(Item.text(item, Item.SK)))
                        .filter(item -> Item.text(item, Item.PK).equals(survey))
                        .map(item -> timestamps ? timed(item, turns) : item)
                        .toList();
        var ballots =
                ballots(survey).stream()
                        .map(item -> timestamps ? timed(item, turns) : item)
                        .toList();
        assertThat(people).hasSize(VOTERS);
        assertThat(ballots).hasSize(VOTERS);
        Map<String, List<String>> ordersOfPeople = Readings.orders(people);
        ordersOfPeople.put("watched at the door", rights);
        Map<String, List<String>> ordersOfBallots = Readings.orders(ballots);
        ordersOfBallots.put(
                "query",
                query(survey + "#min-digital").stream()
                        .map(item -> Item.text(item, Item.SK))
                        .toList());

        Map<String, Integer> hits = new HashMap<>();
        ordersOfPeople.forEach((one, inOrder) ->
                ordersOfBallots.forEach((other, ballotsInOrder) ->
                        hits.put(
                                one + " ~ " + other,
                                (int)
                                        IntStream.range(0, VOTERS)
                                                .filter(i ->
                                                        ballotsInOrder
                                                                .get(i)
                                                                .equals(truth.get(inOrder.get(i))))
                                                .count())));
        int bound = bound(hits.size());
        Set<String> better =
                hits.entrySet().stream()
                        .filter(hit -> hit.getValue() > bound)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(HashSet::new));
        if (!timestamps && Readings.shareAValue(people, ballots)) {
            better.add("a value that a right and a ballot share");
        }
        return better;
    }

    /// The number of matches that the best of so many guesses exceeds in one of twenty cases.
    private static int bound(int guesses) {
        double atMost = 0;
        double term = Math.exp(-1);
        int matches = 0;
        while (guesses * (1 - (atMost + term)) > 0.05) {
            atMost += term;
            matches++;
            term /= matches;
        }
        return matches;
    }

    /// The rights of 150 people who log in and 50 slips, as the register names them.
    private List<String> rights(String survey) {
        String[] people =
                IntStream.range(0, VOTERS - 50)
                        .mapToObj(i -> "p%04x".formatted(random.nextInt(0x10000)) + i)
                        .toArray(String[]::new);
        STAGE.enrol(survey, "min-digital", people);
        codes =
                STAGE.slips(survey, "min-digital", 50).stream()
                        .collect(
                                Collectors.toMap(
                                        code -> "code#" + new SlipCode(code).hash(), code -> code));
        return new ArrayList<>(
                Stream.concat(
                                Stream.of(people).map(person -> "person#" + person),
                                codes.keySet().stream())
                        .toList());
    }

    private Map<String, String> codes = Map.of();

    /// @return the id of the ballot
    private String vote(String survey, String right) {
        String code = codes.get(right);
        var paper =
                code == null
                        ? STAGE.paper(survey, "min-digital")
                        : STAGE.slipPaper(survey, "min-digital");
        var issued =
                code == null
                        ? STAGE.token(
                                survey,
                                Stage.employee(right.substring("person#".length())),
                                paper.request())
                        : STAGE.tokenByCode(survey, code, paper.request());
        var token = paper.token(issued);
        assertThat(STAGE.cast(survey, ballot(token, Voters.answers(random))).status())
                .isEqualTo(201);
        return Stage.base64(Sha256.of(token.message()));
    }

    private static int turn(Map<String, Integer> turns, Map<String, AttributeValue> item) {
        return turns.getOrDefault(Item.text(item, Item.SK), 0);
    }

    private static Map<String, AttributeValue> timed(
            Map<String, AttributeValue> item, Map<String, Integer> turns) {
        Instant at = Stage.OPENS.plusSeconds(60L * turn(turns, item));
        return with(item, "at", Item.number(at.getEpochSecond()));
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        Map<String, AttributeValue> copy = new HashMap<>(item);
        copy.put(name, value);
        return copy;
    }

    private ObjectNode ballot(Voter.Token token, ObjectNode answers) {
        ObjectNode ballot = Stage.ballot("min-digital", token, answers);
        ObjectNode respondent = ballot.putObject("respondent");
        Voters.respondent(random).forEach(respondent::put);
        return ballot;
    }

    private static void open(String survey) {
        assertThat(
                        STAGE.open(
                                        Stage.order(survey, "min-digital")
                                                .put("year", YEAR.incrementAndGet()))
                                .status())
                .isEqualTo(201);
    }

    private static List<Map<String, AttributeValue>> ballots(String survey) {
        return STAGE.items("Ballots").stream()
                .filter(item -> Item.text(item, Item.PK).startsWith(survey + "#"))
                .toList();
    }

    private static List<Map<String, AttributeValue>> query(String partition) {
        return STAGE
                .sandbox
                .dynamo()
                .queryPaginator(request ->
                        request.tableName(STAGE.sandbox.table("Ballots"))
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Item.text(partition))))
                .items()
                .stream()
                .toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
