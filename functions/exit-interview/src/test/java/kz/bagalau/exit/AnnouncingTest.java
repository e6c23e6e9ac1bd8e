package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncingTest {

    @AutoClose private static final Stage STAGE = new Stage();

    @BeforeEach
    void nothingSentYet() {
        STAGE.at(Stage.NOVEMBER);
        STAGE.deliveryFails(false);
        STAGE.outbox.clear();
    }

    @Test
    void aSlip_isShownToThePersonnelServiceOnce() {
        ObjectNode leaver = Stage.leaver("slip");

        var first = STAGE.announce(leaver);
        var again = STAGE.announce(leaver);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("code")).matches("(\\w{4}-){3}\\w{4}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.body().has("code")).isFalse();
        assertThat(STAGE.outbox).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMS", "EMAIL"})
    void aCodeThatIsSent_isNotSeenByThePersonnelService(String channel) {
        var answer = STAGE.announce(Stage.leaver("by-" + channel).put("deliver", channel));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().has("code")).isFalse();
        assertThat(STAGE.outbox).hasSize(1);
        var sent = STAGE.outbox.getFirst();
        assertThat(sent.person()).isEqualTo("by-" + channel);
        assertThat(sent.channel()).hasToString(channel);
        assertThat(sent.text().kk()).contains(sent.code());
        assertThat(sent.text().ru()).contains(sent.code());
        assertThat(STAGE.byCode(sent.code(), Stage.answers("pay.low")).send().status())
                .isEqualTo(201);
    }

    @Test
    void aCodeThatCouldNotBeSent_isSentWhenTheAnnouncementIsSentAgain() {
        ObjectNode leaver = Stage.leaver("lost-message").put("deliver", "SMS");
        STAGE.deliveryFails(true);
        assertThat(STAGE.announce(leaver).status()).isEqualTo(500);

        STAGE.deliveryFails(false);
        assertThat(STAGE.announce(leaver).status()).isEqualTo(200);
        assertThat(STAGE.announce(leaver).status()).isEqualTo(200);

        assertThat(STAGE.outbox).hasSize(1);
        assertThat(
                        STAGE.byCode(STAGE.outbox.getFirst().code(), Stage.answers("pay.low"))
                                .send()
                                .status())
                .isEqualTo(201);
    }

    @Test
    void whoLogsIn_needsNoCode() {
        var answer = STAGE.announce(Stage.leaver("by-login").put("deliver", "LOGIN"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().has("code")).isFalse();
        assertThat(STAGE.outbox).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rule7_saysWhoIsExempt(Ground ground) {
        ObjectNode leaver = Stage.leaver("ground-" + ground).put("ground", ground.name());

        var answer = STAGE.announce(leaver);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("exempt").asBoolean())
                .isEqualTo(ground.rule7() == Ground.Rule7.EXEMPT);
        assertThat(answer.body().has("code")).isEqualTo(ground.rule7() == Ground.Rule7.INTERVIEWED);
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_WILL, INTERVIEWED",
        "TRANSFER, INTERVIEWED",
        "OTHER, INTERVIEWED",
        "MOVE_WITHIN, NOT_DISMISSED",
        "DISCIPLINE, EXEMPT",
        "ASSESSMENT, EXEMPT",
        "PROBATION, EXEMPT",
        "ATTESTATION, EXEMPT",
        "RETIREMENT, EXEMPT",
        "CONSCRIPTION, EXEMPT",
        "SUBSTITUTE_RETURN, EXEMPT",
        "LIQUIDATION, EXEMPT",
        "REORGANISATION, EXEMPT"
    })
    void everyGroundIsReadAsRule7SaysIt(Ground ground, Ground.Rule7 rule7) {
        assertThat(ground.rule7()).isEqualTo(rule7);
    }

    @Test
    void rule6_paperNeedsTheDocumentedFailure() {
        ObjectNode leaver = Stage.leaver("paper-1").put("medium", "PAPER");

        var refused = STAGE.announce(leaver);
        var taken = STAGE.announce(Stage.onPaper(leaver));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly("FAILURE_MISSING");
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().has("code")).isFalse();
    }

    @Test
    void everythingThatIsWrong_isToldAtOnce() {
        ObjectNode leaver =
                Json.object()
                        .put("body", "Min Digital")
                        .put("leavingOn", "28.11.2025")
                        .put("left", "HOME")
                        .put("ground", "TIRED")
                        .put("medium", "PAPER")
                        .put("colour", "blue");

        var answer =
                STAGE.request("POST /exit-interviews").by(Stage.hr("min-digital")).body(leaver);

        assertThat(answer.send().pointers())
                .containsExactlyInAnyOrder(
                        "/body",
                        "/person",
                        "/leavingOn",
                        "/left",
                        "/ground",
                        "/failure",
                        "/colour");
    }

    @Test
    void theSamePersonAndDayWithOtherParticulars_isNoNewLeaver() {
        ObjectNode leaver = Stage.leaver("once");
        String id = STAGE.announce(leaver).text("id");

        var other = STAGE.announce(leaver.put("ground", "TRANSFER"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("ANNOUNCED_OTHERWISE");
        assertThat(other.text("detail")).contains(id);
    }

    @Test
    void aCorrection_keepsWhatWasSaidBefore() {
        String id = STAGE.announce(Stage.leaver("corrected")).text("id");

        var corrected = correct(id, "2025-12-05", "The order names another day");
        var shown = show(id);

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(shown.text("leavingOn")).isEqualTo("2025-12-05");
        var history = shown.body().path("history");
        assertThat(history.findValuesAsText("what")).containsExactly("announce", "correct");
        assertThat(history.at("/0/announcement/leavingOn").asText()).isEqualTo("2025-11-28");
        assertThat(history.at("/1/by").asText()).isEqualTo("hr-min-digital");
        assertThat(history.at("/1/reason").asText()).isEqualTo("The order names another day");
    }

    @Test
    void whatWasWithdrawn_countsNowhereAndCanStandAgain() {
        String id = STAGE.announce(Stage.leaver("akimat-region", "withdrawn")).text("id");

        var withdrawn = withdraw("akimat-region", id);
        var announced = STAGE.announce(Stage.leaver("akimat-region", "withdrawn"));
        var counted = STAGE.summary(Stage.hr("akimat-region"), "akimat-region", 2025);

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(withdraw("akimat-region", id).status()).isEqualTo(200);
        assertThat(announced.status()).isEqualTo(409);
        assertThat(announced.text("code")).isEqualTo("WITHDRAWN");
        assertThat(counted.body().path("announced").asInt()).isZero();

        ObjectNode again = Stage.leaver("akimat-region", "withdrawn").put("reason", "They go");
        again.remove("body");
        again.remove("person");
        var standing =
                STAGE.request("PUT /exit-interviews/{id}")
                        .by(Stage.hr("akimat-region"))
                        .path("id", id)
                        .body(again)
                        .send();
        assertThat(standing.text("state")).isEqualTo("STANDING");
        assertThat(
                        STAGE.summary(Stage.hr("akimat-region"), "akimat-region", 2025)
                                .body()
                                .path("announced")
                                .asInt())
                .isOne();
    }

    @Test
    void aPersonIsNotAnnouncedTwiceForADayByACorrection() {
        STAGE.announce(Stage.leaver("twice").put("leavingOn", "2025-12-05"));
        String id = STAGE.announce(Stage.leaver("twice")).text("id");

        assertThat(correct(id, "2025-12-05", "A mistake").text("code"))
                .isEqualTo("ANNOUNCEMENT_CHANGED");
    }

    @Test
    void aNewCode_voidsTheOneBefore() {
        var first = STAGE.announce(Stage.leaver("new-code"));
        var second =
                STAGE.request("POST /exit-interviews/{id}/codes")
                        .by(Stage.hr("min-digital"))
                        .path("id", first.text("id"))
                        .send();

        assertThat(second.status()).isEqualTo(201);
        assertThat(STAGE.byCode(first.text("code"), Stage.answers("pay.low")).send().text("code"))
                .isEqualTo("UNKNOWN_CODE");
        assertThat(STAGE.byCode(second.text("code"), Stage.answers("pay.low")).send().status())
                .isEqualTo(201);
    }

    @Test
    void theListOfLeavers_tellsNothingOfAnswers() {
        STAGE.at(Stage.NOVEMBER);
        var answer = STAGE.announce(Stage.leaver("min-finance", "listed"));
        var before = list("min-finance");
        assertThat(STAGE.byCode(answer.text("code"), Stage.answers("pay.low")).send().status())
                .isEqualTo(201);

        assertThat(list("min-finance")).isEqualTo(before);
        assertThat(before.body().path("leavers")).hasSize(1);
    }

    @Test
    void aBodyOutsideTheDirectory_hasNoLeavers() {
        var answer =
                STAGE.request("POST /exit-interviews")
                        .by(Stage.claims("e-qyzmet", "service"))
                        .body(Stage.leaver("no-such-body", "somebody"))
                        .send();

        assertThat(answer.text("code")).isEqualTo("UNKNOWN_BODY");
    }

    private static Answer correct(String id, String day, String reason) {
        ObjectNode correction = Stage.leaver("-").put("leavingOn", day).put("reason", reason);
        correction.remove("body");
        correction.remove("person");
        return STAGE.request("PUT /exit-interviews/{id}")
                .by(Stage.hr("min-digital"))
                .path("id", id)
                .body(correction)
                .send();
    }

    private static Answer withdraw(String body, String id) {
        return STAGE.request("POST /exit-interviews/{id}/withdrawal")
                .by(Stage.hr(body))
                .path("id", id)
                .body(Json.object().put("reason", "The application was taken back"))
                .send();
    }

    private static Answer show(String id) {
        return STAGE.request("GET /exit-interviews/{id}")
                .by(Stage.hr("min-digital"))
                .path("id", id)
                .send();
    }

    private static Answer list(String body) {
        return STAGE.request("GET /exit-interviews")
                .by(Stage.hr(body))
                .query("year", "2025")
                .send();
    }
}
