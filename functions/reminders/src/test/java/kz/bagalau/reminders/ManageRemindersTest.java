package kz.bagalau.reminders;

import static kz.bagalau.reminders.Stage.BODY;
import static kz.bagalau.reminders.Stage.EMPLOYEE;
import static kz.bagalau.reminders.Stage.HEAD;
import static kz.bagalau.reminders.Stage.HR;
import static kz.bagalau.reminders.Stage.OTHER_HR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManageRemindersTest {

    @AutoClose private final Stage stage = new Stage();

    @Test
    void whatNobodyHasSetIsTheDefault() {
        assertThat(show()).isEqualTo("{\"before\":[5,1],\"escalate\":1,\"version\":0}");
    }

    @Test
    void whatIsSetStands_andTheSameAgainIsNoEdition() {
        assertThat(put("{\"before\":[1,10,3],\"escalate\":2}").status()).isEqualTo(200);
        String stands = "{\"before\":[10,3,1],\"escalate\":2,\"version\":1}";
        assertThat(show()).isEqualTo(stands);

        assertThat(put("{\"before\":[10,3,1],\"escalate\":2}").body()).isEqualTo(Json.read(stands));
        assertThat(put("{\"before\":[10,3,1],\"escalate\":2,\"version\":0}").status())
                .isEqualTo(200);
        assertThat(show()).isEqualTo(stands);
        assertThat(stage.table.partition("audit#reminders#" + BODY)).hasSize(1);
    }

    @Test
    void noReminderAtAllCanBeSet() {
        put("{\"before\":[],\"escalate\":60}");

        assertThat(show()).isEqualTo("{\"before\":[],\"escalate\":60,\"version\":1}");
    }

    /// Each line: the version that is named, the status.
    @ParameterizedTest
    @CsvSource({"0, 409", "1, 409", "2, 200", "3, 409", ", 409"})
    void whoHasNotSeenWhatStandsIsShownIt(Integer version, int status) {
        put("{\"before\":[3],\"escalate\":1,\"version\":0}");
        put("{\"before\":[4],\"escalate\":1,\"version\":1}");

        Answer answer =
                put(
                        "{\"before\":[7],\"escalate\":1%s}"
                                .formatted(version == null ? "" : ",\"version\":" + version));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 409) {
            assertThat(answer.text("code")).isEqualTo("CHANGED");
            assertThat(answer.body().path("current"))
                    .isEqualTo(Json.read("{\"before\":[4],\"escalate\":1,\"version\":2}"));
            assertThat(show()).contains("[4]");
        }
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        Answer answer =
                put("{\"before\":[1,1,61,-1,\"x\",2.5],\"escalate\":0,\"version\":-1,\"more\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/before/1",
                        "/before/2",
                        "/before/3",
                        "/before/4",
                        "/before/5",
                        "/escalate",
                        "/version",
                        "/more");
        assertThat(put("{}").pointers()).containsExactlyInAnyOrder("/before", "/escalate");
        assertThat(put("{\"before\":5,\"escalate\":1}").pointers()).containsExactly("/before");
        assertThat(put("{\"before\":[0,1,2,3,4,5,6,7,8,9,10],\"escalate\":1}").codes())
                .containsExactly("TOO_MANY");
    }

    @Test
    void onlyThePersonnelServiceOfTheBody() {
        for (Caller caller : List.of(OTHER_HR, HEAD, EMPLOYEE)) {
            assertThat(
                            stage.call("GET /reminders/{body}")
                                    .by(caller)
                                    .path("body", BODY)
                                    .send()
                                    .status())
                    .isEqualTo(403);
            assertThat(
                            stage.call("PUT /reminders/{body}")
                                    .by(caller)
                                    .path("body", BODY)
                                    .body("{\"before\":[],\"escalate\":1}")
                                    .send()
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(show()).contains("\"version\":0");
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDies_theSameAgainStores(Moment moment) {
        String form = "{\"before\":[2],\"escalate\":1,\"version\":0}";
        for (int request = 1; request <= 3; request++) {
            stage.call("PUT /reminders/{body}")
                    .by(HR)
                    .path("body", BODY)
                    .body(form)
                    .sendDying(request, moment);
            assertThat(put(form).status()).isEqualTo(200);
            assertThat(show()).isEqualTo("{\"before\":[2],\"escalate\":1,\"version\":1}");
        }
    }

    private Answer put(String form) {
        return stage.call("PUT /reminders/{body}").by(HR).path("body", BODY).body(form).send();
    }

    private String show() {
        return stage.call("GET /reminders/{body}")
                .by(HR)
                .path("body", BODY)
                .send()
                .body()
                .toString();
    }
}
