package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// From 1 February (Almaty) the register of the year before changes only with the Agency's consent.
class SettledYearTest {

    private static final Map<String, String> HR = Stage.hr("min-digital");
    private static final Map<String, String> EQYZMET = Stage.claims("eqyzmet", "service");

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void inNovember() {
        stage.at(Stage.NOVEMBER);
    }

    @ParameterizedTest
    @CsvSource({
        // the last second of January in Almaty (+05:00), and the next
        "2026-01-31T18:59:59Z, 201, 1",
        "2026-01-31T19:00:00Z, 202, 0"
    })
    void anAnnouncement_needsConsentFromTheFirstOfFebruary(
            Instant moment, int status, String dismissed) {
        stage.at(moment);

        assertThat(late("a").status()).isEqualTo(status);

        stage.tally();
        assertThat(stage.facts("min-digital", 2025).getOrDefault("exit.dismissed", "0"))
                .isEqualTo(dismissed);
    }

    @Test
    void aWithdrawal_aCorrection_andARedating_changeNothingUntilTheAgencyConsents() {
        String withdrawn = stage.announce(Stage.leaver("a")).text("id");
        String exempted = stage.announce(Stage.leaver("b")).text("id");
        String redated = stage.announce(Stage.leaver("c")).text("id");
        settle();
        var before = stage.facts("min-digital", 2025);

        var requests =
                List.of(
                        stage.withdraw("min-digital", withdrawn),
                        stage.correct(exempted, Stage.leaver("-").put("ground", "RETIREMENT")),
                        stage.correct(redated, Stage.leaver("-").put("leavingOn", "2026-01-09")));

        assertThat(requests)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(202);
                    assertThat(answer.text("state")).isEqualTo("PENDING");
                });
        stage.tally();
        assertThat(stage.facts("min-digital", 2025)).isEqualTo(before);
        assertThat(stage.facts("min-digital", 2026)).isEmpty();
        assertThat(shown(redated).path("leavingOn").asText()).isEqualTo("2025-11-28");

        requests.forEach(answer -> assertThat(consent(answer).status()).isEqualTo(200));
        stage.tally();

        assertThat(stage.facts("min-digital", 2025))
                .containsEntry("exit.dismissed", "1")
                .containsEntry("exit.exempt", "1");
        assertThat(stage.facts("min-digital", 2026)).containsEntry("exit.dismissed", "1");
    }

    @Test
    void aRedatingIntoASettledYear_needsConsentToo() {
        settle();
        var open = stage.announce(Stage.leaver("a").put("leavingOn", "2026-02-06"));
        assertThat(open.status()).isEqualTo(201);

        var into = stage.correct(open.text("id"), Stage.leaver("-"));

        assertThat(into.status()).isEqualTo(202);
        assertThat(years(into)).containsExactly(2025, 2026);
        stage.tally();
        assertThat(stage.facts("min-digital", 2026)).containsEntry("exit.dismissed", "1");
        consent(into);
        stage.tally();
        assertThat(stage.facts("min-digital", 2026)).containsEntry("exit.dismissed", "0");
        assertThat(stage.facts("min-digital", 2025)).containsEntry("exit.dismissed", "1");
    }

    @Test
    void eQyzmet_isBoundByTheSameRule() {
        settle();

        Answer asked =
                stage.request("POST /exit-interviews").by(EQYZMET).body(reasoned("a")).send();

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("by")).isEqualTo("eqyzmet");
    }

    @Test
    void withoutAReason_nothingIsAskedFor() {
        settle();

        var answer = stage.announce(Stage.leaver("a"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/reason");
        assertThat(listed(Stage.AGENCY)).isEmpty();
    }

    @Test
    void theSameRequestAgain_isTheSame_andAnotherNamesTheOneThatWaits() {
        settle();
        String id = late("a").text("id");

        assertThat(late("a").text("id")).isEqualTo(id);
        var another =
                stage.announce(
                        Stage.leaver("a").put("leavingOn", "2025-12-05").put("reason", "Late"));

        assertThat(another.status()).isEqualTo(409);
        assertThat(another.text("code")).isEqualTo("CONSENT_PENDING");
        assertThat(another.text("detail")).contains(id);
        assertThat(listed(Stage.AGENCY)).containsExactly(id);
    }

    @Test
    void twoRequestsAtOnce_areOne() {
        settle();
        var first = reasoned("a");
        var second = reasoned("a").put("leavingOn", "2025-12-05");
        Call ask = stage.request("POST /exit-interviews").by(HR).body(first);

        // between the reading of what waits and the writing
        Answer slower =
                ask.sendWhile(
                        4,
                        () ->
                                assertThat(
                                                stage.request("POST /exit-interviews")
                                                        .by(HR)
                                                        .body(second)
                                                        .send()
                                                        .status())
                                        .isEqualTo(202));

        assertThat(slower.text("code")).isEqualTo("CONSENT_PENDING");
        assertThat(listed(Stage.AGENCY)).hasSize(1);
    }

    @Test
    void whatWasRefused_isRefusedAgain_untilAnotherReasonIsGiven() {
        settle();
        Answer asked = late("a");

        Answer refused = decide(asked.text("id"), "REFUSE", "No order was shown");

        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(late("a").text("code")).isEqualTo("CONSENT_REFUSED");
        assertThat(late("a").text("detail")).contains(asked.text("id"));
        assertThat(
                        stage.announce(Stage.leaver("a").put("reason", "Order No. 17 was found"))
                                .status())
                .isEqualTo(202);
        stage.tally();
        assertThat(stage.facts("min-digital", 2025)).isEmpty();
    }

    @Test
    void aDecision_isMadeOnce_andTheSameAgainChangesNothing() {
        settle();
        String id = late("a").text("id");
        assertThat(decide(id, "CONSENT", "Seen").status()).isEqualTo(200);
        var register = stage.items("ExitInterviews");

        assertThat(decide(id, "CONSENT", "Seen").status()).isEqualTo(200);
        Answer other = decide(id, "REFUSE", "Not seen");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("DECIDED_OTHERWISE");
        assertThat(stage.items("ExitInterviews")).isEqualTo(register);
        assertThat(late("a").status()).as("it is announced by now").isEqualTo(200);
    }

    @Test
    void aRegisterThatChangedMeanwhile_isNotOverwritten() {
        settle();
        var open = stage.announce(Stage.leaver("a").put("leavingOn", "2026-02-06"));
        Answer into = stage.correct(open.text("id"), Stage.leaver("-"));
        assertThat(
                        stage.correct(
                                        open.text("id"),
                                        Stage.leaver("-").put("leavingOn", "2026-02-09"))
                                .status())
                .isEqualTo(200);

        Answer decided = consent(into);

        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.text("code")).isEqualTo("ANNOUNCEMENT_CHANGED");
        assertThat(decide(into.text("id"), "REFUSE", "Overtaken").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Crash.Moment.class)
    void aCrash_losesNoRequest_andHalvesNoDecision(Crash.Moment moment) {
        String id = stage.announce(Stage.leaver("a")).text("id");
        settle();
        for (int number = 1; number < 9; number++) {
            var withdraw =
                    stage.request("POST /exit-interviews/{id}/withdrawal")
                            .by(HR)
                            .path("id", id)
                            .body(Json.object().put("reason", "The order was cancelled"));
            withdraw.sendDying(number, moment);
            assertThat(withdraw.send().status()).isEqualTo(202);
        }
        assertThat(listed(Stage.AGENCY)).hasSize(1);
        String request = listed(Stage.AGENCY).getFirst();
        for (int number = 1; number < 9; number++) {
            decision(request, "CONSENT", "Seen").sendDying(number, moment);
            boolean decided = !listed(Stage.AGENCY, "CONSENTED").isEmpty();
            assertThat(shown(id).path("state").asText())
                    .isEqualTo(decided ? "WITHDRAWN" : "STANDING");
        }
        assertThat(decide(request, "CONSENT", "Seen").status()).isEqualTo(200);
    }

    @Test
    void onlyTheAgencyDecides_andNobodyOnTheirOwnRequest() {
        settle();
        String id = late("a").text("id");
        String own =
                stage.request("POST /exit-interviews")
                        .by(
                                Map.of(
                                        "sub", "analyst-1",
                                        "roles", "[bagalau:hr bagalau:agency]",
                                        "body", "min-digital"))
                        .body(reasoned("b"))
                        .send()
                        .text("id");

        assertThat(decision(id, "CONSENT", "Seen").by(HR).send().status()).isEqualTo(403);
        assertThat(decision(id, "CONSENT", "Seen").by(EQYZMET).send().status()).isEqualTo(403);
        assertThat(decision(id, "CONSENT", "Seen").by(Stage.DIGITAL).send().status())
                .isEqualTo(403);
        assertThat(decision(id, "CONSENT", "Seen").by(Stage.NOBODY).send().status()).isEqualTo(401);
        assertThat(decide(own, "CONSENT", "Seen").status()).as("their own").isEqualTo(403);
        assertThat(decide("no-such-request", "CONSENT", "Seen").status()).isEqualTo(404);
        assertThat(decide(id, "PERHAPS", "").pointers())
                .containsExactlyInAnyOrder("/decision", "/reason");
    }

    @Test
    void aBodySeesItsOwnRequestsOnly() {
        settle();
        String own = late("a").text("id");
        String others =
                stage.announce(Stage.leaver("min-finance", "x").put("reason", "Late")).text("id");

        assertThat(listed(HR)).containsExactly(own);
        assertThat(listed(Stage.AGENCY)).containsExactlyInAnyOrder(own, others);
        assertThat(list(HR).query("body", "min-finance").send().status()).isEqualTo(403);
        assertThat(list(Stage.claims("unit", "territorial")).send().status()).isEqualTo(403);
        assertThat(list(Stage.NOBODY).send().status()).isEqualTo(401);
        assertThat(list(Stage.AGENCY).query("state", "LOST").send().pointers())
                .containsExactly("state");
    }

    @Test
    void consentedChanges_areNamedInTheSourceOfTheFacts_andInTheHistory() {
        String id = stage.announce(Stage.leaver("a")).text("id");
        settle();
        Answer asked = stage.withdraw("min-digital", id);
        consent(asked);
        decide(late("b").text("id"), "REFUSE", "No order was shown");
        stage.tally();

        assertThat(stage.standing("min-digital", 2025))
                .filteredOn(fact -> fact.name().startsWith("exit."))
                .hasSize(6)
                .allSatisfy(fact ->
                        assertThat(fact.claim().source().path("consented").asText())
                                .isEqualTo("2026-02-02 № " + asked.text("id")));
        JsonNode edition = shown(id).path("history").path(1);
        assertThat(edition.path("what").asText()).isEqualTo("withdraw");
        assertThat(edition.path("by").asText()).isEqualTo("hr-min-digital");
        assertThat(edition.path("consent").asText()).isEqualTo(asked.text("id"));
    }

    /// Whoever is announced after the year was counted cannot add an interview to it alone.
    @Test
    void whoIsEnteredByConsent_isCountedAmongTheDismissed_andAskedForNoInterview() {
        settle();
        Answer asked = late("a");
        consent(asked);
        Answer again = late("a");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().has("code")).isFalse();
        stage.tally();
        assertThat(stage.facts("min-digital", 2025))
                .containsEntry("exit.dismissed", "1")
                .containsEntry("exit.interviewed", "0");
    }

    @Test
    void aYearThatIsNoLongerKept_isNotChangedByConsentEither() {
        settle();
        String id = late("a").text("id");
        stage.at(Instant.parse("2029-01-02T05:00:00Z"));

        assertThat(decide(id, "CONSENT", "Seen").text("code")).isEqualTo("FORGOTTEN");
        assertThat(decide(id, "REFUSE", "Too late").status()).isEqualTo(200);
    }

    /// The control, by the Agency's own consent: without the rule the body reads off two runs what
    /// kind of reason a withdrawn leaver named. With it two runs are the same.
    @Test
    void aBodyThatWithdrawsOneLeaver_learnsWhatTheyNamed_onlyWhereTheAgencyLetsIt() {
        stage.leaves("min-digital", "a", "pay.low");
        stage.leaves("min-digital", "victim", "process.workload");
        settle();
        var first = stage.facts("min-digital", 2025);
        assertThat(first).containsEntry("exit.negative", "1").containsEntry("exit.dismissed", "2");
        String victim =
                stage.request("GET /exit-interviews")
                        .by(HR)
                        .query("year", "2025")
                        .send()
                        .body()
                        .path("leavers")
                        .valueStream()
                        .filter(leaver -> leaver.path("person").asText().equals("victim"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();

        Answer asked = stage.withdraw("min-digital", victim);
        stage.tally();
        assertThat(stage.facts("min-digital", 2025)).isEqualTo(first);

        consent(asked);
        stage.tally();
        assertThat(stage.facts("min-digital", 2025))
                .as("the difference is the victim's answer")
                .containsEntry("exit.negative", "0");
    }

    private void settle() {
        stage.tally();
        stage.at(Stage.FEBRUARY);
        stage.tally();
    }

    private static ObjectNode reasoned(String person) {
        return Stage.leaver(person).put("reason", "The order came late");
    }

    private Answer late(String person) {
        return stage.announce(reasoned(person));
    }

    private Answer consent(Answer asked) {
        return decide(asked.text("id"), "CONSENT", "The order was seen");
    }

    private Answer decide(String request, String decision, String reason) {
        return stage.decide(request, decision, reason);
    }

    private Call decision(String request, String decision, String reason) {
        return stage.request("PUT /exit-consents/{id}")
                .by(Stage.AGENCY)
                .path("id", request)
                .body(Json.object().put("decision", decision).put("reason", reason));
    }

    private JsonNode shown(String id) {
        return stage.request("GET /exit-interviews/{id}").by(HR).path("id", id).send().body();
    }

    private Call list(Map<String, String> who) {
        return stage.request("GET /exit-consents").by(who);
    }

    private List<String> listed(Map<String, String> who) {
        return ids(list(who).send());
    }

    private List<String> listed(Map<String, String> who, String state) {
        return ids(list(who).query("state", state).send());
    }

    private static List<String> ids(Answer list) {
        return list.body()
                .path("consents")
                .valueStream()
                .map(request -> request.path("id").asText())
                .toList();
    }

    private static List<Integer> years(Answer request) {
        return request.body().path("years").valueStream().map(JsonNode::intValue).toList();
    }
}
