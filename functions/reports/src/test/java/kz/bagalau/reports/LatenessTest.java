package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import kz.bagalau.contract.Answer;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// ¶2(28): which file makes that an obligation is not late, due on Thursday 15 January 2026.
class LatenessTest {

    private static final String IN_TIME = "2026-01-15";
    private static final String LATE = "2026-01-16";

    private static final Upload GOOD = Upload.of("min-digital", "appendix-7");
    private static final Upload WRONG = GOOD.says("{\"wrong\":[\"B4\"]}");
    private static final Upload NOT_READ = GOOD.says("{\"break\":true}");
    private static final Upload PASSAGES =
            Upload.of("min-digital", "access-events").period("2025-01");

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void aScheduleAndABody() {
        stage.body("min-digital", BodyKind.OMO, null);
        ObjectNode schedule = Stage.schedule();
        ((ObjectNode) schedule.path("items").path(5)).put("due", IN_TIME);
        stage.put(schedule);
        stage.at(IN_TIME);
    }

    @Test
    void p2_28_aFileThatWasOnlyAskedFor_hasNotCome() {
        stage.ask(GOOD);

        stage.at(LATE);

        expect(GOOD, "LATE", true);
    }

    @Test
    void p2_28_aFileThatCameAndWasNotTakenUp_hasCome() {
        sent(GOOD);

        stage.at(stage.now().plus(Duration.ofMinutes(40)));
        expect(GOOD, "CHECKING", false);
        stage.at(LATE);
        expect(GOOD, "FAILED", false);
    }

    @Test
    void p2_28_aFileThatCameAfterTheDay_isLate_takenUpOrNot() {
        stage.at(LATE);
        Answer asked = sent(GOOD);
        expect(GOOD, "CHECKING", true);

        stage.told(stage.key(asked));

        expect(GOOD, "ACCEPTED", true);
    }

    @Test
    void p2_28_aFileThatIsBeingRead_hasCome_untilItIsRefused() {
        Answer asked = sent(NOT_READ);
        assertThat(stage.told(stage.key(asked))).isFalse();
        expect(GOOD, "CHECKING", false);

        stage.at(LATE);
        expect(GOOD, "FAILED", false);

        stage.send(GOOD);
        expect(GOOD, "ACCEPTED", false);
    }

    @Test
    void p2_28_aFileThatWasDeletedBeforeItWasRead_hasCome_alsoBesideALaterOne() {
        String key = stage.key(sent(PASSAGES));
        var message = stage.event(key);
        stage.delete(key);
        stage.at("2026-01-20");
        assertThat(stage.told(message)).isTrue();
        expect(PASSAGES, "FAILED", false);

        stage.send(PASSAGES);

        expect(PASSAGES, "ACCEPTED", false);
    }

    @Test
    void p2_28_aFileWithErrors_hasNotCome() {
        stage.send(WRONG);
        stage.at(LATE);
        expect(GOOD, "REJECTED", true);

        stage.send(GOOD);

        expect(GOOD, "ACCEPTED", true);
    }

    @Test
    void p2_28_aDryRun_hasNotCome() {
        Answer asked =
                stage.request("RequestUpload", "POST /reports")
                        .by(Stage.HR)
                        .body(GOOD.json().put("check", true))
                        .send();
        Stage.put(asked.body().path("upload"), GOOD.content());

        stage.at(LATE);

        expect(GOOD, "LATE", true);
    }

    private Answer sent(Upload file) {
        Answer asked = stage.ask(file);
        assertThat(Stage.put(asked.body().path("upload"), file.content())).isEqualTo(200);
        return asked;
    }

    /// What the body is told, and whether a reviewer can find that it was late.
    private void expect(Upload file, String state, boolean late) {
        JsonNode obligation = stage.obligation("min-digital", file.form());
        assertThat(obligation.path("state").asText()).isEqualTo(state);
        assertThat(obligation.path("late").asBoolean()).isEqualTo(late);
        if (!late) {
            assertThat(
                            stage.finding(
                                            obligation.path("id").asText(),
                                            Stage.AGENCY,
                                            "UNTIMELY",
                                            "1")
                                    .send()
                                    .codes())
                    .containsExactly("NOT_LATE");
        }
    }
}
