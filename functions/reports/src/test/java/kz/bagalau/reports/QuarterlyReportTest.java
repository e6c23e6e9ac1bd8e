package kz.bagalau.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.arrangements.Chosen;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.directory.dynamo.DynamoWorktimeRecipients;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.monitoring.Recipient;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.workmode.WorkSetting;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The quarterly report on working time (No. 121, ¶8), from the quarter to its return. It is Monday
/// 12 January 2026; there is no assessment schedule.
class QuarterlyReportTest {

    private static final String ROWS =
            """
            Employee or unit;Hours of the norm;Hours worked;Overtime on the employer's initiative, hours;\
            of it overtime on days off, hours;Presence outside working time, hours;\
            of it presence on days off, hours;Days of absence
            """;
    private static final String SOUND =
            ROWS + "Law;480;471.5;12;4;18.5;6;2\nFinance;480;480;0;0;0;0;0\n";

    @AutoClose private final Stage stage = Stage.deployed();

    private final Caller almaty = authority("almaty");
    private final Caller astana = authority("astana");

    @BeforeEach
    void threeBodies() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.body("akimat", BodyKind.ZHAO, null, "almaty");
        stage.body("committee", BodyKind.OTHER, "min-digital");
    }

    @Test
    void m05_w01_w02_eachBodyReportsToItsRecipient() {
        assertThat(ask("min-digital", "2025-Q4").text("recipient")).isEqualTo("agency");
        assertThat(ask("akimat", "2025-Q4").text("recipient")).isEqualTo("almaty");
        assertThat(ask("committee", "2025-Q4").text("code")).isEqualTo("NO_RECIPIENT");

        recipients()
                .put(
                        "committee",
                        new Recipient.Entered(Optional.of("astana"), "letter 5"),
                        OptionalLong.of(0),
                        Stage.AGENCY);

        assertThat(ask("committee", "2025-Q4").text("recipient")).isEqualTo("astana");
    }

    @Test
    void aQuarterThatIsNotOverIsNotReported() {
        assertThat(ask("min-digital", "2026-Q1").text("code")).isEqualTo("QUARTER_NOT_OVER");
        stage.at("2026-04-01");
        assertThat(ask("min-digital", "2026-Q1").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"2025", "2025-03"})
    void itIsAboutAQuarterAndNothingElse(String period) {
        assertThat(ask("min-digital", period).codes()).containsExactly("PERIOD_DOES_NOT_FIT");
    }

    @Test
    void itHasNoSchedule() {
        var schedule = Json.object().put("basis", "Order No. 300");
        schedule.putArray("items")
                .addObject()
                .put("form", "worktime")
                .put("period", "2025-Q4")
                .put("due", "2026-01-15");

        assertThat(stage.put(schedule).codes()).containsExactly("UNKNOWN_FORM");
    }

    @Test
    void w03_withoutADayNothingIsLate_withOneItIs() {
        String report = send("akimat", SOUND);
        assertThat(show(report, almaty).body().path("late").asBoolean()).isFalse();
        assertThat(show(report, almaty).body().has("due")).isFalse();
        assertThat(quarter("akimat", 4).has("due")).isFalse();

        regimes()
                .put(
                        new Chosen(
                                regimes()
                                        .settings()
                                        .value()
                                        .settings()
                                        .with(WorkSetting.REPORT_DUE_DAY, OptionalInt.of(10)),
                                "letter 5"),
                        OptionalLong.empty(),
                        Stage.AGENCY);

        assertThat(quarter("akimat", 4).path("due").asText()).isEqualTo("2026-01-10");
        assertThat(quarter("akimat", 4).path("late").asBoolean()).isTrue();
        assertThat(quarter("min-digital", 4).path("state").asText()).isEqualTo("LATE");
    }

    @Test
    void whatIsAcceptedGivesNoFacts_noPenalty_andNoRisk() {
        String report = send("min-digital", SOUND);

        JsonNode shown = show(report, Stage.AGENCY).body();
        assertThat(shown.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(shown.path("recipient").asText()).isEqualTo("agency");
        assertThat(shown.has("penalty")).isFalse();
        assertThat(quarter("min-digital", 4).has("risk")).isFalse();
        assertThat(stage.facts("min-digital").facts()).containsOnlyKeys("hours.working_days");
        assertThat(
                        stage.finding(
                                        "min-digital.worktime.2025-Q4",
                                        Stage.AGENCY,
                                        "INCORRECT",
                                        "1")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void everythingThatIsWrongIsNamedAtItsCell() {
        String report =
                send("min-digital", ROWS + "Law;480;many;12;14;18;-1;\nLaw;1;1;0;0;0;0;0\n");

        Answer shown = show(report, Stage.AGENCY);
        assertThat(shown.text("state")).isEqualTo("REJECTED");
        assertThat(shown.codes())
                .contains("NOT_A_NUMBER", "NEGATIVE", "FIGURE_MISSING", "VALUE_TWICE");
        assertThat(send("min-digital", ROWS)).isNotEmpty();
    }

    @Test
    void aPartIsNotGreaterThanItsWhole() {
        Answer shown = show(send("min-digital", ROWS + "Law;480;471;12;14;18;6;2\n"), Stage.AGENCY);

        assertThat(shown.codes()).containsExactly("PART_GREATER");
    }

    @Test
    void everyBodyOwesIt_fromTheQuarterItself() {
        assertThat(quarters("committee", Stage.hr("committee")))
                .extracting(one -> one.path("period").asText() + " " + one.path("state").asText())
                .containsExactly("2025-Q1 OPEN", "2025-Q2 OPEN", "2025-Q3 OPEN", "2025-Q4 OPEN");
        send("akimat", SOUND);
        assertThat(quarter("akimat", 4).path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(quarter("akimat", 3).path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void itIsReturned_untilAnotherFileIsAccepted_andTheSameAgainIsOneReturn() {
        String report = send("akimat", SOUND);

        Answer first = giveBack(report, almaty, "units are missing");
        Answer second = giveBack(report, almaty, "units are missing");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("RETURNED");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(trail(report)).isEqualTo(1);
        assertThat(giveBack(report, almaty, "another reason").text("code"))
                .isEqualTo("WRONG_STATE");
        assertThat(show(report, Stage.hr("akimat")).body().at("/returned/reason").asText())
                .isEqualTo("units are missing");
        assertThat(quarter("akimat", 4).path("state").asText()).isEqualTo("RETURNED");

        stage.at(stage.now().plusSeconds(60));
        send("akimat", SOUND + "Staff;480;480;0;0;0;0;0\n");

        assertThat(quarter("akimat", 4).path("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void aReturnThatDiesIsFinishedByTheSameAgain() {
        for (int number = 1; ; number++) {
            String report = send("akimat", SOUND + "Unit %d;1;1;0;0;0;0;0\n".formatted(number));
            Optional<Answer> answer =
                    back(report, almaty, "r").sendDying(number, Crash.Moment.AFTER);

            assertThat(giveBack(report, almaty, "r").text("state")).isEqualTo("RETURNED");
            assertThat(trail(report)).isEqualTo(1);
            if (answer.isPresent()) {
                return;
            }
            stage.at(stage.now().plusSeconds(60));
        }
    }

    @Test
    void onlyItsRecipientReturnsIt() {
        String report = send("akimat", SOUND);

        assertThat(giveBack(report, Stage.AGENCY, "r").status()).isEqualTo(403);
        assertThat(giveBack(report, astana, "r").status()).isEqualTo(404);
        assertThat(giveBack(report, Stage.hr("akimat"), "r").status()).isEqualTo(403);
        assertThat(giveBack(report, almaty, " ").status()).isEqualTo(400);
        assertThat(show(report, almaty).text("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void itIsReadByOwnHr_itsRecipientAndTheAgency_andNobodyElse() {
        String report = send("akimat", SOUND);

        for (Caller reader : List.of(Stage.AGENCY, Stage.hr("akimat"), almaty)) {
            assertThat(show(report, reader).status()).isEqualTo(200);
            assertThat(listed("akimat", reader)).containsExactly("worktime");
        }
        assertThat(show(report, Stage.DIGITAL).status()).isEqualTo(404);
        assertThat(listed("akimat", Stage.DIGITAL)).isEmpty();
        assertThat(stage.obligations("akimat", Stage.DIGITAL).body().has("quarterly")).isFalse();
        assertThat(show(report, astana).status()).isEqualTo(404);
        assertThat(show(report, Stage.HR).status()).isEqualTo(404);
        assertThat(stage.obligations("akimat", astana).status()).isEqualTo(404);
        assertThat(stage.obligations("akimat", almaty).body().path("obligations")).isEmpty();
    }

    /// A subdivision receives the quarterly report and nothing of the assessment.
    @Test
    void aSubdivisionSeesNoOtherReport() {
        stage.put(Stage.schedule());
        String other = stage.send(Upload.of("akimat", "appendix-7"));

        assertThat(show(other, almaty).status()).isEqualTo(404);
        assertThat(listed("akimat", almaty)).isEmpty();
    }

    @Test
    void theListOfAQuarter_byWhoAsks() {
        send("akimat", SOUND);

        JsonNode agency = list(Stage.AGENCY).body();
        assertThat(agency.path("reports").findValuesAsText("body"))
                .containsExactly("akimat", "min-digital");
        assertThat(agency.path("reports").findValuesAsText("state")).contains("ACCEPTED", "OPEN");
        assertThat(agency.path("withoutRecipient").toString()).isEqualTo("[\"committee\"]");
        JsonNode unit = list(almaty).body();
        assertThat(unit.path("reports").findValuesAsText("body")).containsExactly("akimat");
        assertThat(unit.has("withoutRecipient")).isFalse();
        assertThat(list(Stage.DIGITAL).status()).isEqualTo(403);
        assertThat(
                        stage.request("ReviewReport", "GET /worktime-reports")
                                .by(Stage.AGENCY)
                                .query("quarter", "2025-Q5")
                                .send()
                                .status())
                .isEqualTo(400);
    }

    /// Bodies, recipients and settings are read once each, and of each body what it sent.
    @Test
    void theListOfAQuarter_readsEachBodyOnce() {
        send("akimat", SOUND);
        boolean[] more = {false};

        Answer agency = listing(Stage.AGENCY).sendWhile(6, () -> more[0] = true);

        assertThat(agency.body().path("reports")).hasSize(2);
        assertThat(more[0]).isFalse();
    }

    private Answer list(Caller by) {
        return listing(by).send();
    }

    private Call listing(Caller by) {
        return stage.request("ReviewReport", "GET /worktime-reports")
                .by(by)
                .query("quarter", "2025-Q4");
    }

    private List<String> listed(String body, Caller by) {
        return stage.request("RequestUpload", "GET /reports")
                .by(by)
                .query("body", body)
                .query("year", "2025")
                .send()
                .body()
                .path("reports")
                .findValuesAsText("form");
    }

    private Answer giveBack(String report, Caller by, String reason) {
        return back(report, by, reason).send();
    }

    private Call back(String report, Caller by, String reason) {
        return stage.request("ReviewReport", "POST /reports/{report}/return")
                .by(by)
                .path("report", report)
                .body(Json.object().put("reason", reason));
    }

    private Answer show(String report, Caller by) {
        return stage.request("RequestUpload", "GET /reports/{report}")
                .by(by)
                .path("report", report)
                .send();
    }

    private List<JsonNode> quarters(String body, Caller by) {
        return stage.obligations(body, by).body().path("quarterly").valueStream().toList();
    }

    private JsonNode quarter(String body, int number) {
        return quarters(body, Stage.AGENCY).get(number - 1);
    }

    private Answer ask(String body, String period) {
        return upload(body, period, SOUND).request(stage).send();
    }

    private String send(String body, String csv) {
        return stage.send(upload(body, "2025-Q4", csv));
    }

    private static Upload upload(String body, String period, String csv) {
        return Upload.of(body, "worktime")
                .period(period)
                .name("worktime.csv")
                .content(csv.getBytes(UTF_8));
    }

    private long trail(String report) {
        return stage.records().stream()
                .map(Map::toString)
                .filter(item -> item.contains("audit#report#" + report))
                .filter(item -> item.contains("RETURNED"))
                .count();
    }

    private DynamoRegimes regimes() {
        return new DynamoRegimes(table(), Clock.systemUTC());
    }

    private DynamoWorktimeRecipients recipients() {
        return new DynamoWorktimeRecipients(table(), Clock.systemUTC());
    }

    private Table table() {
        return new Table(stage.sandbox.dynamo(), stage.sandbox.table("Records"));
    }

    private static Caller authority(String territory) {
        return new Caller(
                "unit-" + territory,
                Set.of(Role.TERRITORIAL),
                Optional.empty(),
                Optional.of(territory));
    }
}
