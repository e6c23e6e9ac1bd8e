package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import kz.bagalau.contract.Answer;
import kz.bagalau.exit.leavers.Ground;
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
        assertThat(first.text("code")).matches("(\\w{4}-){4}\\w");
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

        var corrected = STAGE.correct(id, Stage.leaver("-").put("leavingOn", "2025-12-05"));
        var shown = show(id);

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(shown.text("leavingOn")).isEqualTo("2025-12-05");
        var history = shown.body().path("history");
        assertThat(history.findValuesAsText("what")).containsExactly("announce", "correct");
        assertThat(history.at("/0/announcement/leavingOn").asText()).isEqualTo("2025-11-28");
        assertThat(history.at("/1/by").asText()).isEqualTo("hr-min-digital");
        assertThat(history.at("/1/reason").asText()).isEqualTo("The order says otherwise");
    }

    @Test
    void aCorrectionOfWhatSomebodyElseHasCorrected_isRefused_andTheSameAgainIsNot() {
        String id = STAGE.announce(Stage.leaver("overtaken")).text("id");
        ObjectNode first = Stage.leaver("-").put("leavingOn", "2025-12-05").put("version", 1);
        ObjectNode other = Stage.leaver("-").put("ground", "TRANSFER").put("version", 1);

        assertThat(STAGE.correct(id, first).status()).isEqualTo(200);
        assertThat(STAGE.correct(id, first).status()).isEqualTo(200);
        assertThat(STAGE.correct(id, other).text("code")).isEqualTo("ANNOUNCEMENT_CHANGED");
        assertThat(STAGE.withdraw("min-digital", id, 1).text("code"))
                .isEqualTo("ANNOUNCEMENT_CHANGED");
        assertThat(show(id).text("leavingOn")).isEqualTo("2025-12-05");
        assertThat(STAGE.correct(id, other.put("version", 2)).status()).isEqualTo(200);
        assertThat(STAGE.withdraw("min-digital", id, 3).status()).isEqualTo(200);
        assertThat(STAGE.withdraw("min-digital", id, 3).status()).isEqualTo(200);
    }

    @Test
    void whatWasWithdrawn_countsNowhereAndCanStandAgain() {
        String id = STAGE.announce(Stage.leaver("akimat-region", "withdrawn")).text("id");

        var withdrawn = STAGE.withdraw("akimat-region", id);
        var announced = STAGE.announce(Stage.leaver("akimat-region", "withdrawn"));
        var counted = STAGE.summary(Stage.hr("akimat-region"), "akimat-region", 2025);

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(STAGE.withdraw("akimat-region", id).status()).isEqualTo(200);
        assertThat(announced.status()).isEqualTo(409);
        assertThat(announced.text("code")).isEqualTo("WITHDRAWN");
        assertThat(counted.body().path("announced").asInt()).isZero();

        var standing = STAGE.correct(id, Stage.leaver("akimat-region", "-"));
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

        assertThat(STAGE.correct(id, Stage.leaver("-").put("leavingOn", "2025-12-05")).text("code"))
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
        assertThat(show(first.text("id")).body().path("history").findValuesAsText("what"))
                .containsExactly("announce", "recode");
    }

    @ParameterizedTest
    @CsvSource({"DISCIPLINE, SMS", "DISCIPLINE, EMAIL", "OWN_WILL, SMS"})
    void aCorrectionThatAsksForAnInterview_sendsItsCode(String ground, String channel) {
        ObjectNode leaver = Stage.leaver("due-" + ground + channel).put("ground", ground);
        String id = STAGE.announce(leaver.put("deliver", "LOGIN")).text("id");
        assertThat(STAGE.outbox).isEmpty();

        leaver.put("ground", "OWN_WILL").put("deliver", channel);
        var corrected = STAGE.correct(id, leaver);
        STAGE.correct(id, leaver);
        STAGE.correct(id, leaver.put("unit", "Audit"));

        assertThat(corrected.body().has("code")).isFalse();
        assertThat(STAGE.outbox).hasSize(1);
        assertThat(STAGE.outbox.getFirst().channel()).hasToString(channel);
        assertThat(
                        STAGE.byCode(STAGE.outbox.getFirst().code(), Stage.answers("pay.low"))
                                .send()
                                .status())
                .isEqualTo(201);
    }

    @Test
    void aCorrectionToASlip_showsItsCodeOnce() {
        ObjectNode leaver = Stage.leaver("to-slip").put("deliver", "SMS");
        String id = STAGE.announce(leaver).text("id");
        leaver.put("deliver", "PRINT");

        var corrected = STAGE.correct(id, leaver);
        var again = STAGE.correct(id, leaver);

        assertThat(again.body().has("code")).isFalse();
        assertThat(
                        STAGE.byCode(STAGE.outbox.getFirst().code(), Stage.answers("pay.low"))
                                .send()
                                .text("code"))
                .as("the code that went by SMS is void")
                .isEqualTo("UNKNOWN_CODE");
        assertThat(STAGE.byCode(corrected.text("code"), Stage.answers("pay.low")).send().status())
                .isEqualTo(201);
    }

    @Test
    void aCodeThatACorrectionCouldNotSend_isSentWhenItIsSentAgain() {
        ObjectNode leaver = Stage.leaver("lost-correction").put("ground", "DISCIPLINE");
        String id = STAGE.announce(leaver).text("id");
        leaver.put("ground", "OWN_WILL").put("deliver", "SMS");
        STAGE.deliveryFails(true);
        assertThat(STAGE.correct(id, leaver).status()).isEqualTo(500);

        STAGE.deliveryFails(false);
        assertThat(STAGE.correct(id, leaver).status()).isEqualTo(200);

        assertThat(STAGE.outbox).hasSize(1);
    }

    @Test
    void whereNoInterviewIsTakenAnyMore_noCodeIsSent() {
        ObjectNode leaver = Stage.leaver("late-due").put("ground", "DISCIPLINE");
        String id = STAGE.announce(leaver).text("id");
        STAGE.at(Stage.FEBRUARY);

        STAGE.correct(id, leaver.put("ground", "OWN_WILL").put("deliver", "SMS"));

        assertThat(STAGE.outbox).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OWN_WILL, true", "RETIREMENT, false"})
    void anAnnouncementOnPaper_canBecomeElectronicOrExempt(String ground, boolean coded) {
        ObjectNode paper = Stage.onPaper(Stage.leaver("from-paper-" + ground));
        String id = STAGE.announce(paper).text("id");

        var corrected = STAGE.correct(id, Stage.leaver("-").put("ground", ground));

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.body().has("code")).isEqualTo(coded);
        assertThat(show(id).body().has("failure")).isFalse();
        assertThat(show(id).text("medium")).isEqualTo("ELECTRONIC");
    }

    @Test
    void p28_whoLeavesADepartment_isAnnouncedForTheBodyItIsAssessedWithin() {
        var answer = STAGE.announce(Stage.leaver("committee", "of-committee"));

        assertThat(answer.text("code")).isEqualTo("PART_OF");
        assertThat(answer.text("detail")).contains("min-digital");
    }

    @Test
    void aYearWhoseInterviewsAreNoLongerKept_staysAsItWasCounted() {
        ObjectNode leaver = Stage.leaver("old");
        String id = STAGE.announce(leaver).text("id");
        STAGE.at(Instant.parse("2028-12-31T18:59:59Z"));
        STAGE.consented(STAGE.correct(id, leaver.put("unit", "Audit")));

        STAGE.at(Instant.parse("2028-12-31T19:00:00Z"));

        assertThat(STAGE.announce(Stage.leaver("older")).text("code")).isEqualTo("FORGOTTEN");
        assertThat(STAGE.correct(id, leaver.put("unit", "Law")).status()).isEqualTo(409);
        assertThat(STAGE.correct(id, leaver.put("leavingOn", "2029-01-09")).status())
                .isEqualTo(409);
        assertThat(STAGE.withdraw("min-digital", id).status()).isEqualTo(409);
        assertThat(STAGE.summary(Stage.AGENCY, "min-digital", 2025).status()).isEqualTo(409);
        assertThat(show(id).text("unit")).isEqualTo("Audit");
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
