package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// People of the Agency and of personnel services who work together: who make slips and vote them,
/// choose whom to enrol, draw the pools, and survey people twice. They know every ballot they cast
/// and read everything that the Agency is shown, and look for the 26 answers of one person, in two
/// years. Each has a control, in which the rule against it is switched off in the store and
/// everything else is the same: there they find all 26.
class CollusionTest {

    private static final int STATEMENTS = 26;
    private static final int MANAGER = 1;
    private static final int EXPERT = 2;

    @AutoClose private final Stage stage = new Stage();
    private final Random random = new Random(11);

    @BeforeEach
    void bodies() {
        stage.body("ministry", 30, null);
        stage.body("committee", 2, "ministry");
        stage.body("large-body", 48, null);
    }

    // Own slips

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025})
    void slipsVotedAsTheOnlyOtherManagers_findOutNothing(int year) {
        assertThat(recoveredWithSlips(year, false)).isZero();
    }

    @Test
    void control_whereSlipsCountTowardsTheMinimum_theManagersAnswersAreFoundOut() {
        assertThat(recoveredWithSlips(2025, true)).isEqualTo(STATEMENTS);
    }

    /// One manager among twenty-four people; the Agency votes four slips as managers.
    private int recoveredWithSlips(int year, boolean slipsCount) {
        open(Stage.order("s1", "ministry").put("year", year), "ministry", "emp-", 24);
        Person victim = person("ministry", MANAGER);
        vote("s1", "emp-0", victim);
        for (int i = 1; i < 24; i++) {
            vote("s1", "emp-" + i, person("ministry", EXPERT));
        }
        List<Person> known = new ArrayList<>();
        for (String code : stage.slips("s1", "ministry", 4)) {
            Person own = person("ministry", MANAGER);
            known.add(own);
            voteBySlip("s1", code, own);
        }
        if (slipsCount) {
            everyBallotIsByLogin();
        }
        close("s1");

        return recovered("s1", "ministry", victim, known);
    }

    // Chosen enrolment

    @ParameterizedTest
    @ValueSource(ints = {0, 28, 43})
    void fourOfTheirOwnAndOneVictimEnrolled_findOutNothing_withSlipsOrWithout(int slips) {
        assertThat(recoveredByEnrolment(slips, false)).isZero();
        assertThat(results("s1", "large-body", "sex").path("statements").path(0).path("reason"))
                .isEqualTo(Json.object().put("r", "TOO_FEW_ENROLLED").path("r"));
    }

    @Test
    void control_whereAnyShareIsEnough_theVictimsAnswersAreFoundOut() {
        assertThat(recoveredByEnrolment(0, true)).isEqualTo(STATEMENTS);
    }

    /// A personnel service enrols five of forty-eight people, of whom four are its own, and the
    /// Agency votes slips so that more seem to take part.
    private int recoveredByEnrolment(int slips, boolean anyShare) {
        open(Stage.order("s1", "large-body"), "large-body", "emp-", 5);
        Person victim = person("large-body", EXPERT);
        vote("s1", "emp-0", victim);
        List<Person> known = new ArrayList<>();
        for (int i = 1; i < 5; i++) {
            Person own = person("large-body", EXPERT);
            known.add(own);
            vote("s1", "emp-" + i, own);
        }
        for (String code :
                slips == 0 ? List.<String>of() : stage.slips("s1", "large-body", slips)) {
            Person own = person("large-body", EXPERT);
            known.add(own);
            voteBySlip("s1", code, own);
        }
        if (anyShare) {
            set("surveys", "s1", "REMOVE enrolledShare", Map.of());
        }
        close("s1");

        return recovered("s1", "large-body", victim, known);
    }

    /// Whom the personnel service removes again before the close does not count.
    @Test
    void whoWasEnrolledOnlyUntilTheClose_doesNotCount() {
        open(Stage.order("s1", "large-body"), "large-body", "emp-", 40);
        Person victim = person("large-body", EXPERT);
        List<Person> known = new ArrayList<>();
        vote("s1", "emp-0", victim);
        for (int i = 1; i < 5; i++) {
            Person own = person("large-body", EXPERT);
            known.add(own);
            vote("s1", "emp-" + i, own);
        }
        for (int i = 5; i < 40; i++) {
            assertThat(
                            stage.request(
                                            "ManageSurveys",
                                            "DELETE /surveys/{survey}/participants/{person}")
                                    .by(Stage.hr("large-body"))
                                    .path("survey", "s1")
                                    .path("person", "emp-" + i)
                                    .query("body", "large-body")
                                    .send()
                                    .status())
                    .isEqualTo(200);
        }
        close("s1");

        assertThat(recovered("s1", "large-body", victim, known)).isZero();
    }

    // Overlapping electorates

    @Test
    void theSameBodyInTwoSurveysOfAYear_isRefused_whicheverGroupItIsIn() {
        open(Stage.order("s1", "ministry"), "ministry", "emp-", 24);
        ObjectNode pooled = Stage.order("s2", "ministry", "committee");
        pooled.withArray("pools")
                .addObject()
                .put("name", "pool")
                .putArray("bodies")
                .add("ministry")
                .add("committee");

        for (ObjectNode order :
                List.of(
                        Stage.order("s2", "ministry", "committee"),
                        pooled,
                        Stage.order("s2", "large-body", "ministry"))) {
            assertRefused(stage.open(order), "ministry", "s1");
        }
        assertThat(stage.show("s2").status()).isEqualTo(404);
        assertThat(stage.open(Stage.order("s2", "large-body")).status()).isEqualTo(201);
        assertThat(stage.open(Stage.order("s3", "ministry").put("year", 2024)).status())
                .as("another year is another survey")
                .isEqualTo(201);
    }

    /// A personnel service above and one below could enrol the same people.
    @Test
    void aBodyAboveOrBelow_standsInNoOtherSurveyOfTheYear() {
        stage.body("department", 28, "ministry");
        ObjectNode above = Stage.order("above", "ministry").put("year", 2024);
        assertThat(stage.open(Stage.order("s1", "department")).status()).isEqualTo(201);
        assertThat(stage.open(above).status()).isEqualTo(201);

        assertRefused(stage.open(Stage.order("s2", "ministry")), "ministry", "s1");
        assertRefused(
                stage.open(Stage.order("s2", "department").put("year", 2024)),
                "department",
                "above");
        assertThat(stage.open(Stage.order("s2", "large-body")).status()).isEqualTo(201);
    }

    @Test
    void control_whereTheFirstSurveyIsNotSeen_theDifferenceIsFoundOut() {
        open(Stage.order("s1", "ministry"), "ministry", "emp-", 24);
        set("surveys", "s1", "SET #year = :year", Map.of(":year", Item.number(2024)));
        open(Stage.order("s2", "ministry", "committee"), "ministry", "emp-", 24);
        stage.at(Stage.OPENS.minusSeconds(1));
        stage.enrol("s2", "committee", "own", "victim");
        stage.at(Stage.OPENS.plus(Duration.ofHours(1)));
        Person own = person("committee", EXPERT);
        Person victim = person("committee", EXPERT);
        for (int i = 0; i < 24; i++) {
            Person person = person("ministry", EXPERT);
            vote("s1", "emp-" + i, person);
            vote("s2", "emp-" + i, person);
        }
        vote("s2", "own", own);
        vote("s2", "victim", victim);
        set("surveys", "s1", "SET #year = :year", Map.of(":year", Item.number(2025)));
        close("s1");
        stage.at(Stage.OPENS.plus(Duration.ofHours(2)));
        close("s2");

        JsonNode one = results("s1", "ministry", "sex").path("statements");
        JsonNode both = results("s2", "ministry", "sex").path("statements");
        int recovered = 0;
        for (int question = 1; question <= STATEMENTS; question++) {
            int[] left = counts(of(both, question)).orElseThrow();
            subtract(left, counts(of(one, question)).orElseThrow());
            left[own.answer(question)]--;
            recovered += left[victim.answer(question)] == 1 ? 1 : 0;
        }
        assertThat(recovered).isEqualTo(STATEMENTS);
    }

    @Test
    void ofTwoOpeningsAtOnce_oneHasTheBody() {
        List<Answer> answers =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> stage.open(Stage.order("s" + i, "ministry")))
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer ->
                        assertThat(errors(answer, "code")).containsExactly("IN_ANOTHER_SURVEY"));
    }

    /// The process that opens the first survey dies at each of its requests to the store: either
    /// the survey is there whole and has the body, or it is not there and has nothing.
    @ParameterizedTest
    @EnumSource
    void anOpeningThatDies_takesTheBodyExactlyWhereTheSurveyIsThere(Moment moment) {
        Optional<Answer> first;
        int number = 0;
        do {
            number++;
            int year = 2030 + number;
            first =
                    stage.request("ManageSurveys", "POST /surveys")
                            .by(Stage.AGENCY)
                            .body(Stage.order("first-" + number, "ministry").put("year", year))
                            .sendDying(number, moment);
            boolean there = stage.show("first-" + number).status() == 200;

            Answer second =
                    stage.open(Stage.order("second-" + number, "ministry").put("year", year));

            assertThat(second.status()).as("request " + number).isEqualTo(there ? 409 : 201);
        } while (first.isEmpty());
        assertThat(number).isGreaterThan(5);
    }

    // Cancelling

    @Test
    void aCancelledSurvey_givesItsBodiesBack_andPublishesNothing() {
        open(Stage.order("s1", "ministry"), "ministry", "emp-", 24);
        for (int i = 0; i < 24; i++) {
            vote("s1", "emp-" + i, person("ministry", EXPERT));
        }

        assertThat(cancel("s1").status()).isEqualTo(200);
        assertThat(cancel("s1").status()).as("the same again").isEqualTo(200);
        assertThat(stage.show("s1").text("state")).isEqualTo("CANCELLED");
        assertThat(stage.enrol("s1", "ministry", "late").codes()).containsExactly("NOT_OPEN");
        assertThat(
                        stage.token(
                                        "s1",
                                        Stage.employee("emp-1"),
                                        stage.paper("s1", "ministry").request())
                                .codes())
                .containsExactly("NOT_OPEN");
        assertThat(stage.open(Stage.order("s1", "ministry")).codes())
                .as("the same order does not bring it back")
                .containsExactly("SURVEY_EXISTS");
        assertThat(stage.open(Stage.order("s2", "ministry")).status()).isEqualTo(201);
        stage.at(Stage.CLOSES);
        stage.run("CloseDueSurveys");
        stage.at(Stage.CLOSES.plusSeconds(61));
        stage.run("TallySurvey");
        assertThat(results("s1", "ministry", "sex").has("statements")).isFalse();
        assertThat(stage.items("SigningKeys"))
                .noneMatch(item ->
                        Item.text(item, Item.PK).startsWith("s1#") && item.containsKey("key"));
    }

    @Test
    void aSurveyThatWasClosed_cannotBeCancelled_andKeepsItsBodies() {
        open(Stage.order("s1", "ministry"), "ministry", "emp-", 24);
        stage.request("ManageSurveys", "POST /surveys/{survey}/close")
                .by(Stage.AGENCY)
                .path("survey", "s1")
                .send();

        assertThat(cancel("s1").codes()).containsExactly("CANNOT_CANCEL");
        assertRefused(stage.open(Stage.order("s2", "ministry")), "ministry", "s1");
    }

    @Test
    void aSurveyWhoseTimeIsOver_cannotBeCancelled() {
        open(Stage.order("s1", "ministry"), "ministry", "emp-", 24);
        stage.at(Stage.CLOSES);

        assertThat(cancel("s1").codes()).containsExactly("CANNOT_CANCEL");
    }

    private Answer cancel(String survey) {
        return stage.request("ManageSurveys", "POST /surveys/{survey}/cancel")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .body(Json.object().put("reason", "a body was missing"))
                .send();
    }

    // What the attackers do

    /// Somebody with a position and an answer to every statement.
    private record Person(String body, int position, int[] answers) {

        int answer(int question) {
            return answers[question - 1];
        }

        ObjectNode ballot() {
            ObjectNode all = Json.object();
            for (int question = 1; question <= STATEMENTS; question++) {
                all.put("q" + question, answer(question));
            }
            return all;
        }
    }

    private Person person(String body, int position) {
        return new Person(body, position, random.ints(STATEMENTS, 1, 5).toArray());
    }

    private void open(ObjectNode order, String body, String people, int count) {
        assertThat(stage.open(order).status()).isEqualTo(201);
        stage.at(Stage.OPENS.minusSeconds(1));
        stage.enrol(
                order.path("id").asText(),
                body,
                IntStream.range(0, count).mapToObj(i -> people + i).toArray(String[]::new));
        stage.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    private void vote(String survey, String who, Person person) {
        var paper = stage.paper(survey, person.body());
        var issued = stage.token(survey, Stage.employee(who), paper.request());
        cast(survey, person, Stage.ballot(person.body(), paper.token(issued), person.ballot()));
    }

    private void voteBySlip(String survey, String code, Person person) {
        var paper = stage.slipPaper(survey, person.body());
        var issued = stage.tokenByCode(survey, code, paper.request());
        cast(survey, person, Stage.ballot(person.body(), paper.token(issued), person.ballot()));
    }

    private void cast(String survey, Person person, ObjectNode ballot) {
        ballot.putObject("respondent").put("position", person.position());
        assertThat(stage.cast(survey, ballot).status()).isEqualTo(201);
    }

    private void close(String survey) {
        stage.request("ManageSurveys", "POST /surveys/{survey}/close")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .send();
        stage.run("CloseDueSurveys");
        stage.at(stage.now().plusSeconds(61));
        stage.run("TallySurvey");
    }

    /// How many of the victim's answers follow from what is shown and from the ballots known: where
    /// one person is left of a group, or of everybody but the groups shown.
    private int recovered(String survey, String body, Person victim, List<Person> known) {
        JsonNode shown = results(survey, body, "position");
        assertThat(shown.path("state").asText()).isEqualTo("CLOSED");
        int recovered = 0;
        for (int question = 1; question <= STATEMENTS; question++) {
            OptionalInt answer = last(shown, question, victim.position(), known);
            if (answer.isPresent()) {
                assertThat(answer.getAsInt()).isEqualTo(victim.answer(question));
                recovered++;
            }
        }
        return recovered;
    }

    private static OptionalInt last(
            JsonNode shown, int question, int position, List<Person> known) {
        Optional<int[]> everybody = counts(of(shown.path("statements"), question));
        everybody.ifPresent(left -> known.forEach(person -> left[person.answer(question)]--));
        OptionalInt one = everybody.map(CollusionTest::oneLeft).orElse(OptionalInt.empty());
        for (JsonNode group : shown.at("/cut/groups")) {
            Optional<int[]> own = counts(of(group.path("statements"), question));
            int value = group.path("value").asInt();
            own.ifPresent(left ->
                    known.stream()
                            .filter(person -> person.position() == value)
                            .forEach(person -> left[person.answer(question)]--));
            if (own.isPresent() && value == position && one.isEmpty()) {
                one = oneLeft(own.get());
            }
            if (own.isPresent() && everybody.isPresent() && value != position) {
                subtract(everybody.get(), own.get());
                one = one.isPresent() ? one : oneLeft(everybody.get());
            }
        }
        return one;
    }

    private static OptionalInt oneLeft(int[] counts) {
        return IntStream.of(counts).sum() == 1
                ? IntStream.range(0, counts.length).filter(code -> counts[code] == 1).findFirst()
                : OptionalInt.empty();
    }

    private static Optional<int[]> counts(JsonNode statement) {
        if (!statement.path("counts").isObject()) {
            return Optional.empty();
        }
        int[] counts = new int[5];
        statement
                .path("counts")
                .properties()
                .forEach(count ->
                        counts[Integer.parseInt(count.getKey())] = count.getValue().asInt());
        return Optional.of(counts);
    }

    private static void subtract(int[] from, int[] counts) {
        for (int code = 0; code < from.length; code++) {
            from[code] -= counts[code];
        }
    }

    private static JsonNode of(JsonNode statements, int question) {
        return statements
                .valueStream()
                .filter(statement -> statement.path("id").asText().equals("q" + question))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode results(String survey, String body, String cut) {
        return stage.request("SurveyResults", "GET /surveys/{survey}/results")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .query("body", body)
                .query("cut", cut)
                .send()
                .body();
    }

    private static void assertRefused(Answer answer, String body, String survey) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(errors(answer, "code")).contains("IN_ANOTHER_SURVEY");
        assertThat(errors(answer, "message"))
                .anyMatch(message -> message.contains(body) && message.contains(survey));
    }

    private static List<String> errors(Answer answer, String field) {
        return answer.body().path("errors").findValuesAsText(field);
    }

    // The rules switched off

    private void everyBallotIsByLogin() {
        stage.items("Ballots")
                .forEach(item ->
                        stage.sandbox
                                .dynamo()
                                .updateItem(request ->
                                        request.tableName(stage.sandbox.table("Ballots"))
                                                .key(
                                                        Item.key(
                                                                Item.text(item, Item.PK),
                                                                Item.text(item, Item.SK)))
                                                .updateExpression("REMOVE channel")));
    }

    private void set(String pk, String sk, String update, Map<String, AttributeValue> values) {
        stage.sandbox
                .dynamo()
                .updateItem(request -> {
                    request.tableName(stage.sandbox.table("Surveys"))
                            .key(Item.key(pk, sk))
                            .updateExpression(update);
                    if (!values.isEmpty()) {
                        request.expressionAttributeNames(Map.of("#year", "year"))
                                .expressionAttributeValues(values);
                    }
                });
    }
}
