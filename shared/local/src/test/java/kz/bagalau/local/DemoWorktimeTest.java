package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The working time and the monitoring of the example data, made again as after a start that was
/// interrupted.
class DemoWorktimeTest {

    @TempDir static Path data;

    @Test
    void oneBodyIsPlannedVisitedAndAnswers_andNothingIsMadeTwice() {
        try (Trial trial = Trial.start(data)) {
            trial.worktime();
            trial.worktime();

            JsonNode plans = asInspector(trial, "/visit-plans").path("plans");
            assertThat(plans).hasSize(1);
            JsonNode plan = asInspector(trial, "/visit-plans/" + plans.at("/0/id").asText());
            assertThat(plan.path("state").asText()).isEqualTo("APPROVED");
            assertThat(plan.path("sent")).hasSize(2);
            assertThat(plan.at("/items/0/state").asText()).isEqualTo("DONE");
            JsonNode visits = asInspector(trial, "/visits").path("visits");
            assertThat(visits.findValuesAsText("state"))
                    .containsExactlyInAnyOrder("DONE", "REGISTERED");
            JsonNode visit = asInspector(trial, "/visits/" + plan.at("/items/0/visit").asText());
            assertThat(visit.at("/explanations/0/state").asText()).isEqualTo("RECEIVED");
            assertThat(visit.path("evidence")).hasSize(1);
            assertThat(visit.at("/evidence/0/receivedAt").asText()).isNotEmpty();
            assertThat(visit.path("acts")).hasSize(1);
            JsonNode act =
                    asInspector(
                            trial,
                            "/visits/%s/acts/%s"
                                    .formatted(
                                            visit.path("id").asText(),
                                            visit.at("/acts/0").asText()));
            assertThat(act.path("state").asText()).isEqualTo("SIGNED");
            assertThat(act.at("/acquaintance/kind").asText()).isEqualTo("SIGNED");
            JsonNode results = asInspector(trial, "/monitoring-results").path("results");
            assertThat(results.findValuesAsText("state")).isEqualTo(List.of("ANSWERED"));
            assertThat(asInspector(trial, "/signals").path("signals").findValuesAsText("state"))
                    .containsExactlyInAnyOrder("CLOSED", "NEW");
        }
    }

    @Test
    void twoWorkFlexibly_oneRemotelyAndIsRecalled_andOneApplicationWaits() throws Exception {
        try (Trial trial = Trial.start(Files.createTempDirectory(data, "people"))) {
            trial.worktime();
            trial.worktime();

            JsonNode flexible = asHr(trial, "/flexible-acts?body=" + Trial.AKIMAT).path("acts");
            assertThat(flexible).hasSize(1);
            assertThat(flexible.at("/0/employees")).hasSize(2);
            JsonNode remote = asHr(trial, "/remote-acts?body=" + Trial.AKIMAT).path("acts");
            assertThat(remote.findValuesAsText("kind")).isEqualTo(List.of("REMOTE"));
            JsonNode act = asHr(trial, "/remote-acts/" + remote.at("/0/id").asText());
            assertThat(act.at("/employees/0/equipment/items")).hasSize(2);
            assertThat(asHr(trial, "/recalls?body=" + Trial.AKIMAT).path("recalls"))
                    .extracting(recall -> recall.path("state").asText())
                    .containsExactly("NOTIFIED");
            assertThat(
                            asHr(trial, "/flexible-acts/" + flexible.at("/0/id").asText())
                                    .path("violations")
                                    .findValuesAsText("state"))
                    .containsExactlyInAnyOrder("CONFIRMED", "OPEN");
            assertThat(
                            asHr(trial, "/flexible-applications?body=" + Trial.AKIMAT)
                                    .path("applications")
                                    .findValuesAsText("state"))
                    .containsExactlyInAnyOrder("IN_ACT", "IN_ACT", "SUBMITTED");
        }
    }

    private static JsonNode asInspector(Trial trial, String path) {
        return trial.worktime("demo-inspector", "monitor", "GET", path, null);
    }

    private static JsonNode asHr(Trial trial, String path) {
        return trial.worktime("demo-hr-akimat", "hr", "GET", path, null);
    }
}
