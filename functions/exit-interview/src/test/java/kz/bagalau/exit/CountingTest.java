package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The counts of Appendix 1 and the facts of ¶35.
class CountingTest {

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void inNovember() {
        stage.at(Stage.NOVEMBER);
    }

    @Test
    void p35_announcedLeaversAreTheRegister() {
        stage.leaves("min-digital", "a", "process.workload");
        stage.leaves("min-digital", "b", "family.marriage");
        stage.announce(Stage.leaver("c"));
        stage.announce(Stage.leaver("d").put("ground", "RETIREMENT"));
        stage.announce(Stage.leaver("e").put("ground", "MOVE_WITHIN"));
        stage.announce(Stage.leaver("next-year").put("leavingOn", "2026-01-09"));
        stage.announce(Stage.leaver("min-finance", "another-body"));

        stage.at(Stage.FEBRUARY);
        stage.tally();

        assertThat(stage.facts("min-digital", 2025))
                .containsEntry("exit.dismissed", "4")
                .containsEntry("exit.exempt", "1")
                .containsEntry("exit.interviewed", "2")
                .containsEntry("exit.paper", "0")
                .containsEntry("exit.negative", "1")
                .containsEntry("exit.negative_majority", "1");
        assertThat(stage.facts("min-digital", 2026)).containsEntry("exit.dismissed", "1");
        assertThat(stage.facts("min-finance", 2025)).containsEntry("exit.dismissed", "1");
    }

    @Test
    void p35_exactlyHalfOfTheReasonsIsNoMajorityOfThem() {
        stage.leaves("min-digital", "half", "process.workload", "pay.low");
        stage.leaves("min-digital", "most", "process.workload", "process.goals", "pay.low");
        stage.leaves("min-digital", "none", "pay.low");

        stage.at(Stage.FEBRUARY);
        stage.tally();

        assertThat(stage.facts("min-digital", 2025))
                .containsEntry("exit.negative", "2")
                .containsEntry("exit.negative_majority", "1");
    }

    @Test
    void facts_nameNoPersonAndNoMoment() {
        stage.leaves("min-digital", "a", "process.workload");
        stage.tally();

        for (StandingFact fact : stage.standing("min-digital", 2025)) {
            if (fact.name().startsWith("exit.")) {
                assertThat(fact.claim().source()).hasToString("{\"kind\":\"exit-interviews\"}");
                assertThat(fact.claim().stamp().orElseThrow().by())
                        .isEqualTo("TallyExitInterviews");
                assertThat(fact.claim().stamp().orElseThrow().at())
                        .as("midnight in Almaty")
                        .hasToString("2025-11-23T19:00:00Z");
            }
        }
    }

    @Test
    void countingAgain_changesNothing() {
        stage.leaves("min-digital", "a", "process.workload");
        stage.tally();
        var before = stage.items("Records");

        stage.tally();

        assertThat(stage.items("Records")).isEqualTo(before);
    }

    @Test
    void aWithdrawal_takesTheLeaverOutOfTheFacts_andIsFoundWhereTheyHadAnswered() {
        var announced = stage.announce(Stage.leaver("a"));
        stage.byCode(announced.text("code"), Stage.answers("process.workload")).send();
        stage.withdraw("min-digital", announced.text("id"));
        stage.tally();

        assertThat(stage.facts("min-digital", 2025))
                .containsEntry("exit.dismissed", "0")
                .containsEntry("exit.interviewed", "0");
        assertThat(findings(stage.summary(Stage.AGENCY, "min-digital", 2025)))
                .isEqualTo("INTERVIEWED_AND_REMOVED");
        assertThat(findings(stage.summary(Stage.hr("min-digital"), "min-digital", 2025)))
                .as("the personnel service does not learn who had answered")
                .isEmpty();
    }

    @Test
    void anotherDayOfLeaving_movesTheLeaverToItsYear() {
        var announced = stage.announce(Stage.leaver("a"));
        stage.tally();
        stage.correct(announced.text("id"), Stage.leaver("-").put("leavingOn", "2026-01-09"));
        stage.tally();

        assertThat(stage.facts("min-digital", 2025)).containsEntry("exit.dismissed", "0");
        assertThat(stage.facts("min-digital", 2026)).containsEntry("exit.dismissed", "1");
    }

    @Test
    void anInterviewThatIsMovedToAnotherYear_isFound_andKeptAsLongAsThatYear() {
        var announced = stage.announce(Stage.leaver("a"));
        stage.byCode(announced.text("code"), Stage.answers("process.workload")).send();
        assertThat(expires("min-digital")).isEqualTo("2029-01-01");
        assertThat(findings(stage.summary(Stage.AGENCY, "min-digital", 2025))).isEmpty();

        stage.correct(announced.text("id"), Stage.leaver("-").put("leavingOn", "2026-01-09"));

        assertThat(expires("min-digital")).isEqualTo("2030-01-01");
        assertThat(findings(stage.summary(Stage.AGENCY, "min-digital", 2026))).isEmpty();
        assertThat(findings(stage.summary(Stage.AGENCY, "min-digital", 2024))).isEmpty();
        assertThat(findings(stage.summary(Stage.AGENCY, "min-digital", 2025)))
                .isEqualTo("INTERVIEWED_AND_REMOVED");
        assertThat(findings(stage.summary(Stage.hr("min-digital"), "min-digital", 2025))).isEmpty();
    }

    @Test
    void whatWasCountedOnOneDay_isToldInItsOrder() {
        stage.at(Stage.FEBRUARY);
        for (int people = 1; people <= 5; people++) {
            stage.entered("p" + people);
            stage.tally();
        }
        String withdrawn = stage.entered("p6");
        stage.tally();
        stage.consented(stage.withdraw("min-digital", withdrawn));
        stage.tally();

        assertThat(history("exit.dismissed")).containsExactly("1", "2", "3", "4", "5", "6", "5");
        assertThat(history("exit.negative")).containsOnly("0");
    }

    /// What was published of a fact, in the order in which the history keeps it.
    private List<String> history(String fact) {
        List<String> values = new ArrayList<>(stage.history("min-digital", 2025, fact));
        Collections.reverse(values);
        return values;
    }

    @Test
    void whatIsNoLongerKept_isNotCountedAgain() {
        stage.leaves("min-digital", "a", "process.workload");
        stage.at(Stage.FEBRUARY);
        stage.tally();
        var counted = stage.facts("min-digital", 2025);
        assertThat(counted).containsEntry("exit.interviewed", "1");
        stage.entered("b");

        stage.at(Instant.parse("2029-01-01T05:00:00Z"));
        forget("min-digital");
        stage.tally();

        assertThat(stage.facts("min-digital", 2025)).isEqualTo(counted);
        assertThat(items("changes")).isEmpty();
    }

    /// The day from which a body's only interview is no longer kept.
    private String expires(String body) {
        long second = Item.number(items("answers#" + body).getFirst(), "expires");
        return Instant.ofEpochSecond(second).atZone(Runtime.ALMATY).toLocalDate().toString();
    }

    /// As the store does once the interviews of a body are past their time.
    private void forget(String body) {
        items("answers#" + body)
                .forEach(item ->
                        stage.sandbox
                                .dynamo()
                                .deleteItem(request ->
                                        request.tableName(stage.sandbox.table("ExitInterviews"))
                                                .key(
                                                        Item.key(
                                                                Item.text(item, Item.PK),
                                                                Item.text(item, Item.SK)))));
    }

    private List<Map<String, AttributeValue>> items(String partition) {
        return stage.items("ExitInterviews").stream()
                .filter(item -> Item.text(item, Item.PK).equals(partition))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"8, 1, true", "9, 1, false", "17, 2, true", "18, 2, false"})
    void rule6_paperIsAtMostANinthOfTheElectronic(int electronic, int paper, boolean found) {
        for (int i = 0; i < electronic; i++) {
            stage.leaves("akimat-region", "e" + i, "pay.low");
        }
        for (int i = 0; i < paper; i++) {
            String id =
                    stage.announce(Stage.onPaper(Stage.leaver("akimat-region", "p" + i)))
                            .text("id");
            stage.request("PUT /exit-interviews/{id}/paper")
                    .by(Stage.territorial("astana"))
                    .path("id", id)
                    .body(Json.object().set("answers", Stage.answers("pay.low")))
                    .send();
        }

        var summary = stage.summary(Stage.hr("akimat-region"), "akimat-region", 2025);

        assertThat(summary.body().path("paper").asInt()).isEqualTo(paper);
        assertThat(findings(summary)).isEqualTo(found ? "TOO_MUCH_PAPER" : "");
    }

    @Test
    void appendix1_hasARowAUnit_andWhoAnsweredThereAfterTheYear() {
        String finance = stage.announce(unit("a", "Finance", "SERVICE")).text("code");
        stage.announce(unit("b", "Finance", "BODY"));
        stage.announce(unit("c", "Audit", "BODY").put("section", "DEPARTMENT"));
        stage.byCode(finance, Stage.answers("pay.low")).send();

        JsonNode running = stage.summary(Stage.hr("min-digital"), "min-digital", 2025).body();
        stage.at(Stage.FEBRUARY);
        JsonNode over = stage.summary(Stage.hr("min-digital"), "min-digital", 2025).body();

        assertThat(running.path("interviewed").asInt()).isOne();
        assertThat(running.at("/units/0/unit").asText()).isEqualTo("Finance");
        assertThat(running.at("/units/0/leftService").asInt()).isOne();
        assertThat(running.at("/units/0/leftServiceInterviewed").isNull()).isTrue();
        assertThat(over.at("/units/0/leftServiceInterviewed").asInt()).isOne();
        assertThat(over.at("/units/0/leftBodyInterviewed").asInt()).isZero();
        assertThat(over.at("/units/1/unit").asText()).isEqualTo("Audit");
        assertThat(over.at("/total/leftBody").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"kk, қалпына келтірілген", "ru, восстановлено", "en, restored"})
    void appendix1_isAWorkbookWithTheColumnThatTheOrderLost(String language, String restored)
            throws IOException {
        stage.announce(unit("a", "=HYPERLINK(\"http://x\")", "SERVICE"));

        byte[] file =
                stage.request("GET /exit-interviews/summary.xlsx")
                        .by(Stage.hr("min-digital"))
                        .query("year", "2025")
                        .query("lang", language)
                        .bytes();

        String content = content(file);
        assertThat(content).contains(restored).contains("=HYPERLINK");
        assertThat(content).as("a name is no formula").doesNotContain("<f>");
    }

    @Test
    void noTableButItsOwnHoldsALeaver() {
        stage.leaves("min-digital", "person-4711", "process.workload");
        stage.tally();

        assertThat(stage.items("Records").toString()).doesNotContain("person-4711");
        assertThat(stage.items("ExitInterviews"))
                .filteredOn(item -> item.containsKey("answers"))
                .allSatisfy(item -> {
                    assertThat(item).doesNotContainKeys("person", "at", "announced");
                    assertThat(Item.text(item, Item.PK)).startsWith("answers#");
                });
    }

    private static ObjectNode unit(String person, String unit, String left) {
        return Stage.leaver(person).put("unit", unit).put("left", left);
    }

    private static String findings(Answer summary) {
        return String.join(" ", summary.body().path("findings").findValuesAsText("code"));
    }

    private static String content(byte[] workbook) throws IOException {
        StringBuilder content = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        // letters beyond ASCII stand as references
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(content)
                .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)));
    }
}
