package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Call;
import kz.bagalau.exit.counts.Batch;
import kz.bagalau.forms.ExitQuestionnaire;
import kz.bagalau.lambda.dynamo.Item;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody reads everything that a role can read, whenever they like, and puts it side by side.
@Isolated("reads what the process prints")
class DisclosureTest {

    private static final List<String> REASONS =
            List.of("process.workload", "ethics.conflict", "pay.low", "family.marriage");

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void inNovember() {
        stage.at(Stage.NOVEMBER);
    }

    @Test
    void thePersonnelService_readsCountsOnly() {
        leave(12);
        stage.at(Stage.FEBRUARY);
        stage.tally();

        var summary = stage.summary(Stage.hr("min-digital"), "min-digital", 2025);

        assertThat(summary.status()).isEqualTo(200);
        assertThat(summary.body().has("reasons")).isFalse();
        assertThat(summary.body().toString()).doesNotContain("exit.q", "negative");
    }

    @Test
    void anotherBody_readsNothing() {
        leave(6);

        assertThat(stage.summary(Stage.hr("min-finance"), "min-digital", 2025).status())
                .isEqualTo(403);
        assertThat(stage.summary(Stage.DIGITAL, "min-digital", 2025).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void fewerThanFive_areNeverTold(int people) {
        leave(people);
        stage.at(Stage.FEBRUARY);
        stage.tally();

        JsonNode reasons = reasons();

        assertThat(reasons.path("people").isNull()).isTrue();
        assertThat(reasons.path("questions").isNull()).isTrue();
        assertThat(reasons.path("reason").asText()).isEqualTo("BELOW_MINIMUM");
        assertThat(ofAllBodies()).isEqualTo(reasons);
    }

    @Test
    void five_areToldTogetherOnceTheYearIsSettled() {
        leave(5);
        stage.tally();
        assertThat(reasons().path("people").isNull()).as("the year goes on").isTrue();

        stage.at(Stage.FEBRUARY);
        stage.tally();

        assertThat(reasons().path("people").asInt()).isEqualTo(5);
        assertThat(reasons().at("/questions/q1/answered").asInt()).isEqualTo(5);
        assertThat(reasons().at("/questions/q1/options/exit.q1.process.workload").asInt())
                .isEqualTo(2);
        assertThat(reasons().at("/groups/exit.q1.process").asInt()).isEqualTo(2);
        assertThat(reasons().at("/questions/q3/options/exit.q3.male").asInt()).isZero();
    }

    /// What the Agency reads after each single answer, all year long and after it, of the body and
    /// of all bodies: two readings differ by nothing, or by five people and more.
    @Test
    void betweenTwoReadings_thereIsNeverASmallerGroup() {
        List<JsonNode> readings = new ArrayList<>();
        Random random = new Random(7);
        for (int person = 0; person < 33; person++) {
            stage.leaves("min-digital", "p" + person, REASONS.get(random.nextInt(4)));
            if (person % 3 == 0) {
                stage.leaves("min-finance", "f" + person, REASONS.get(random.nextInt(4)));
            }
            stage.tally();
            readings.add(reasons());
        }
        stage.at(Stage.FEBRUARY);
        stage.tally();
        readings.add(reasons());
        stage.at(Instant.parse("2026-03-02T05:00:00Z"));
        for (int person = 0; person < 7; person++) {
            stage.entered("late" + person);
            stage.tally();
            readings.add(reasons());
        }

        List<Integer> people =
                readings.stream().map(reading -> reading.path("people").asInt()).toList();
        assertThat(people).isSorted().endsWith(33, 33, 33, 33, 33, 33, 33, 33).contains(5, 10, 25);
        for (int one = 0; one < readings.size(); one++) {
            for (int other = one + 1; other < readings.size(); other++) {
                int more = people.get(other) - people.get(one);
                assertThat(more == 0 || more >= Batch.MINIMUM_GROUP).isTrue();
                if (more == 0) {
                    assertThat(readings.get(other)).isEqualTo(readings.get(one));
                }
            }
        }
        int rest = ofAllBodies().path("people").asInt() - people.getLast();
        assertThat(rest).as("the other body").isEqualTo(11);
    }

    /// While the year goes on as many as a group are held back, so that the last difference is a
    /// group too.
    @Test
    void whoIsNotYetTold_isAGroup() {
        for (int person = 0; person < 23; person++) {
            stage.leaves("min-digital", "p" + person, "pay.low");
            stage.tally();
            int untold = person + 1 - reasons().path("people").asInt();
            assertThat(person + 1 < Batch.MINIMUM_GROUP || untold >= Batch.MINIMUM_GROUP).isTrue();
        }
    }

    @Test
    void p35_howManyWereNegative_isNotToldWhileItChangesWithEachAnswer() {
        for (int person = 0; person < 6; person++) {
            stage.leaves("min-digital", "p" + person, "process.workload");
            stage.tally();
            assertThat(stage.facts("min-digital", 2025).keySet())
                    .containsExactly(
                            "exit.dismissed", "exit.exempt", "exit.interviewed", "exit.paper");
        }

        stage.at(Stage.FEBRUARY);
        stage.tally();

        assertThat(stage.facts("min-digital", 2025)).containsEntry("exit.negative", "6");
    }

    /// From the first of February the schedule publishes it although nothing changed.
    @Test
    void aYearIsSettledByTheCalendar() {
        leave(3);
        stage.tally();
        stage.tally();
        stage.at(Stage.FEBRUARY);
        stage.tally();

        assertThat(stage.facts("min-digital", 2025)).containsEntry("exit.negative", "2");
        assertThat(stage.items("ExitInterviews"))
                .filteredOn(item -> Item.text(item, Item.PK).equals("changes"))
                .as("nothing waits to be counted any more")
                .isEmpty();
    }

    @Test
    void aBatch_isNotChangedByACorrection() {
        leave(5);
        stage.at(Stage.FEBRUARY);
        stage.tally();
        JsonNode before = reasons();
        String id =
                stage.request("GET /exit-interviews")
                        .by(Stage.hr("min-digital"))
                        .query("year", "2025")
                        .send()
                        .body()
                        .at("/leavers/0/id")
                        .asText();

        stage.consented(stage.withdraw("min-digital", id));
        stage.tally();

        assertThat(stage.facts("min-digital", 2025)).containsEntry("exit.dismissed", "4");
        assertThat(reasons()).isEqualTo(before);
    }

    @Test
    void whatIsToldOfABatch_isTheSumOfItsPeople() {
        Map<String, Integer> told = new TreeMap<>();
        leave(9);
        stage.at(Stage.FEBRUARY);
        stage.tally();

        reasons()
                .at("/questions/q1/options")
                .properties()
                .forEach(option -> {
                    if (option.getValue().asInt() > 0) {
                        told.put(option.getKey(), option.getValue().asInt());
                    }
                });

        assertThat(told)
                .isEqualTo(
                        Map.of(
                                "exit.q1.process.workload", 3,
                                "exit.q1.ethics.conflict", 2,
                                "exit.q1.pay.low", 2,
                                "exit.q1.family.marriage", 2));
        assertThat(reasons().at("/questions/q1/options")).hasSize(29);
    }

    @Test
    void noRouteOfThisCapabilityTellsAnAnswer() {
        stage.leaves("min-digital", "p", "ethics.mgmt_style");
        String id =
                stage.request("GET /exit-interviews")
                        .by(Stage.hr("min-digital"))
                        .query("year", "2025")
                        .send()
                        .body()
                        .at("/leavers/0/id")
                        .asText();
        stage.at(Stage.FEBRUARY);
        stage.tally();

        Stream.of(
                        stage.request("GET /exit-interviews")
                                .by(Stage.hr("min-digital"))
                                .query("year", "2025"),
                        stage.request("GET /exit-interviews/{id}")
                                .by(Stage.hr("min-digital"))
                                .path("id", id),
                        stage.request("GET /exit-interviews/mine")
                                .by(Stage.claims("p", "employee")),
                        summaryOf(Stage.hr("min-digital")),
                        summaryOf(Stage.AGENCY))
                .forEach(request ->
                        assertThat(request.send().body().toString()).doesNotContain("mgmt_style"));
    }

    /// A count follows an interview within a minute: with the body's name it would be the time at
    /// which somebody known answered.
    @Test
    void theLog_doesNotTellFromWhichBodyAnInterviewCame() {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            leave(2);
            stage.tally();
        } finally {
            System.setOut(standard);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("exit_interview_stored", "exit_interviews_tallied")
                .doesNotContain("min-digital", "2025");
    }

    /// The personnel service printed the slip, knows how long the leaver served and guesses the
    /// rest: each of the 29 reasons is sent with the leaver's own code, to see which one is the
    /// same.
    @Test
    void whoeverHoldsTheCode_doesNotFindTheReasonByTrying() {
        String code = stage.invited("min-digital", "p");
        stage.byCode(code, Stage.answers("pay.unfair_reward")).send();

        assertThat(acknowledged(code)).isEmpty();
    }

    /// Nor after the announcement is withdrawn, or the term is over.
    @Test
    void norWhereInterviewsAreNoLongerTaken() {
        String code = stage.invited("min-digital", "p");
        stage.byCode(code, Stage.answers("pay.unfair_reward")).send();
        stage.at(Instant.parse("2026-03-02T05:00:00Z"));

        assertThat(acknowledged(code)).isEmpty();
    }

    /// A leaver whose answer was lost may send two others before finding back to the first.
    @Test
    void twoOthersInBetween_areTheLeaversOwn() {
        String code = stage.invited("min-digital", "p");
        stage.byCode(code, Stage.answers("pay.low")).send();
        stage.byCode(code, Stage.answers("process.goals")).send();
        stage.byCode(code, Stage.answers("ethics.conflict")).send();

        assertThat(stage.byCode(code, Stage.answers("pay.low")).send().status()).isEqualTo(200);
        stage.byCode(code, Stage.answers("family.marriage")).send();
        assertThat(stage.byCode(code, Stage.answers("pay.low")).send().status()).isEqualTo(409);
    }

    /// The reasons that are answered as the same one, each tried with the code.
    private List<String> acknowledged(String code) {
        return ExitQuestionnaire.appendix12().questions().getFirst().groups().stream()
                .flatMap(group -> group.options().stream())
                .map(option -> option.id().replace("exit.q1.", ""))
                .filter(reason -> stage.byCode(code, Stage.answers(reason)).send().status() == 200)
                .toList();
    }

    private Call summaryOf(Map<String, String> who) {
        return stage.request("GET /exit-interviews/summary")
                .by(who)
                .query("body", "min-digital")
                .query("year", "2025");
    }

    private void leave(int people) {
        IntStream.range(0, people)
                .forEach(person ->
                        stage.leaves("min-digital", "p" + person, REASONS.get(person % 4)));
    }

    private JsonNode reasons() {
        return stage.summary(Stage.AGENCY, "min-digital", 2025).body().path("reasons");
    }

    private JsonNode ofAllBodies() {
        return stage.request("GET /exit-interviews/summary")
                .by(Stage.AGENCY)
                .query("year", "2025")
                .send()
                .body()
                .path("reasons");
    }
}
