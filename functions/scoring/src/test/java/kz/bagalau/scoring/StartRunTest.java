package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.scoring.run.Run;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRunTest {

    @AutoClose private final RunStage stage = new RunStage();

    @BeforeEach
    void aBody() {
        stage.body("min-a", BodyKind.OMO, null);
    }

    @ParameterizedTest
    @CsvSource({
        "[bagalau:agency], 202",
        "[bagalau:digital], 403",
        "[bagalau:hr], 403",
        "[bagalau:service bagalau:head], 403",
        "'', 403",
    })
    void onlyTheAgencyStartsRuns(String roles, int status) {
        var claims = Map.of("sub", "x1", "roles", roles, "body", "min-a");

        assertThat(
                        stage.post("/runs")
                                .by(claims)
                                .body(RunStage.order(2025, Run.Kind.PRELIMINARY))
                                .send()
                                .status())
                .isEqualTo(status);
        assertThat(
                        stage.post("/runs/{run}/release")
                                .by(claims)
                                .path("run", "none")
                                .body(Json.object().put("reason", "why"))
                                .send()
                                .status())
                .isEqualTo(status == 202 ? 404 : status);
    }

    @Test
    void withoutClaimsNothingIsDone() {
        assertThat(
                        stage.post("/runs")
                                .by(Map.of())
                                .body(RunStage.order(2025, Run.Kind.PRELIMINARY))
                                .send()
                                .status())
                .isEqualTo(401);
    }

    @Test
    void everyErrorIsToldAtOnce_andNothingIsStarted() {
        ObjectNode order = RunStage.order(2027, Run.Kind.PRELIMINARY).put("haste", true);
        ObjectNode settings = order.putObject("settings");
        settings.put("n_max", "13").put("luck", "yes");
        settings.putObject("floor_zero").put("value", "perhaps").put("reason", "why");
        order.putObject("release").put("reason", "because");

        var answer = stage.post("/runs").body(order).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors"))
                .extracting(
                        error -> error.path("pointer").asText() + " " + error.path("code").asText())
                .containsExactlyInAnyOrder(
                        "/year OUT_OF_RANGE", // a year to come, on 20 January 2026
                        "/settings/luck UNKNOWN_SETTING",
                        "/settings/floor_zero UNKNOWN_READING",
                        "/settings/n_max/reason REASON_NEEDED",
                        "/release NOT_ALLOWED",
                        "/haste UNKNOWN_FIELD");
        assertThat(stage.get("/runs").send().body().path("runs")).isEmpty();
    }

    @Test
    void theSameRequestUnderItsKey_startsOneRun_andAnotherIsRefused() {
        var first = ordered("k1", 2025);
        var again = ordered("k1", 2025);
        var other = ordered("k1", 2024);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(stage.get("/runs").send().body().path("runs")).hasSize(1);
    }

    @Test
    void withoutAKey_twoRequestsAreTwoRuns() {
        assertThat(List.of(stage.start(Run.Kind.FINAL), stage.start(Run.Kind.FINAL)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDirectoryWithNobodyToAssess_isToldSo() {
        try (RunStage empty = new RunStage()) {
            empty.body("archive", BodyKind.OTHER, null);

            var answer = empty.post("/runs").body(RunStage.order(2025, Run.Kind.FINAL)).send();

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("code")).isEqualTo("NO_BODIES");
        }
    }

    private Answer ordered(String key, int year) {
        return stage.post("/runs")
                .header("idempotency-key", key)
                .body(RunStage.order(year, Run.Kind.PRELIMINARY))
                .send();
    }
}
