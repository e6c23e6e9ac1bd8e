package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringTest {

    @AutoClose private static final Stage STAGE = new Stage();

    private static final Map<String, String> LEAVER = Stage.claims("own", "employee");

    @BeforeEach
    void inNovember() {
        STAGE.at(Stage.NOVEMBER);
    }

    @Test
    void theForm_hasElevenQuestions_andNoMarks() {
        var form = STAGE.request("GET /exit-interviews/form").send();

        assertThat(form.body().path("questions")).hasSize(11);
        assertThat(form.body().toString()).doesNotContain("negative");
    }

    @Test
    void anInterview_isTakenOnce() {
        String code = STAGE.invited("min-digital", "once");
        ObjectNode answers = Stage.answers("process.workload", "pay.low");
        ObjectNode reordered = Stage.answers("pay.low", "process.workload");

        assertThat(STAGE.byCode(code, answers).send().status()).isEqualTo(201);
        assertThat(STAGE.byCode(code, answers).send().status()).isEqualTo(200);
        assertThat(STAGE.byCode(code.toLowerCase(Locale.ROOT), reordered).send().status())
                .isEqualTo(200);
        assertThat(STAGE.byCode(code, Stage.answers("pay.low")).send().text("code"))
                .isEqualTo("ALREADY_GIVEN");
    }

    @Test
    void whoLogsIn_answersOnce() {
        STAGE.announce(Stage.leaver("own").put("deliver", "LOGIN"));

        assertThat(mine(Stage.answers("ethics.conflict")).status()).isEqualTo(201);
        assertThat(mine(Stage.answers("ethics.conflict")).status()).isEqualTo(200);
        assertThat(mine(Stage.answers("pay.low")).status()).isEqualTo(409);
        var asked = STAGE.request("GET /exit-interviews/mine").by(LEAVER).send();
        assertThat(asked.text("leavingOn")).isEqualTo("2025-11-28");
        assertThat(asked.body().path("open").asBoolean()).isTrue();
    }

    @Test
    void whoLogsIn_isToldWhichLeavingItIsAbout_andAnswersForNoOther() {
        var twice = Stage.claims("twice", "employee");
        STAGE.announce(Stage.leaver("twice").put("deliver", "LOGIN"));
        String first = asked(twice).text("id");
        assertThat(asked(twice).body().path("name").path("ru").asText())
                .isEqualTo("min-digital ru");
        assertThat(mine(twice, first, "pay.low").status()).isEqualTo(201);

        STAGE.announce(
                Stage.leaver("min-finance", "twice")
                        .put("deliver", "LOGIN")
                        .put("leavingOn", "2025-12-05"));
        String second = asked(twice).text("id");

        assertThat(mine(twice, first, "pay.low").status())
                .as("the first one again, after its answer was lost")
                .isEqualTo(200);
        assertThat(mine(twice, second, "process.goals").status()).isEqualTo(201);
        STAGE.withdraw("min-finance", second);
        assertThat(mine(twice, second, "process.goals").status())
                .as("one that stands stays acknowledged")
                .isEqualTo(200);
        assertThat(mine(twice, first, "process.goals").text("code")).isEqualTo("ALREADY_GIVEN");
    }

    @Test
    void nobodyAnswersForAnothersLeaving() {
        STAGE.announce(Stage.leaver("mine-only").put("deliver", "LOGIN"));
        String id = asked(Stage.claims("mine-only", "employee")).text("id");

        assertThat(mine(LEAVER, id, "pay.low").text("code")).isEqualTo("NOT_INVITED");
        assertThat(mine(LEAVER, "no-such-leaving", "pay.low").text("code"))
                .isEqualTo("NOT_INVITED");
    }

    private static Answer asked(Map<String, String> who) {
        return STAGE.request("GET /exit-interviews/mine").by(who).send();
    }

    private static Answer mine(Map<String, String> who, String id, String reason) {
        ObjectNode interview = Json.object().put("id", id);
        interview.set("answers", Stage.answers(reason));
        return STAGE.request("PUT /exit-interviews/mine").by(who).body(interview).send();
    }

    @Test
    void aPersonHasOneInterview_byWhicheverWay() {
        String code = STAGE.invited("min-digital", "own-2");
        var own = Stage.claims("own-2", "employee");
        assertThat(STAGE.byCode(code, Stage.answers("pay.low")).send().status()).isEqualTo(201);

        var again =
                STAGE.request("PUT /exit-interviews/mine")
                        .by(own)
                        .body(Json.object().set("answers", Stage.answers("process.goals")))
                        .send();

        assertThat(again.text("code")).isEqualTo("ALREADY_GIVEN");
    }

    @Test
    void whoWasNotAnnounced_isNotAsked() {
        var answer =
                STAGE.request("PUT /exit-interviews/mine")
                        .by(Stage.claims("nobody", "employee"))
                        .body(Json.object().set("answers", Stage.answers("pay.low")))
                        .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("NOT_INVITED");
    }

    @Test
    void everythingThatIsWrong_isToldAtOnce() {
        ObjectNode answers = Stage.answers("pay.low", "pay.high", "pay.low");
        answers.put("q2", "exit.q3.male").put("q12", "exit.q12.yes");
        answers.putArray("q4").add("exit.q4.yes").add("exit.q4.no");
        answers.put("q5", 1);
        answers.remove("q6");
        answers.putNull("q7");

        var answer = STAGE.byCode("", answers).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/code",
                        "/answers/q1/1",
                        "/answers/q1/2",
                        "/answers/q2",
                        "/answers/q12",
                        "/answers/q4",
                        "/answers/q5",
                        "/answers/q6",
                        "/answers/q7");
    }

    @Test
    void c28_questionEightMayBeLeftBlank_becauseNotEverybodyWorkedOnADayOff() {
        String code = STAGE.invited("min-digital", "no-days-off");
        ObjectNode answers = Stage.answers("family.marriage");
        answers.remove("q8");

        assertThat(STAGE.byCode(code, answers).send().status()).isEqualTo(201);
    }

    @Test
    void withoutAReason_thereIsNoInterview() {
        var answer = STAGE.byCode("0000-0000-0000-0000-0", Stage.answers()).send();

        assertThat(answer.codes()).containsExactly("UNANSWERED");
        assertThat(answer.pointers()).containsExactly("/answers/q1");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-0000-0000-0000-1, MISTYPED_CODE",
        "ZZZZ-ZZZZ-ZZZZ-ZZZM-Z, MISTYPED_CODE",
        "0000-0000-0000-0000, NOT_A_CODE",
        "my code, NOT_A_CODE"
    })
    void aTypingMistake_isFoundWithoutTheStore(String typed, String problem) {
        var interview = STAGE.byCode(typed, Stage.answers("pay.low"));

        var answer = interview.sendDying(1, Crash.Moment.BEFORE).orElseThrow();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/code");
        assertThat(answer.codes()).containsExactly(problem);
    }

    @Test
    void aCode_isAskedAboutBeforeTheQuestions() {
        String code = STAGE.invited("min-digital", "asked-first");
        assertThat(check(code).text("state")).isEqualTo("OPEN");
        assertThat(check(code).body()).as("nothing of the leaver").hasSize(1);

        STAGE.byCode(code, Stage.answers("pay.low")).send();
        assertThat(check(code).text("state")).isEqualTo("GIVEN");
        assertThat(check(code).body()).hasSize(1);

        String late = STAGE.invited("min-digital", "asked-late");
        STAGE.at(Stage.FEBRUARY);
        assertThat(check(late).text("state")).isEqualTo("TOO_LATE");
    }

    @Test
    void aCodeThatWasCorrectedOrWithdrawn_isFoundBeforeTheQuestions() {
        var announced = STAGE.announce(Stage.leaver("asked-exempt"));
        String code = announced.text("code");
        STAGE.correct(announced.text("id"), Stage.leaver("-").put("ground", "RETIREMENT"));
        assertThat(check(code).text("state")).isEqualTo("EXEMPT");

        STAGE.withdraw("min-digital", announced.text("id"));
        assertThat(check(code).status()).isEqualTo(403);
        assertThat(check(code).text("code")).isEqualTo("NOT_INVITED");
        assertThat(check("0000-0000-0000-0000-0").text("code")).isEqualTo("UNKNOWN_CODE");
    }

    @Test
    void aMistypedCode_isRefusedWithoutTheStore_beforeTheQuestions() {
        var check =
                STAGE.request("POST /exit-interviews/by-code/check")
                        .body(Json.object().put("code", "0000-0000-0000-0000-1"));

        var answer = check.sendDying(1, Crash.Moment.BEFORE).orElseThrow();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).containsExactly("MISTYPED_CODE");
    }

    /// Asking is no answer: it does not count as one of the three, and compares nothing.
    @Test
    void askingAboutACode_neitherUsesItUpNorComparesAnything() {
        String code = STAGE.invited("min-digital", "asked-often");
        STAGE.byCode(code, Stage.answers("pay.low")).send();
        for (int times = 0; times < 5; times++) {
            check(code);
        }

        assertThat(STAGE.byCode(code, Stage.answers("pay.low")).send().status()).isEqualTo(200);
    }

    @Test
    void whoLogsIn_learnsBeforeTheQuestions_thatTheInterviewIsGiven() {
        STAGE.announce(Stage.leaver("given-before").put("deliver", "LOGIN"));
        var who = Stage.claims("given-before", "employee");
        assertThat(asked(who).text("state")).isEqualTo("OPEN");

        mine(who, asked(who).text("id"), "pay.low");

        assertThat(asked(who).text("state")).isEqualTo("GIVEN");
        STAGE.at(Stage.FEBRUARY);
        assertThat(asked(who).text("state")).isEqualTo("GIVEN");
    }

    private static Answer check(String code) {
        return STAGE.request("POST /exit-interviews/by-code/check")
                .body(Json.object().put("code", code))
                .send();
    }

    @Test
    void aGuessedCode_opensNothing() {
        for (String code : new String[] {"0000-0000-0000-0000-0", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-M"}) {
            var answer = STAGE.byCode(code, Stage.answers("pay.low")).send();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("code")).isEqualTo("UNKNOWN_CODE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the last second of January, and the next, in Almaty (+05:00)
        "2026-01-31T18:59:59Z, 201",
        "2026-01-31T19:00:00Z, 409"
    })
    void anInterviewIsTakenUntilTheEndOfTheJanuaryAfter(Instant moment, int status) {
        String code = STAGE.invited("min-digital", "term-" + status);
        STAGE.at(moment);

        assertThat(STAGE.byCode(code, Stage.answers("pay.low")).send().status()).isEqualTo(status);
    }

    @Test
    void afterALateAnnouncementToo_interviewsAreTakenUntilTheEndOfJanuary() {
        STAGE.at(Instant.parse("2026-01-30T05:00:00Z")); // Friday
        String first = STAGE.invited("min-digital", "late-1");
        String second = STAGE.invited("min-digital", "late-2");

        STAGE.at(Instant.parse("2026-01-31T18:59:59Z"));
        assertThat(STAGE.byCode(first, Stage.answers("pay.low")).send().status()).isEqualTo(201);
        STAGE.at(Instant.parse("2026-01-31T19:00:00Z"));
        assertThat(STAGE.byCode(first, Stage.answers("pay.low")).send().status())
                .as("what was taken stays acknowledged")
                .isEqualTo(200);
        assertThat(STAGE.byCode(second, Stage.answers("pay.low")).send().text("code"))
                .isEqualTo("TOO_LATE");
    }

    @Test
    void whoseAnnouncementWasWithdrawn_isNotAsked() {
        var announced = STAGE.announce(Stage.leaver("withdrawn"));
        STAGE.withdraw("min-digital", announced.text("id"));

        assertThat(
                        STAGE.byCode(announced.text("code"), Stage.answers("pay.low"))
                                .send()
                                .text("code"))
                .isEqualTo("NOT_INVITED");
    }

    @Test
    void paper_isEnteredByTheTerritorialUnitOfTheBody() {
        String id =
                STAGE.announce(Stage.onPaper(Stage.leaver("akimat-region", "paper"))).text("id");

        assertThat(paper(id, Stage.territorial("almaty")).status()).isEqualTo(404);
        assertThat(paper(id, Stage.territorial("astana")).status()).isEqualTo(201);
        assertThat(paper(id, Stage.territorial("astana")).status()).isEqualTo(200);
        assertThat(paper(id, Stage.hr("akimat-region")).status()).isEqualTo(403);
    }

    @Test
    void whatWasNotAnnouncedOnPaper_isNotEnteredFromPaper() {
        String id = STAGE.announce(Stage.leaver("akimat-region", "no-paper")).text("id");

        assertThat(paper(id, Stage.territorial("astana")).text("code")).isEqualTo("NOT_ON_PAPER");
    }

    private static Answer paper(String id, Map<String, String> who) {
        return STAGE.request("PUT /exit-interviews/{id}/paper")
                .by(who)
                .path("id", id)
                .body(Json.object().set("answers", Stage.answers("pay.low")))
                .send();
    }

    private static Answer mine(ObjectNode answers) {
        return STAGE.request("PUT /exit-interviews/mine")
                .by(LEAVER)
                .body(Json.object().set("answers", answers))
                .send();
    }
}
