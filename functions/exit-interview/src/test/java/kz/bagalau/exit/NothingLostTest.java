package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every request is sent to a process that dies at its first request to the store, at its second
/// and so on, before the store has it or after; and is then sent again.
class NothingLostTest {

    @AutoClose private static final Stage STAGE = new Stage();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void anAnnouncement_isEnteredOnce(Moment moment) {
        Optional<Answer> first;
        int number = 0;
        do {
            ObjectNode leaver = Stage.leaver("announced-" + NUMBER.incrementAndGet());
            int before = announced();
            var request =
                    STAGE.request("POST /exit-interviews").by(Stage.hr("min-digital")).body(leaver);

            first = request.sendDying(++number, moment);
            var again = request.send();

            assertThat(again.status()).isIn(200, 201);
            assertThat(announced()).isEqualTo(before + 1);
        } while (first.isEmpty());
        assertThat(number).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void anInvitation_isOnItsWayWithACodeThatIsValid(Moment moment) {
        Optional<Answer> first;
        int number = 0;
        do {
            STAGE.outbox.clear();
            ObjectNode leaver =
                    Stage.leaver("invited-" + NUMBER.incrementAndGet()).put("deliver", "SMS");
            var request =
                    STAGE.request("POST /exit-interviews").by(Stage.hr("min-digital")).body(leaver);

            first = request.sendDying(++number, moment);
            request.send();

            assertThat(STAGE.outbox).hasSizeBetween(1, 2);
            assertThat(
                            STAGE.byCode(STAGE.outbox.getLast().code(), Stage.answers("pay.low"))
                                    .send()
                                    .status())
                    .isEqualTo(201);
        } while (first.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void anInterview_isTakenOnce(Moment moment) {
        Optional<Answer> first;
        int number = 0;
        do {
            String code = STAGE.invited("min-digital", "answers-" + NUMBER.incrementAndGet());
            int before = given();
            var request = STAGE.byCode(code, Stage.answers("process.workload"));

            first = request.sendDying(++number, moment);
            var again = request.send();

            assertThat(again.status()).isIn(200, 201);
            assertThat(request.send().status()).isEqualTo(200);
            assertThat(given()).isEqualTo(before + 1);
        } while (first.isEmpty());
        assertThat(number).as("code, leaver, interview").isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void aTallyCutShort_isMadeGoodByTheNext(Moment moment) {
        int number = 0;
        boolean lived;
        do {
            int people = NUMBER.incrementAndGet();
            STAGE.leaves("min-finance", "tallied-" + people, "process.workload");

            lived = STAGE.tallyDying(++number, moment);
            STAGE.tally();

            int interviewed =
                    STAGE.summary(Stage.AGENCY, "min-finance", 2025)
                            .body()
                            .path("interviewed")
                            .asInt();
            assertThat(STAGE.facts("min-finance", 2025))
                    .containsEntry("exit.interviewed", Integer.toString(interviewed));
        } while (!lived);
    }

    @Test
    void aWithdrawalWhileAnInterviewComesIn_letsOneOfThemWin() {
        var announced = STAGE.announce(Stage.leaver("race"));
        var interview = STAGE.byCode(announced.text("code"), Stage.answers("pay.low"));

        var answer =
                STAGE.crash.meanwhile(
                        3,
                        () ->
                                STAGE.request("POST /exit-interviews/{id}/withdrawal")
                                        .by(Stage.hr("min-digital"))
                                        .path("id", announced.text("id"))
                                        .body(Json.object().put("reason", "They stay"))
                                        .send(),
                        interview::send);

        assertThat(answer.text("code")).isEqualTo("ANNOUNCEMENT_CHANGED");
        assertThat(interview.send().text("code")).isEqualTo("NOT_INVITED");
    }

    private static int announced() {
        return STAGE.summary(Stage.hr("min-digital"), "min-digital", 2025)
                .body()
                .path("announced")
                .asInt();
    }

    private static int given() {
        return (int)
                STAGE.items("ExitInterviews").stream()
                        .filter(item -> Item.text(item, Item.PK).startsWith("answers#"))
                        .count();
    }
}
