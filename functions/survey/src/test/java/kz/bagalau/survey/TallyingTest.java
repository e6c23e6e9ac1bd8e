package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.facts.FactJson;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Voter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One survey of a ministry with a small committee that joins it, of a pool of two offices, and of
/// a body of which few take part: from the opening to the results, through the functions.
class TallyingTest {

    private static final int BALLOTS = 23;
    private static final int K = 5;

    @AutoClose private static final Stage STAGE = new Stage();

    @BeforeAll
    static void aSurveyThatWasTallied() {
        STAGE.body("min-digital", 24, null);
        STAGE.body("committee", 6, "min-digital");
        STAGE.body("office", 4, null);
        STAGE.body("bureau", 8, null);
        STAGE.body("akimat", 40, null);
        open("s1", "min-digital", "committee", "office", "bureau", "akimat");
        STAGE.at(Stage.OPENS.minusSeconds(1));
        STAGE.enrol("s1", "min-digital", people("emp-", 0, 15));
        STAGE.enrol("s1", "committee", people("emp-", 15, 20));
        STAGE.enrol("s1", "akimat", people("akimat-", 0, 27));
        STAGE.enrol("s1", "office", people("office", 0, 3));
        STAGE.enrol("s1", "bureau", people("bureau", 3, 9));
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
        List<ObjectNode> ballots = IntStream.range(0, BALLOTS).mapToObj(i -> ballot(i)).toList();
        for (int i = 0; i < 20; i++) {
            String body = i < 15 ? "min-digital" : "committee";
            Stage.Paper paper = STAGE.paper("s1", body);
            var issued = STAGE.token("s1", Stage.employee("emp-" + i), paper.request());
            cast("s1", body, paper.token(issued), ballots.get(i));
        }
        // one of four slips is used for a token, but no ballot comes of it
        for (String code : STAGE.slips("s1", "min-digital", 5).subList(0, 4)) {
            Stage.Paper paper = STAGE.slipPaper("s1", "min-digital");
            Voter.Token token = paper.token(STAGE.tokenByCode("s1", code, paper.request()));
            int number = box("s1#min-digital").size();
            if (number < BALLOTS) {
                cast("s1", "min-digital", token, ballots.get(number));
            }
        }
        for (int i = 0; i < 4; i++) {
            STAGE.vote("s1", "akimat", "akimat-" + i, Json.object().put("q1", 4));
        }
        for (int i = 0; i < 6; i++) {
            String body = i < 3 ? "office" : "bureau";
            STAGE.vote("s1", body, body + i, Json.object().put("q1", 1 + i % 2));
        }
        STAGE.at(Stage.CLOSES);
        STAGE.run("CloseDueSurveys");
        STAGE.at(Stage.CLOSES.plusSeconds(60));
        STAGE.run("TallySurvey");
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    /// The ballot of the n-th voter of the ministry: three leave q1 blank, nobody answers q26 but
    /// four, twelve write to q33 and nine to q34.
    private static ObjectNode ballot(int voter) {
        ObjectNode answers = Json.object();
        for (int question = 1; question <= 25; question++) {
            if (question > 1 || voter >= 3) {
                answers.put("q" + question, 1 + (voter + question) % 4);
            }
        }
        if (voter < 4) {
            answers.put("q26", 4);
        }
        if (voter < 12) {
            answers.put("q33", "№" + voter + ": +7 701 123 45 67, ivan@mail.kz, 900101300123");
        }
        if (voter < 9) {
            answers.put("q34", "пікір " + voter);
        }
        ObjectNode ballot = Json.object();
        ballot.set("answers", answers);
        ObjectNode respondent = ballot.putObject("respondent");
        if (voter < 15) {
            respondent.put("sex", voter < 10 ? 1 : 2);
        }
        return ballot;
    }

    /// How many of the ministry's voters chose each option, counted apart.
    private static List<Integer> expected(String question, int from, int to) {
        List<Integer> counts = new ArrayList<>(List.of(0, 0, 0, 0));
        for (int voter = from; voter < to; voter++) {
            int code = ballot(voter).path("answers").path(question).asInt();
            if (code > 0) {
                counts.set(code - 1, counts.get(code - 1) + 1);
            }
        }
        return counts;
    }

    @Test
    void everyStatementIsCounted_blanksAsideAndByEveryMethod() {
        JsonNode statements =
                results(Stage.hr("min-digital"), "min-digital", null).path("statements");

        for (int question = 1; question <= 25; question++) {
            String id = "q" + question;
            JsonNode statement = of(statements, id);
            List<Integer> counts = expected(id, 0, BALLOTS);
            int answered = counts.stream().mapToInt(Integer::intValue).sum();
            BigDecimal mean =
                    decimal(IntStream.rangeClosed(1, 4).map(i -> i * counts.get(i - 1)).sum())
                            .divide(decimal(answered), 30, RoundingMode.HALF_UP);
            assertThat(answered).isEqualTo(question == 1 ? 20 : 23);
            assertThat(counts(statement)).isEqualTo(counts);
            assertThat(statement.path("answered").asInt()).isEqualTo(answered);
            assertThat(statement.path("mean").asText()).isEqualTo(shown(mean));
            assertThat(statement.at("/index/mean_over_max").asText())
                    .isEqualTo(shown(mean.divide(decimal(4), 30, RoundingMode.HALF_UP)));
            assertThat(statement.at("/index/minmax").asText())
                    .isEqualTo(
                            shown(
                                    mean.subtract(BigDecimal.ONE)
                                            .divide(decimal(3), 30, RoundingMode.HALF_UP)));
            assertThat(statement.at("/index/share_agree").asText())
                    .isEqualTo(
                            shown(
                                    decimal(counts.get(2) + counts.get(3))
                                            .divide(decimal(answered), 30, RoundingMode.HALF_UP)));
            assertThat(statement.path("reason").isNull()).isTrue();
        }
        assertWithheld(of(statements, "q26"), "BELOW_MINIMUM");
        assertWithheld(of(statements, "q29"), "BELOW_MINIMUM");
    }

    @Test
    void tokensBallotsAndHeadcount_areThoseOfTheWholeGroup() {
        JsonNode result = results(Stage.AGENCY, "min-digital", null);

        assertThat(result.path("tokens")).isEqualTo(Json.object().put("login", 20).put("slip", 4));
        assertThat(result.path("ballots").asInt()).isEqualTo(BALLOTS);
        assertThat(result.path("ballotsBy"))
                .isEqualTo(Json.object().put("login", 20).put("slip", 3));
        assertThat(result.path("headcount").asInt()).isEqualTo(30);
        assertThat(result.path("enrolled").asInt()).isEqualTo(20);
        assertThat(result.path("enrolledAfterOpening").asInt()).isZero();
        assertThat(result.path("enrolledShare").asText()).isEqualTo("0.67");
        assertThat(result.path("findings")).isEmpty();
    }

    @Test
    void aGroupOfACut_isTheSameCount_andTheIndicatorsHaveWorkings() {
        JsonNode result = results(Stage.hr("min-digital"), "min-digital", "sex");

        JsonNode groups = result.at("/cut/groups");
        for (JsonNode group : groups) {
            int value = group.path("value").asInt();
            List<Integer> counts =
                    switch (value) {
                        case 1 -> expected("q5", 0, 10);
                        case 2 -> expected("q5", 10, 15);
                        default -> expected("q5", 15, BALLOTS);
                    };
            assertThat(counts(of(group.path("statements"), "q5"))).isEqualTo(counts);
            assertWithheld(of(group.path("statements"), "q26"), "BELOW_MINIMUM");
        }
        JsonNode first = result.path("indicators").path(0);
        assertThat(first.path("outcome").asText()).isEqualTo("SCORED");
        BigDecimal index =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> mean("q" + i).divide(decimal(4), 30, RoundingMode.HALF_UP))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(first.path("points").asText())
                .isEqualTo(
                        shown(
                                index.multiply(decimal(5))
                                        .divide(decimal(4), 30, RoundingMode.HALF_UP)));
        assertThat(first.path("working").asText()).isNotBlank().contains("=");
        JsonNode last = result.path("indicators").path(5);
        assertThat(last.path("outcome").asText()).isEqualTo("INCOMPLETE");
        assertThat(last.path("points").isNull()).isTrue();
        assertThat(last.path("missing").toString()).contains("survey.q26");
    }

    @Test
    void freeTexts_areTheAgencysOnly_masked_andFromTenOn() {
        JsonNode texts = results(Stage.AGENCY, "min-digital", null).path("texts");

        assertThat(texts.path("q33")).hasSize(12);
        assertThat(texts.path("q33").toString())
                .contains("№11")
                .doesNotContain("701", "ivan", "900101300123");
        assertThat(texts.path("q34").isNull()).isTrue();
        assertThat(results(Stage.hr("min-digital"), "min-digital", null).toString())
                .doesNotContain("№11", "пікір", "texts");
    }

    @Test
    void thePublishedFacts_areReadWithTheirSource() {
        Map<String, StandingFact> facts = facts("min-digital");

        assertThat(facts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 25).mapToObj(i -> "survey.q" + i).toList());
        StandingFact first = Objects.requireNonNull(facts.get("survey.q1"));
        assertThat(FactJson.write("survey.q1", first.value()).toString())
                .isEqualTo(Json.write(expected("q1", 0, BALLOTS)));
        assertThat(first.claim().origin()).isEqualTo("survey:s1");
        assertThat(first.claim().source())
                .isEqualTo(
                        Json.object()
                                .put("kind", "survey")
                                .put("survey", "s1")
                                .put("group", "min-digital")
                                .put("fingerprint", STAGE.show("s1").text("fingerprint"))
                                .put("at", "2025-11-14T18:01:00+05:00"));
        for (String other : List.of("committee", "office", "bureau", "small", "akimat")) {
            assertThat(facts(other)).as(other).isEmpty();
        }
    }

    @Test
    void bodiesThatVotedTogether_haveNoResultOfTheirOwn() {
        for (String body : List.of("office", "bureau", "committee")) {
            for (Caller who : List.of(Stage.AGENCY, Stage.hr(body))) {
                JsonNode result = results(who, body, "sex");
                assertThat(result.path("reason").asText()).isEqualTo("POOLED");
                assertThat(result.has("statements")).isFalse();
                assertThat(result.has("ballots")).isFalse();
                assertThat(result.has("texts")).isFalse();
            }
        }
        assertThat(results(Stage.AGENCY, "small", null).path("ballots").asInt()).isEqualTo(6);
    }

    @Test
    void ofABodyWithFewBallots_nothingIsTold() {
        JsonNode result = results(Stage.hr("akimat"), "akimat", "sex");

        result.path("statements").forEach(statement -> assertWithheld(statement, "BELOW_MINIMUM"));
        result.at("/cut/groups")
                .forEach(group ->
                        group.path("statements")
                                .forEach(statement -> assertWithheld(statement, "BELOW_MINIMUM")));
        assertThat(result.path("indicators").findValuesAsText("outcome"))
                .containsOnly("INCOMPLETE");
    }

    /// Whoever reads all that every role is answered, and subtracts what is told from the totals.
    @ParameterizedTest
    @MethodSource("readers")
    void whoSubtractsWhatIsTold_findsNoGroupBelowTheMinimum(Caller who) {
        JsonNode total = results(who, "min-digital", null).path("statements");
        for (String cut : List.of("sex", "position", "service")) {
            JsonNode groups = results(who, "min-digital", cut).at("/cut/groups");
            for (JsonNode statement : total) {
                if (statement.path("answered").isNull()) {
                    groups.forEach(group ->
                            assertThat(
                                            of(
                                                            group.path("statements"),
                                                            statement.path("id").asText())
                                                    .path("counts")
                                                    .isNull())
                                    .isTrue());
                    continue;
                }
                int rest = statement.path("answered").asInt();
                assertThat(rest).isGreaterThanOrEqualTo(K);
                for (JsonNode group : groups) {
                    JsonNode part = of(group.path("statements"), statement.path("id").asText());
                    if (!part.path("answered").isNull()) {
                        assertThat(part.path("answered").asInt()).isGreaterThanOrEqualTo(K);
                        rest -= part.path("answered").asInt();
                    }
                }
                assertThat(rest)
                        .as(cut + " " + statement.path("id"))
                        .matches(r -> r == 0 || r >= K);
            }
        }
    }

    static Stream<Caller> readers() {
        return Stream.of(Stage.AGENCY, Stage.hr("min-digital"));
    }

    @Test
    void moreBallotsThanTokens_publishNothingForScoring_andManySlipsAreAFinding() {
        open("s2", 2026, "min-digital");
        STAGE.enrol("s2", "min-digital", people("emp-", 0, 20));
        STAGE.vote("s2", "min-digital", "emp-0", Json.object().put("q1", 1));
        String code = STAGE.slips("s2", "min-digital", 1).getFirst();
        STAGE.tokenByCode("s2", code, STAGE.slipPaper("s2", "min-digital").request());
        for (Voter.Token token : Voters.tokens(STAGE, "s2", "min-digital", 6)) {
            STAGE.cast("s2", Stage.ballot("min-digital", token, Json.object().put("q1", 4)));
        }
        closeNow("s2");
        STAGE.run("TallySurvey");

        JsonNode result = results("s2", Stage.AGENCY, "min-digital", null);

        assertThat(result.path("ballots").asInt()).isEqualTo(7);
        assertThat(result.path("findings").findValuesAsText("code"))
                .containsExactlyInAnyOrder(
                        "MORE_BALLOTS_THAN_TOKENS",
                        "MANY_SLIPS",
                        "LATE_ENROLMENT",
                        "SURVEYS_AT_ONCE");
        assertThat(result.path("indicators").findValuesAsText("outcome"))
                .containsOnly("INCOMPLETE");
        assertThat(facts("min-digital", 2026)).isEmpty();
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    @Test
    void beforeTheClose_andForAMinuteAfterIt_nothingIsTold() {
        open("s3", 2027, "min-digital");
        for (int i = 0; i < 6; i++) {
            STAGE.enrol("s3", "min-digital", "emp-" + i);
            STAGE.vote("s3", "min-digital", "emp-" + i, Json.object().put("q1", 2));
        }
        assertNothingTold("s3", "OPEN");
        STAGE.at(Stage.CLOSES);
        STAGE.run("TallySurvey");
        assertNothingTold("s3", "OPEN");
        STAGE.run("CloseDueSurveys");
        assertNothingTold("s3", "CLOSING");
        STAGE.at(Stage.CLOSES.plusMillis(59_999));
        STAGE.run("TallySurvey");
        assertNothingTold("s3", "CLOSING");
        STAGE.at(Stage.CLOSES.plusSeconds(60));
        STAGE.run("TallySurvey");

        JsonNode told = results("s3", Stage.hr("min-digital"), "min-digital", null);
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));

        assertThat(told.path("state").asText()).isEqualTo("CLOSED");
        assertThat(told.path("ballots").asInt()).isEqualTo(6);
    }

    @Test
    void aSurveyWhoseKeysAreStillThere_isNotTallied() {
        open("s4", 2028, "min-digital");
        STAGE.request("ManageSurveys", "POST /surveys/{survey}/close")
                .by(Stage.AGENCY)
                .path("survey", "s4")
                .send();
        STAGE.at(STAGE.now().plusSeconds(120));
        STAGE.run("TallySurvey");
        assertNothingTold("s4", "CLOSING");
        STAGE.run("CloseDueSurveys");
        STAGE.run("TallySurvey");
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));

        assertThat(results("s4", Stage.AGENCY, "min-digital", null).path("state").asText())
                .isEqualTo("CLOSED");
    }

    /// The tally's process dies at its first request to the store, at its second and so on; the
    /// next run goes on. Between two attempts everything that a tally writes is taken away.
    @ParameterizedTest
    @EnumSource
    void whereverATallyDies_theNextPublishesTheSameResultOnce(Moment moment) {
        if (STAGE.show("s5").status() == 404) {
            tallyASmallSurvey("s5");
        }
        // the time of the first tally, which stands in the facts
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)).plusSeconds(60));
        String wanted = published();
        int number = 0;
        boolean lived;
        do {
            number++;
            untally("s5");
            lived = STAGE.runDying("TallySurvey", number, moment);
            STAGE.run("TallySurvey");

            assertThat(published()).as("request " + number).isEqualTo(wanted);
            assertThat(STAGE.show("s5").text("state")).isEqualTo("CLOSED");
        } while (!lived);
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
        assertThat(number).as("requests of a tally").isGreaterThan(10);
        assertThat(wanted).contains("results#s5", "texts#s5", "survey.q25");
    }

    /// The scheduler may call twice. While the first run stands before its n-th request, a second
    /// one, five minutes later, runs to its end: what that one has published stays.
    @Test
    void ofTwoTalliesAtOnce_theFirstToPublishIsRight() {
        if (STAGE.show("s5").status() == 404) {
            tallyASmallSurvey("s5");
        }
        for (int number = 1; number <= 13; number++) {
            untally("s5");
            STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)).plusSeconds(60));
            var first = new StringBuilder();

            STAGE.runWhile(
                    "TallySurvey",
                    number,
                    () -> {
                        STAGE.at(STAGE.now().plusSeconds(300));
                        STAGE.run("TallySurvey");
                        first.append(published());
                    });

            assertThat(first.toString()).contains("results#s5");
            assertThat(published()).as("request " + number).isEqualTo(first.toString());
        }
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    private static void tallyASmallSurvey(String survey) {
        STAGE.open(Stage.order(survey, "min-digital").put("year", 2024));
        STAGE.enrol(survey, "min-digital", people("emp-", 0, 16));
        var tokens = Voters.tokens(STAGE, survey, "min-digital", 12);
        for (int i = 0; i < tokens.size(); i++) {
            STAGE.token(
                    survey,
                    Stage.employee("emp-" + i),
                    STAGE.paper(survey, "min-digital").request());
            cast(survey, "min-digital", tokens.get(i), ballot(i));
        }
        closeNow(survey);
        STAGE.run("TallySurvey");
    }

    /// Every item that the survey's tallies have written, texts in the order of the alphabet.
    private static String published() {
        return STAGE.items("Records").stream()
                .filter(TallyingTest::isOfATally)
                .map(item ->
                        item.containsKey("texts")
                                ? Item.text(item, Item.PK)
                                        + Item.texts(item, "texts").stream().sorted().toList()
                                : new TreeMap<>(item).toString())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOfATally(Map<String, AttributeValue> item) {
        return Stream.of(
                        "results#s5",
                        "texts#s5",
                        "facts#min-digital#2024",
                        "published#min-digital#2024")
                .anyMatch(Item.text(item, Item.PK)::startsWith);
    }

    private static void untally(String survey) {
        var dynamo = STAGE.sandbox.dynamo();
        STAGE.items("Records").stream()
                .filter(TallyingTest::isOfATally)
                .forEach(item ->
                        dynamo.deleteItem(request ->
                                request.tableName(STAGE.sandbox.table("Records"))
                                        .key(
                                                Item.key(
                                                        Item.text(item, Item.PK),
                                                        Item.text(item, Item.SK)))));
        dynamo.updateItem(request ->
                request.tableName(STAGE.sandbox.table("Surveys"))
                        .key(Item.key("surveys", survey))
                        .updateExpression("SET #state = :closing")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":closing", Item.text("CLOSING"))));
    }

    private static void assertNothingTold(String survey, String state) {
        for (Caller who : List.of(Stage.AGENCY, Stage.hr("min-digital"))) {
            assertThat(results(survey, who, "min-digital", "sex"))
                    .isEqualTo(
                            Json.object()
                                    .put("survey", survey)
                                    .put("body", "min-digital")
                                    .put("group", "min-digital")
                                    .put("state", state));
        }
    }

    private static void assertWithheld(JsonNode statement, String reason) {
        for (String field : List.of("counts", "answered", "mean", "index")) {
            assertThat(statement.path(field).isNull()).as(statement.toString()).isTrue();
        }
        assertThat(statement.path("reason").asText()).isEqualTo(reason);
    }

    private static void closeNow(String survey) {
        STAGE.request("ManageSurveys", "POST /surveys/{survey}/close")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .send();
        STAGE.run("CloseDueSurveys");
        STAGE.at(STAGE.now().plusSeconds(60));
    }

    private static String[] people(String name, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> name + i).toArray(String[]::new);
    }

    private static void open(String survey, String... bodies) {
        open(survey, 2025, bodies);
    }

    private static void open(String survey, int year, String... bodies) {
        ObjectNode order = Stage.order(survey, bodies).put("year", year);
        if (Arrays.asList(bodies).contains("office")) {
            order.putArray("pools")
                    .addObject()
                    .put("name", "small")
                    .putArray("bodies")
                    .add("office")
                    .add("bureau");
        }
        assertThat(STAGE.open(order).status()).isEqualTo(201);
    }

    private static void cast(String survey, String body, Voter.Token token, ObjectNode content) {
        ObjectNode ballot =
                Stage.ballot(body, token, (ObjectNode) content.path("answers").deepCopy());
        ballot.set("respondent", content.path("respondent"));
        assertThat(STAGE.cast(survey, ballot).status()).isEqualTo(201);
    }

    private static List<Map<String, AttributeValue>> box(String partition) {
        return STAGE.items("Ballots").stream()
                .filter(item -> Item.text(item, Item.PK).equals(partition))
                .toList();
    }

    /// What `GET /facts/{body}/{year}` reads, with that function's rights.
    private static Map<String, StandingFact> facts(String body) {
        return facts(body, 2025);
    }

    private static Map<String, StandingFact> facts(String body, int year) {
        Map<String, StandingFact> facts =
                new TreeMap<>(
                        Runtime.with(
                                        STAGE.runtime("ReadFacts"),
                                        () -> DynamoFacts.fromEnvironment().of(body, year))
                                .facts());
        facts.remove("hours.working_days"); // the calendar's
        return facts;
    }

    private static JsonNode results(Caller who, String body, @Nullable String cut) {
        return results("s1", who, body, cut);
    }

    private static JsonNode results(String survey, Caller who, String body, @Nullable String cut) {
        var request =
                STAGE.request("SurveyResults", "GET /surveys/{survey}/results")
                        .by(who)
                        .path("survey", survey)
                        .query("body", body);
        var answer = (cut == null ? request : request.query("cut", cut)).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode of(JsonNode statements, String id) {
        return statements
                .valueStream()
                .filter(statement -> statement.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> counts(JsonNode statement) {
        Map<String, Integer> counts = new TreeMap<>();
        statement
                .path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        return List.copyOf(counts.values());
    }

    private static BigDecimal mean(String question) {
        List<Integer> counts = expected(question, 0, BALLOTS);
        return decimal(IntStream.rangeClosed(1, 4).map(i -> i * counts.get(i - 1)).sum())
                .divide(
                        decimal(counts.stream().mapToInt(Integer::intValue).sum()),
                        30,
                        RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number);
    }

    private static String shown(BigDecimal value) {
        return value.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
