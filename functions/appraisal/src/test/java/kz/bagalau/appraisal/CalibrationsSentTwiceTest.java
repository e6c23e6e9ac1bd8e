package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.expect;
import static kz.bagalau.appraisal.SessionRoom.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.Banding;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every request about a session, an appeal or an objection: sent twice it has one effect, and
/// killed at any of its requests to the store it leaves either nothing or the whole, which the same
/// request sent again finishes. Of two that exclude each other one has an effect.
class CalibrationsSentTwiceTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    /// @param state in which the case stands before
    private record Write(
            String name,
            String state,
            Function<SessionRoom, Caller> by,
            BiFunction<SessionRoom, String, ObjectNode> content) {

        private static Write of(
                String name,
                String state,
                Function<SessionRoom, Caller> by,
                BiFunction<SessionRoom, String, ObjectNode> content) {
            return new Write(name, state, by, content);
        }

        @Override
        public String toString() {
            return name + " in " + state;
        }
    }

    static Stream<Write> writes() {
        return Stream.of(
                Write.of(
                        "POST calibration",
                        "PUBLISHED",
                        r -> r.bureau.employee,
                        SessionRoom::application),
                Write.of(
                        "POST calibration",
                        "FINAL-BY-DAY",
                        r -> r.bureau.employee,
                        SessionRoom::application),
                Write.of(
                        "DELETE calibration",
                        "CAL_REQUESTED",
                        r -> r.bureau.employee,
                        (r, id) -> r.at(id)),
                Write.of(
                        "PUT calibration/members",
                        "CAL_REQUESTED",
                        r -> r.bureau.head,
                        (r, id) -> SessionRoom.members(r.at(id), "chief", "boss-2", "hr-2")),
                Write.of(
                        "PUT calibration/members",
                        "CAL_HELD",
                        r -> r.bureau.head,
                        (r, id) ->
                                SessionRoom.members(r.at(id), "chief", "boss-4", "hr-2")
                                        .put("reason", "Ill")),
                Write.of(
                        "PUT calibration/decision",
                        "CAL_ORDERED",
                        r -> r.bureau.hr,
                        (r, id) -> r.round(id, 1, "chief=3", "boss-2=4", "hr-2=5")),
                Write.of(
                        "PUT calibration/decision",
                        "CAL_HELD",
                        r -> r.bureau.hr,
                        (r, id) -> r.round(id, 2, "chief=3", "boss-2=3", "hr-2=5")),
                Write.of(
                        "PUT calibration/protocol",
                        "CAL_DECIDED",
                        r -> r.bureau.hr,
                        SessionRoom::protocol),
                Write.of(
                        "PUT calibration/upload",
                        "FINAL",
                        r -> r.bureau.hr,
                        (r, id) -> r.at(id).put("on", r.today())),
                Write.of(
                        "PUT feedback",
                        "FINAL",
                        r -> r.bureau.assessor,
                        CalibrationsSentTwiceTest::feedback),
                Write.of(
                        "PUT appeal",
                        "FINAL",
                        r -> r.bureau.employee,
                        (r, id) -> r.at(id).put("kind", "COURT").put("filedOn", r.today())),
                Write.of("PUT appeal/outcome", "UNDER_APPEAL", r -> r.bureau.hr, outcome("LEFT")),
                Write.of(
                        "PUT appeal/outcome",
                        "UNDER_APPEAL",
                        r -> r.bureau.hr,
                        outcome("NEW_SESSION")),
                Write.of(
                        "PUT appeal/outcome",
                        "UNDER_APPEAL",
                        r -> r.bureau.hr,
                        (r, id) -> outcome("SCORE").apply(r, id).put("score", "4.50")),
                Write.of(
                        "PUT calibration/refusal",
                        "CAL_REQUESTED-LATE",
                        r -> r.bureau.head,
                        (r, id) -> r.at(id).put("reason", "Out of time")),
                Write.of(
                        "PUT objections/1",
                        "OBJECTED",
                        r -> r.bureau.hr,
                        (r, id) -> r.at(id).put("answer", "Shown again")),
                Write.of(
                        "POST objections",
                        "PUBLISHED",
                        r -> r.bureau.employee,
                        (r, id) -> r.at(id).put("text", "Not shown")));
    }

    private static ObjectNode feedback(SessionRoom room, String id) {
        ObjectNode json = room.at(id).put("heldOn", room.today());
        json.putArray("topics").add("ACHIEVEMENTS").add("SKILLS").add("CAREER");
        return json;
    }

    private static BiFunction<SessionRoom, String, ObjectNode> outcome(String outcome) {
        return (room, id) ->
                room.at(id).put("outcome", outcome).put("on", room.today()).put("document", "d-1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void sentTwice_hasOneEffect(Write write) {
        SessionRoom room = new SessionRoom(SANDBOX);
        String id = room.in(write.state());
        long before = room.document(id).version();
        ObjectNode content = write.content().apply(room, id);

        Answer first = call(room, write, id, content).send();
        Answer second = call(room, write, id, content).send();

        assertThat(first.status())
                .as("%s", first.body())
                .isEqualTo(write.name().startsWith("POST") ? 201 : 200);
        assertThat(second.status()).as("%s", second.body()).isEqualTo(200);
        assertThat(room.document(id).version()).isEqualTo(before + 1);
        assertThat(room.bureau.cases().trail(room.document(id).reference()).faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void killedBetweenTwoWrites_itIsFinishedByTheSameAgain(Write write) {
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            SessionRoom room = new SessionRoom(SANDBOX);
            String id = room.in(write.state());
            long before = room.document(id).version();
            ObjectNode content = write.content().apply(room, id);

            answer = call(room, write, id, content).sendDying(number, Crash.Moment.AFTER);
            Answer again = call(room, write, id, content).send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isIn(200, 201);
            assertThat(room.document(id).version()).as("%d", number).isEqualTo(before + 1);
        }
    }

    private static Call call(SessionRoom room, Write write, String id, ObjectNode content) {
        String[] parts = write.name().split(" ");
        Call call = room.call(parts[0], of(id, parts[1]), write.by().apply(room));
        return parts[0].equals("DELETE")
                ? call.query("version", content.path("version").asText())
                : call.body(content);
    }

    @Test
    void whoNamesNoVersion_orAnOldOne_isShownWhatStands() {
        for (Write write : writes().toList()) {
            SessionRoom room = new SessionRoom(SANDBOX);
            String id = room.in(write.state());
            ObjectNode content = write.content().apply(room, id);
            content.remove("version");
            if (!write.name().startsWith("DELETE")) {
                Answer answer = call(room, write, id, content).send();
                assertThat(answer.status()).as("%s", write).isEqualTo(409);
                assertThat(answer.codes()).containsExactly("CHANGED");
                assertThat(answer.body().path("current").path("version").longValue())
                        .isEqualTo(room.document(id).version());
            }
            ObjectNode old = content.deepCopy().put("version", 1);
            assertThat(call(room, write, id, old).send().codes()).containsExactly("CHANGED");
        }
    }

    @Test
    void aVoteAgainstAWithdrawal_oneHasAnEffect() {
        SessionRoom room = new SessionRoom(SANDBOX);
        String id = room.in("CAL_ORDERED");
        ObjectNode vote = room.round(id, 1, "chief=3", "boss-2=3", "hr-2=3");
        List<Answer> withdrawn = new ArrayList<>();
        Call withdrawal =
                room.call("DELETE", of(id, "calibration"), room.bureau.employee)
                        .query("version", vote.path("version").asText());

        Answer voted =
                room.call("PUT", of(id, "calibration/decision"), room.bureau.hr)
                        .body(vote)
                        .sendWhile(4, () -> withdrawn.add(withdrawal.send()));

        assertThat(List.of(voted.status(), withdrawn.getFirst().status()))
                .containsExactlyInAnyOrder(200, 409);
        Answer loser = voted.status() == 409 ? voted : withdrawn.getFirst();
        assertThat(loser.codes()).containsExactly("CHANGED");
        assertThat(loser.body().path("current").path("state").asText()).isEqualTo(room.state(id));
    }

    @Test
    void aReplacementAgainstAVote_oneHasAnEffect() {
        SessionRoom room = new SessionRoom(SANDBOX);
        String id = room.in("CAL_ORDERED");
        ObjectNode vote = room.round(id, 1, "chief=3", "boss-2=3", "hr-2=3");
        ObjectNode others =
                SessionRoom.members(room.at(id), "chief", "boss-4", "hr-2").put("reason", "Ill");
        List<Answer> voted = new ArrayList<>();

        Answer replaced =
                room.call("PUT", of(id, "calibration/members"), room.bureau.head)
                        .body(others)
                        .sendWhile(
                                4,
                                () ->
                                        voted.add(
                                                room.put(
                                                        of(id, "calibration/decision"),
                                                        room.bureau.hr,
                                                        vote)));

        assertThat(List.of(replaced.status(), voted.getFirst().status()))
                .containsExactlyInAnyOrder(200, 409);
        Answer loser = replaced.status() == 409 ? replaced : voted.getFirst();
        assertThat(loser.body().path("current").path("state").asText()).isEqualTo(room.state(id));
    }

    @Test
    void everyStepStandsInTheHistory_underItsEvent() {
        SessionRoom room = new SessionRoom(SANDBOX);
        String id = room.in("UNDER_APPEAL");

        assertThat(
                        room.bureau
                                .cases()
                                .history(room.document(id).reference(), Paging.first(100))
                                .orElseThrow()
                                .items())
                .extracting(version -> version.act().event())
                .endsWith("apply", "order", "vote", "sign", "appeal");
        expect(room.decide(id, "LEFT"), 200);
    }

    /// What is said about a quarter before and after the score was formed.
    @ParameterizedTest
    @CsvSource({
        "quarters/2026-Q1, 2026-07-02, false",
        "quarters/2026-Q1, 2027-02-01, true",
        "choice, 2026-07-02, false",
        "choice, 2027-02-01, true"
    })
    void aYearlyChangeKilledBetweenTwoWrites_isFinishedByTheSameAgain(
            String part, LocalDate day, boolean formed) {
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            SessionRoom room = new SessionRoom(SANDBOX);
            String worker = "worker-%s-%s-%d".formatted(part.substring(0, 6), formed, number);
            room.bureau.put(Bureau.person(worker, Bureau.post("D-5", "boss-1")));
            assessed(room, worker, 1);
            assessed(room, worker, 2);
            room.bureau.on(day);
            if (formed) {
                room.form();
            }
            String path = "/yearly-scores/2026/" + worker;
            long before = room.get(path, room.bureau.hr).body().path("version").asLong();
            ObjectNode said = Json.object().put("reason", "x");
            if (formed) {
                said.put("version", before);
            }
            if (part.equals("choice")) {
                said.put("quarter", "2026-Q1").put("rule", "LAST");
            } else {
                said.put("score", "4").put("document", "d");
            }
            Call call = room.call("PUT", path + "/" + part, room.bureau.hr).body(said);

            answer = call.sendDying(number, Crash.Moment.AFTER);
            Answer again = call.send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isEqualTo(200);
            assertThat(again.body().path("version").asLong())
                    .as("%d", number)
                    .isEqualTo(before + 1);
            assertThat(again.body().path(part.equals("choice") ? "choices" : "entered")).hasSize(1);
        }
    }

    /// A quarter's case of two, with a score.
    private static void assessed(SessionRoom room, String worker, int number) {
        Quarter quarter = new Quarter(2026, 1);
        AppraisalContent content = new AppraisalContent(Json.object());
        content.json()
                .put("employee", worker)
                .put("quarter", quarter.toString())
                .put("number", number)
                .put("eligibility", "ELIGIBLE")
                .put("workedDays", 20)
                .put("form", "ANNEX2");
        content.json()
                .putObject("period")
                .put("from", quarter.first().toString())
                .put("to", quarter.last().minusDays(number).toString());
        content.score(Banding.of(new BigDecimal("3.00"), AppraisalSetting.Rounding.HALF_UP_2));
        Document first =
                new Document(
                        Opening.reference(room.bureau.body, worker, quarter, number),
                        Flows.APPRAISAL.flow().code(),
                        room.bureau.body,
                        quarter.toString(),
                        Set.of(Parties.assessed(worker)),
                        "FINAL",
                        1,
                        content.json());
        Act act = new Act("test", "test", room.bureau.now, Json.object());
        room.bureau.cases().perform(new Change(first, act, List.of()));
    }

    @Test
    void aYearlyChangeSentTwice_hasOneEffect_alsoWhenItOpensTheScore() {
        SessionRoom room = new SessionRoom(SANDBOX);
        room.bureau.put(Bureau.person("worker-twice", Bureau.post("D-5", "boss-1")));
        room.bureau.on(LocalDate.of(2026, 7, 2));
        String path = "/yearly-scores/2026/worker-twice/quarters/2026-Q1";
        ObjectNode entry = Json.object().put("score", "4").put("document", "d").put("reason", "x");
        assertThat(room.put(path, room.bureau.hr, entry.deepCopy().put("version", 3)).codes())
                .containsExactly("CHANGED");

        Answer first = room.put(path, room.bureau.hr, entry);
        Answer second = room.put(path, room.bureau.hr, entry);

        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
        assertThat(second.status()).as("%s", second.body()).isEqualTo(200);
        assertThat(second.body().path("version").longValue()).isEqualTo(1);
        assertThat(room.put(path, room.bureau.hr, entry.put("score", "3")).codes())
                .containsExactly("CHANGED");
    }
}
