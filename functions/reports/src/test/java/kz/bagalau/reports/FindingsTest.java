package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.act.InformationPenalties;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.setting.Settings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {

    private static final String PM = "min-digital.appendix-1.2025";
    private static final String IT = "min-digital.appendix-8.2025";

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void everythingIsOverdue() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.put(Stage.schedule());
        stage.at("2026-02-02"); // Monday
    }

    private Optional<StandingFact> standing(String fact) {
        return Optional.ofNullable(stage.facts("min-digital").facts().get(fact));
    }

    private List<String> published(String fact) {
        return standing(fact)
                .map(StandingFact::value)
                .map(value ->
                        ((FactValue.Amounts) value)
                                .values().stream().map(BigDecimal::toPlainString).toList())
                .orElse(List.of());
    }

    private Answer withdraw(String obligation, String finding, String basis) {
        return stage.request(
                        "ReviewReport",
                        "POST /obligations/{obligation}/findings/{finding}/withdrawal")
                .by(Stage.AGENCY)
                .path("obligation", obligation)
                .path("finding", finding)
                .body(Json.object().put("basis", basis))
                .send();
    }

    @Test
    void p24_findings_arePublishedForTheirDirection_alsoWhereNoFileCame() {
        assertThat(stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send().status()).isEqualTo(201);
        stage.finding("min-digital.appendix-7.2025", Stage.AGENCY, "INCORRECT", "0.5").send();
        stage.finding(IT, Stage.DIGITAL, "INCOMPLETE", "3").send();

        assertThat(published("information.pm")).containsExactly("2", "0.5");
        assertThat(published("information.it")).containsExactly("3");
        assertThat(standing("information.pm").orElseThrow().claim().origin()).isEqualTo("review");
    }

    @Test
    void whatWasFound_isSeenByTheBodyConcerned_withItsBasis() {
        stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send();

        JsonNode obligation = stage.obligation("min-digital", "appendix-1");

        JsonNode finding = obligation.path("findings").path(0);
        assertThat(finding.path("kind").asText()).isEqualTo("UNTIMELY");
        assertThat(finding.path("points").asText()).isEqualTo("2");
        assertThat(finding.path("basis").asText()).isEqualTo("Act of checking No. 7");
        assertThat(obligation.path("risk").path("found").asText()).isEqualTo("2");
        assertThat(obligation.path("risk").path("atMost").asText()).isEqualTo("8");
        assertThat(
                        stage.obligation("min-digital", "appendix-8")
                                .path("risk")
                                .path("atMost")
                                .asText())
                .isEqualTo("10");
    }

    /// Incorrect 4, incomplete 5, late 3 = 12, of which the rules deduct 10 (specification, 3.2).
    @Test
    void p24_moreThanTenAltogether_isAllPublished_andTheRulesCapIt() {
        stage.finding(PM, Stage.AGENCY, "INCORRECT", "4").send();
        stage.finding(PM, Stage.AGENCY, "INCOMPLETE", "5").send();
        Answer last = stage.finding(PM, Stage.AGENCY, "UNTIMELY", "3").send();

        assertThat(last.body().path("risk").path("found").asText()).isEqualTo("12");
        assertThat(last.body().path("risk").path("atMost").asText()).isEqualTo("0");
        FactValue fact = standing("information.pm").orElseThrow().value();
        assertThat(deducted(fact)).isEqualByComparingTo("10");
        assertThat(InformationPenalties.MOST.on(LocalDate.of(2025, 12, 31)).value())
                .isEqualByComparingTo("10");
    }

    private static BigDecimal deducted(FactValue penalties) {
        return Methodologies.OPERATIONAL
                .of(AssessedPeriod.ofYear(2025))
                .assess(
                        new Assessed(
                                BodyKind.OMO,
                                AssessedPeriod.ofYear(2025),
                                new BodyFacts(
                                        List.of(
                                                new Given<>(
                                                        "information.pm",
                                                        penalties,
                                                        new Provenance("test", Map.of())))),
                                Map.of(),
                                Settings.DEFAULTS))
                .direction("pm")
                .penalty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10.000001", "-1", "1e1", "2.1234567", "", "two"})
    void p24_onePenalty_isMoreThanNothing_andNotMoreThanAllTogetherMayBe(String points) {
        Answer answer = stage.finding(PM, Stage.AGENCY, "INCORRECT", points).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/points");
        assertThat(published("information.pm")).isEmpty();
    }

    @Test
    void everythingThatIsWrong_isToldAtOnce() {
        Answer answer =
                stage.request("ReviewReport", "POST /obligations/{obligation}/findings")
                        .by(Stage.AGENCY)
                        .path("obligation", PM)
                        .body(Json.object().put("kind", "LATE").put("points", 2))
                        .send();

        assertThat(answer.pointers()).containsExactlyInAnyOrder("/kind", "/points", "/basis");
    }

    @Test
    void beforeTheDay_nothingIsFoundWhereNothingCame() {
        stage.at(Stage.IN_TIME);

        assertThat(stage.finding(PM, Stage.AGENCY, "UNTIMELY", "1").send().codes())
                .containsExactly("NOT_LATE");
        assertThat(stage.finding(PM, Stage.AGENCY, "INCOMPLETE", "1").send().codes())
                .containsExactly("NOTHING_DUE_YET");
    }

    @Test
    void aBodyIsLateWithOneObligationOnce() {
        stage.finding(PM, Stage.AGENCY, "UNTIMELY", "1").send();

        assertThat(stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send().codes())
                .containsExactly("ALREADY_UNTIMELY");
        assertThat(published("information.pm")).containsExactly("1");
    }

    @Test
    void aWithdrawnFinding_costsNothing_andStaysToBeSeen() {
        String id = stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send().text("id");
        stage.finding(PM, Stage.AGENCY, "INCORRECT", "1").send();

        assertThat(withdraw(PM, id, "The file had come on paper").status()).isEqualTo(200);

        assertThat(published("information.pm")).containsExactly("1");
        JsonNode first = stage.obligation("min-digital", "appendix-1").path("findings").path(0);
        assertThat(first.path("id").asText()).isEqualTo(id);
        assertThat(first.path("withdrawn").path("basis").asText())
                .isEqualTo("The file had come on paper");
        assertThat(stage.finding(PM, Stage.AGENCY, "UNTIMELY", "3").send().status()).isEqualTo(201);
    }

    @Test
    void whereAllAreWithdrawn_nothingIsClaimed() {
        String id = stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send().text("id");

        withdraw(PM, id, "wrong body");

        assertThat(stage.facts("min-digital").facts()).doesNotContainKey("information.pm");
    }

    @Test
    void aFindingIsWithdrawnOnce_andUnderItsOwnObligationOnly() {
        String id = stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send().text("id");

        assertThat(withdraw("min-digital.appendix-7.2025", id, "x").status()).isEqualTo(404);
        assertThat(withdraw(PM, id, "x").status()).isEqualTo(200);
        assertThat(withdraw(PM, id, "x").status()).isEqualTo(200);
        assertThat(withdraw(PM, id, "y").codes()).containsExactly("ALREADY_WITHDRAWN");
    }

    @Test
    void everyEditionIsKept_andEachFindingIsInTheAuditTrailOfItsObligation() {
        String id = stage.finding(PM, Stage.AGENCY, "UNTIMELY", "2").send().text("id");
        stage.finding(PM, Stage.AGENCY, "INCORRECT", "1").send();
        withdraw(PM, id, "wrong body");

        assertThat(stage.records())
                .filteredOn(item -> Item.text(item, Item.PK).equals("findings#min-digital#2025"))
                .hasSize(3);
        assertThat(stage.records())
                .filteredOn(item -> Item.text(item, Item.PK).equals("audit#obligation#" + PM))
                .extracting(item -> Item.text(item, "what"))
                .containsExactlyInAnyOrder("find", "find", "withdraw");
        assertThat(stage.records())
                .filteredOn(item ->
                        item.containsKey("what") && Item.text(item, "what").equals("withdraw"))
                .singleElement()
                .satisfies(
                        item -> assertThat(Item.text(item, "details")).contains(id, "wrong body"));
    }

    @Test
    void findingsMadeAtTheSameMoment_areAllKept() {
        IntStream.range(0, 12)
                .parallel()
                .forEach(i ->
                        assertThat(
                                        stage.finding(PM, Stage.AGENCY, "INCORRECT", "0." + (i + 1))
                                                .send()
                                                .status())
                                .isEqualTo(201));

        assertThat(published("information.pm")).hasSize(12);
        assertThat(stage.obligation("min-digital", "appendix-1").path("findings")).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource
    void aFindingSentToAProcessThatDies_andAgain_isThereOnce(Moment moment) {
        boolean lived;
        int number = 0;
        do {
            number++;
            var request =
                    stage.finding(PM, Stage.AGENCY, "INCORRECT", "0." + number)
                            .header("idempotency-key", moment + "-" + number);
            lived = request.sendDying(number, moment).isPresent();

            assertThat(request.send().status()).isEqualTo(201);
            assertThat(published("information.pm")).hasSize(number);
        } while (!lived);
        assertThat(number).isGreaterThan(4);
    }

    @Test
    void theKeyOfAnotherRequest_isRefused() {
        stage.finding(PM, Stage.AGENCY, "INCORRECT", "1").header("idempotency-key", "k").send();

        assertThat(
                        stage.finding(PM, Stage.AGENCY, "INCORRECT", "2")
                                .header("idempotency-key", "k")
                                .send()
                                .codes())
                .containsExactly("KEY_REUSED");
    }
}
