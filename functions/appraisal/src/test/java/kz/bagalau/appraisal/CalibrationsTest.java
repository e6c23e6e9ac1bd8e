package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.expect;
import static kz.bagalau.appraisal.Bureau.json;
import static kz.bagalau.appraisal.SessionRoom.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Paging;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Calendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.sandbox.Sandbox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Paging PAGE = Paging.first(50);

    private final SessionRoom room = new SessionRoom(SANDBOX);
    private final Bureau bureau = room.bureau;

    @Test
    void p10_p19_p20_anApplicationInTime_hasItsTerms() {
        String id = room.in("PUBLISHED");

        JsonNode answer = expect(room.apply(id), 201);

        assertThat(answer.path("state").asText()).isEqualTo("CAL_REQUESTED");
        assertThat(answer.path("applyBy").asText()).isEqualTo("2026-04-09"); // Thursday
        assertThat(answer.path("inTime").booleanValue()).isTrue();
        assertThat(answer.path("decideBy").asText()).isEqualTo("2026-04-07"); // 3 working days
        assertThat(answer.path("holdBy").asText()).isEqualTo("2026-04-16"); // 10 working days
    }

    @Test
    void e44a_g35_aPaperOne_isDecidedFromItsReceipt_andHeldFromItsDay() {
        String id = room.in("PUBLISHED");
        bureau.on(LocalDate.of(2026, 4, 7)); // Tuesday
        ObjectNode paper =
                room.application(id)
                        .put("submittedOn", "2026-04-03")
                        .put("receivedOn", "2026-04-07")
                        .put("document", "d-1");

        JsonNode answer = expect(room.post(of(id, "calibration"), bureau.hr, paper), 201);

        assertThat(answer.path("inTime").booleanValue()).isTrue();
        assertThat(answer.path("decideBy").asText()).isEqualTo("2026-04-10");
        assertThat(answer.path("holdBy").asText()).isEqualTo("2026-04-17");
        assertThat(room.withdraw(id, bureau.hr).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr#2", "hr\t2", "hr\n2", "hr\u007f2"})
    void aMemberWhoseNameIsNone_isRefusedByName(String member) {
        String id = room.in("CAL_REQUESTED");

        Answer refused = room.order(id, "chief", "boss-2", member);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly("BAD_FORMAT");
        assertThat(refused.pointers()).containsExactly("/members/2/person");
        assertThat(room.state(id)).isEqualTo("CAL_REQUESTED");
    }

    @Test
    void aPaperOne_namesItsDaysInTheirOrder() {
        String id = room.in("PUBLISHED");
        ObjectNode paper = room.application(id);
        assertThat(room.post(of(id, "calibration"), bureau.hr, paper).codes())
                .containsOnly("REQUIRED")
                .hasSize(3);
        paper.put("submittedOn", "2026-04-02").put("receivedOn", "2026-04-01").put("document", "d");
        assertThat(room.post(of(id, "calibration"), bureau.hr, paper).codes())
                .containsExactly("OUT_OF_ORDER");
        paper.put("receivedOn", "1966-04-02");
        assertThat(room.post(of(id, "calibration"), bureau.hr, paper).codes())
                .containsExactly("OUT_OF_ORDER");
        paper.put("submittedOn", "2026-04-01").put("receivedOn", "2026-04-01");
        assertThat(room.post(of(id, "calibration"), bureau.hr, paper).codes())
                .containsExactly("OUT_OF_ORDER"); // before the result was published
        assertThat(
                        room.post(
                                        of(id, "calibration"),
                                        bureau.employee,
                                        paper.put("submittedOn", "2026-04-02"))
                                .codes())
                .containsOnly("UNKNOWN_FIELD");
    }

    @Test
    void e111_v11_fromFinal_lateOnesAreRecorded_andOrderedOrRefused() {
        String id = room.in("FINAL-BY-DAY");
        assertThat(room.state(id)).isEqualTo("FINAL");

        JsonNode late = expect(room.apply(id), 201);

        assertThat(late.path("inTime").booleanValue()).isFalse();
        assertThat(room.state(id)).isEqualTo("CAL_REQUESTED");
        assertThat(late.has("completedOn")).isFalse();

        ObjectNode refusal = room.at(id).put("reason", "Out of time");
        expect(room.put(of(id, "calibration/refusal"), bureau.head, refusal), 200);

        assertThat(room.state(id)).isEqualTo("FINAL");
        assertThat(room.document(id).content().path("completedOn").asText())
                .isEqualTo("2026-04-10");
        expect(room.apply(id), 201);
        expect(room.order(id), 200);
        assertThat(room.state(id)).isEqualTo("CAL_ORDERED");
    }

    @Test
    void p10_anOpenWindowMovesWithTheCalendar() {
        String id = room.in("PUBLISHED"); // until Thursday, 9 April
        dayOff(LocalDate.of(2026, 4, 9));
        assertThat(
                        expect(room.get("/appraisals/" + id, bureau.employee), 200)
                                .path("applyBy")
                                .asText())
                .isEqualTo("2026-04-10");
        bureau.on(LocalDate.of(2026, 4, 10));

        JsonNode answer = expect(room.apply(id), 201);

        assertThat(answer.path("inTime").booleanValue()).isTrue();
        assertThat(answer.path("applyBy").asText()).isEqualTo("2026-04-10");
        expect(room.withdraw(id, bureau.employee), 200);
        assertThat(room.state(id)).isEqualTo("PUBLISHED");
    }

    @Test
    void p10_aWindowThatWasClosedStaysSo() {
        String id = room.in("FINAL-BY-DAY");
        dayOff(LocalDate.of(2026, 4, 9));

        JsonNode late = expect(room.apply(id), 201);

        assertThat(late.path("inTime").booleanValue()).isFalse();
        assertThat(late.path("applyBy").asText()).isEqualTo("2026-04-09");
        expect(room.withdraw(id, bureau.employee), 200);
        assertThat(room.state(id)).isEqualTo("FINAL");
    }

    @Test
    void p19_p20_openTermsOfASessionMoveWithTheCalendar_closedOnesStay() {
        String id = room.in("CAL_REQUESTED"); // decided by 7 April, held by 16 April
        dayOff(LocalDate.of(2026, 4, 6));

        JsonNode requested = session(id);

        assertThat(requested.path("decideBy").asText()).isEqualTo("2026-04-08");
        assertThat(requested.path("holdBy").asText()).isEqualTo("2026-04-17");

        expect(room.order(id), 200);
        dayOff(LocalDate.of(2026, 4, 7));
        JsonNode ordered = session(id);

        assertThat(ordered.path("decideBy").asText()).isEqualTo("2026-04-08");
        assertThat(ordered.path("holdBy").asText()).isEqualTo("2026-04-20");
    }

    @Test
    void p22_theTermOfTheUploadMovesWithTheCalendar_untilItIsMarked() {
        String id = room.in("FINAL");
        LocalDate before = LocalDate.parse(session(id).path("uploadBy").asText());

        dayOff(before);

        LocalDate moved = LocalDate.parse(session(id).path("uploadBy").asText());
        assertThat(moved).isAfter(before);
        expect(
                room.put(
                        of(id, "calibration/upload"),
                        bureau.hr,
                        room.at(id).put("on", room.today())),
                200);
        dayOff(moved);
        assertThat(session(id).path("uploadBy").asText()).isEqualTo(moved.toString());
    }

    private JsonNode session(String id) {
        return expect(room.get("/appraisals/" + id, bureau.hr), 200).path("calibration");
    }

    private void dayOff(LocalDate day) {
        bureau.calendar = Calendars.withDayOff(bureau.calendar, day);
    }

    /// What follows something is not earlier than it: a protocol, a mark, an appeal, its outcome.
    @ParameterizedTest
    @CsvSource({
        "CAL_DECIDED, calibration/protocol, signedOn, hr",
        "FINAL, calibration/upload, on, hr",
        "FINAL, feedback, heldOn, assessor",
        "PUBLISHED, appeal, filedOn, employee",
        "UNDER_APPEAL, appeal/outcome, on, hr"
    })
    void whatFollowsIsNotEarlier(String state, String part, String field, String who) {
        String id = room.in(state);
        ObjectNode json =
                room.at(id).put(field, LocalDate.parse(room.today()).minusDays(1).toString());
        switch (part) {
            case "calibration/protocol" -> json.put("number", "3");
            case "feedback" ->
                    json.putArray("topics").add("ACHIEVEMENTS").add("SKILLS").add("CAREER");
            case "appeal" -> json.put("kind", "APPC");
            case "appeal/outcome" -> json.put("outcome", "LEFT").put("document", "d-1");
            default -> {}
        }
        Caller by =
                switch (who) {
                    case "hr" -> bureau.hr;
                    case "assessor" -> bureau.assessor;
                    default -> bureau.employee;
                };
        long before = room.document(id).version();

        Answer answer = room.put(of(id, part), by, json);

        assertThat(answer.codes()).as("%s", answer.body()).containsExactly("OUT_OF_ORDER");
        assertThat(answer.pointers()).containsExactly("/" + field);
        assertThat(room.document(id).version()).isEqualTo(before);
        expect(room.put(of(id, part), by, json.put(field, room.today())), 200);
    }

    /// An order of yesterday may be entered today, after the session it approved.
    @Test
    void aSessionIsNotEarlierThanItsOrder_whenItWasEnteredDoesNotMatter() {
        String id = room.in("CAL_REQUESTED");
        LocalDate day = LocalDate.parse(room.today());
        bureau.on(day.plusDays(1));
        ObjectNode members = SessionRoom.members(room.at(id), "chief", "boss-2", "hr-2");
        members.withObject("/order").put("date", day.toString());
        expect(room.put(of(id, "calibration/members"), bureau.head, members), 200);
        ObjectNode round = room.round(id, 1, "chief=3", "boss-2=3", "hr-2=3");

        String before = day.minusDays(1).toString();
        assertThat(
                        room.put(
                                        of(id, "calibration/decision"),
                                        bureau.hr,
                                        round.deepCopy().put("heldOn", before))
                                .codes())
                .containsExactly("OUT_OF_ORDER");
        expect(
                room.put(
                        of(id, "calibration/decision"),
                        bureau.hr,
                        round.put("heldOn", day.toString())),
                200);
    }

    @Test
    void e111_oneInTimeIsNotRefused() {
        String id = room.in("CAL_REQUESTED");
        ObjectNode refusal = room.at(id).put("reason", "No");

        Answer answer = room.put(of(id, "calibration/refusal"), bureau.head, refusal);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.codes()).containsExactly("IN_TIME");
        assertThat(room.state(id)).isEqualTo("CAL_REQUESTED");
    }

    @ParameterizedTest
    @CsvSource({"2026-04-07, PUBLISHED", "2026-04-09, PUBLISHED", "2026-04-14, FINAL"})
    void e112_withdrawn_backWhileTheWindowLasts_elseFinal(LocalDate day, String state) {
        String id = room.in("CAL_REQUESTED");
        bureau.on(day);

        expect(room.withdraw(id, bureau.employee), 200);

        assertThat(room.state(id)).isEqualTo(state);
        assertThat(room.shown(id).path("earlierCalibrations")).hasSize(1);
        if (state.equals("PUBLISHED")) {
            assertThat(expect(room.apply(id), 201).path("inTime").booleanValue()).isTrue();
        }
    }

    @Test
    void withdrawalEndsWithTheSession_andIsTheEmployeesAlone() {
        String id = room.in("CAL_ORDERED");
        for (Caller other : new Caller[] {bureau.hr, bureau.head, bureau.assessor, room.member}) {
            assertThat(room.withdraw(id, other).status()).as(other.subject()).isEqualTo(403);
        }
        expect(room.vote(id, 1, "chief=3", "boss-2=4", "hr-2=5"), 200);
        assertThat(room.withdraw(id, bureau.employee).codes()).containsExactly("WRONG_STATE");
    }

    @ParameterizedTest
    @CsvSource({
        "chief boss-2, EVEN_OR_FEW NO_HR",
        "chief boss-2 boss-4 hr-2, EVEN_OR_FEW",
        "chief boss-1 hr-2, EXCLUDED",
        "chief emp-1 hr-2, EXCLUDED NOT_ASSESSOR",
        "chief boss-2 boss-4, NO_HR",
        "chief chief hr-2, DUPLICATE",
        "chief emp-2 hr-2, NOT_ASSESSOR",
        "chief hr-2 hr-3, FEW_ASSESSORS"
    })
    void e50_e109_wrongCompositionsAreRefusedByName(String members, String codes) {
        String id = room.in("CAL_REQUESTED");

        Answer answer = room.order(id, members.split(" "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes().stream().distinct())
                .containsExactlyInAnyOrderElementsOf(Set.of(codes.split(" ")));
        assertThat(room.state(id)).isEqualTo("CAL_REQUESTED");
    }

    @Test
    void e110_v06_whoHasScoredIsExcluded_aMainAssessorWhoHasNotIsNot() {
        bureau.substitute("boss-1", "deputy");
        bureau.absent("boss-1", Bureau.TODAY.minusDays(1), Bureau.TODAY.plusDays(60));
        String id = bureau.opened();
        expect(bureau.score(id, bureau.deputy, "3.10"), 200);
        expect(bureau.publish(bureau.hr, id, room.document(id).version()), 200);
        expect(room.apply(id), 201);
        bureau.put(Bureau.person("emp-5", Bureau.post("D-5", "deputy")));

        assertThat(room.order(id, "chief", "deputy", "hr-2").codes()).containsExactly("EXCLUDED");
        expect(room.order(id, "chief", "boss-1", "hr-2"), 200);
    }

    @Test
    void v17_aReasonLetsFewAssessorsPass() {
        String id = room.in("CAL_REQUESTED");
        ObjectNode few = SessionRoom.members(room.at(id), "chief", "hr-2", "hr-3");

        expect(
                room.put(
                        of(id, "calibration/members"),
                        bureau.head,
                        few.put("reason", "One assessor in the body")),
                200);

        assertThat(room.state(id)).isEqualTo("CAL_ORDERED");
    }

    @Test
    void p19_theMaslikhatsDecisionIsEnteredByThePersonnelService_theOfficialsIsTheirOwn() {
        String id = room.in("CAL_REQUESTED");
        ObjectNode official = SessionRoom.members(room.at(id), "chief", "boss-2", "hr-2");
        assertThat(room.put(of(id, "calibration/members"), bureau.hr, official).status())
                .isEqualTo(403);
        ObjectNode maslikhat = official.deepCopy().put("by", "MASLIKHAT");
        assertThat(room.put(of(id, "calibration/members"), bureau.head, maslikhat).status())
                .isEqualTo(403);

        expect(room.put(of(id, "calibration/members"), bureau.hr, maslikhat), 200);

        assertThat(room.shown(id).at("/calibration/by").asText()).isEqualTo("MASLIKHAT");
    }

    @Test
    void e52_aMajorityForOneNumber_makesTheScore_onceTheProtocolIsSigned() {
        String id = room.in("CAL_ORDERED");

        JsonNode voted = expect(room.vote(id, 1, "chief=2.8", "boss-2=2.80", "hr-2=4.2"), 200);

        assertThat(voted.path("score").asText()).isEqualTo("2.80");
        assertThat(voted.path("direction").asText()).isEqualTo("DOWN");
        assertThat(voted.path("state").asText()).isEqualTo("CAL_DECIDED");
        assertThat(room.shown(id).path("score").asText()).isEqualTo("4.20");
        assertThat(room.shown(id).path("grade").asText()).isEqualTo("EFFECTIVE");

        JsonNode signed = expect(room.sign(id), 200);

        assertThat(signed.path("state").asText()).isEqualTo("FINAL");
        assertThat(signed.path("score").asText()).isEqualTo("2.80");
        assertThat(signed.path("grade").asText()).isEqualTo("SATISFACTORY");
        assertThat(signed.path("uploadBy").asText()).isEqualTo("2026-04-07");
        assertThat(signed.path("completedOn").asText()).isEqualTo("2026-04-02");
    }

    @ParameterizedTest
    @CsvSource({"4.2, SAME", "4.20, SAME", "4.21, UP", "0, DOWN", "5, UP"})
    void p22_upDownOrSame(String score, String direction) {
        String id = room.in("CAL_ORDERED");

        JsonNode voted =
                expect(room.vote(id, 1, "chief=" + score, "boss-2=" + score, "hr-2=1"), 200);

        assertThat(voted.path("direction").asText()).isEqualTo(direction);
    }

    @Test
    void e53_g14_withoutAMajority_theNextRoundFollows_andTheScoreStays() {
        String id = room.in("CAL_REQUESTED");
        expect(room.order(id), 200);
        JsonNode first = expect(room.vote(id, 1, "chief=3.8", "boss-2=4.5", "hr-2=4.2"), 200);

        assertThat(first.get("score").isNull()).isTrue();
        assertThat(first.has("direction")).isFalse();
        assertThat(first.path("state").asText()).isEqualTo("CAL_HELD");
        assertThat(room.vote(id, 1, "chief=3.8", "boss-2=3.8", "hr-2=4.2").codes())
                .containsExactly("WRONG_ROUND");
        assertThat(room.vote(id, 3, "chief=3.8", "boss-2=3.8", "hr-2=4.2").codes())
                .containsExactly("WRONG_ROUND");

        JsonNode second = expect(room.vote(id, 2, "chief=3.8", "boss-2=3.8", "hr-2=4.2"), 200);

        assertThat(second.path("score").asText()).isEqualTo("3.80");
        assertThat(room.shown(id).at("/calibration/rounds")).hasSize(2);
    }

    @Test
    void e114_g14_aMajorityOfTheApprovedSuffices_unlessAllMustVote() {
        String id = room.in("CAL_ORDERED");
        expect(room.vote(id, 1, "chief=3.6", "boss-2=3.60"), 200);
        assertThat(room.state(id)).isEqualTo("CAL_DECIDED");

        SessionRoom strict = new SessionRoom(SANDBOX);
        strict.bureau.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.CALIBRATION_PRESENCE, "ALL", "Own act, ¶22"));
        String another = strict.in("CAL_ORDERED");
        assertThat(strict.vote(another, 1, "chief=3.6", "boss-2=3.60").codes())
                .containsExactly("VOTE_MISSING");
    }

    @Test
    void votesThatAreNone_areAllNamed_andNothingIsStored() {
        String id = room.in("CAL_ORDERED");
        assertThat(room.vote(id, 1, "chief=5.01", "boss-2=-0.1", "hr-2=3.005").codes())
                .containsExactly("OUT_OF_RANGE", "OUT_OF_RANGE", "WRONG_STEP");
        assertThat(room.vote(id, 1, "chief=3", "chief=3", "emp-2=3").codes())
                .containsExactlyInAnyOrder(
                        "VOTED_TWICE", "NOT_MEMBER", "VOTE_MISSING", "VOTE_MISSING");
        assertThat(room.vote(id, 1, "chief=3").codes())
                .containsExactly("VOTE_MISSING", "VOTE_MISSING");
        ObjectNode silent = room.round(id, 1, "chief=3", "boss-2=3");
        silent.remove("statement");
        assertThat(room.put(of(id, "calibration/decision"), bureau.hr, silent).codes())
                .containsExactly("REQUIRED");
        silent.put("noStatement", "The assessor is ill").put("heldOn", "2026-04-01");
        assertThat(room.put(of(id, "calibration/decision"), bureau.hr, silent).codes())
                .containsExactly("OUT_OF_ORDER");
        silent.put("heldOn", "2026-04-03");
        assertThat(room.put(of(id, "calibration/decision"), bureau.hr, silent).codes())
                .containsExactly("IN_FUTURE");
        assertThat(room.state(id)).isEqualTo("CAL_ORDERED");
        expect(
                room.put(
                        of(id, "calibration/decision"),
                        bureau.hr,
                        silent.put("heldOn", "2026-04-02")),
                200);
    }

    @Test
    void g14_membersAreReplacedWithAReason_untilThereIsAMajority() {
        String id = room.in("CAL_HELD");
        assertThat(room.order(id, "chief", "boss-4", "hr-2").codes()).containsExactly("REQUIRED");
        ObjectNode others =
                SessionRoom.members(room.at(id), "chief", "boss-4", "hr-2").put("reason", "Ill");

        JsonNode replaced =
                expect(room.put(of(id, "calibration/members"), bureau.head, others), 200);

        assertThat(replaced.path("state").asText()).isEqualTo("CAL_ORDERED");
        assertThat(replaced.path("holdBy").asText()).isEqualTo("2026-04-16");
        assertThat(room.shown(id).at("/calibration/earlier")).hasSize(1);
        assertThat(room.vote(id, 2, "chief=4", "boss-2=4").codes()).contains("NOT_MEMBER");
        expect(room.vote(id, 2, "chief=4", "boss-4=4"), 200);
        assertThat(
                        room.put(
                                        of(id, "calibration/members"),
                                        bureau.head,
                                        SessionRoom.members(room.at(id), "chief", "boss-2", "hr-2")
                                                .put("reason", "Again"))
                                .codes())
                .containsExactly("WRONG_STATE");
    }

    @Test
    void e113_afterTheSignature_twoMarksAreOpen_andBlockNothing() {
        String id = room.in("FINAL");

        assertThat(
                        bureau.cases()
                                .tasksOf(bureau.body, Optional.empty(), PAGE)
                                .orElseThrow()
                                .items())
                .extracting(task -> task.event())
                .containsExactlyInAnyOrder("upload", "feedback");
        assertThat(room.document(id).content().path("score").asText()).isEqualTo("2.80");

        expect(
                room.put(
                        of(id, "calibration/upload"),
                        bureau.hr,
                        room.at(id).put("on", "2026-04-02")),
                200);
        expect(
                room.put(
                        of(id, "feedback"),
                        bureau.assessor,
                        feedback(id, "ACHIEVEMENTS", "SKILLS", "CAREER")),
                200);

        assertThat(
                        bureau.cases()
                                .tasksOf(bureau.body, Optional.empty(), PAGE)
                                .orElseThrow()
                                .items())
                .isEmpty();
        assertThat(room.state(id)).isEqualTo("FINAL");
    }

    private ObjectNode feedback(String id, String... topics) {
        ObjectNode json = room.at(id).put("heldOn", "2026-04-02");
        var array = json.putArray("topics");
        for (String topic : topics) {
            array.add(topic);
        }
        return json;
    }

    @Test
    void e56_p23_withTwoOfThreeTopics_theMarkIsNotSet_theCaseIsFinalAllTheSame() {
        String id = room.in("FINAL");

        Answer answer =
                room.put(of(id, "feedback"), bureau.assessor, feedback(id, "SKILLS", "CAREER"));

        assertThat(answer.codes()).containsExactly("TOPICS_MISSING");
        assertThat(room.shown(id).at("/calibration/feedback").isMissingNode()).isTrue();
        assertThat(room.state(id)).isEqualTo("FINAL");
        assertThat(
                        room.put(
                                        of(id, "feedback"),
                                        bureau.hr,
                                        feedback(id, "SKILLS", "CAREER", "ACHIEVEMENTS"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void e101_p22_aProtocolThatCannotBeUploaded_isNotOverdue() {
        String id = room.in("FINAL");

        expect(
                room.put(
                        of(id, "calibration/upload"),
                        bureau.hr,
                        room.at(id).put("impossible", "The system is down")),
                200);

        assertThat(
                        bureau.cases()
                                .tasksOf(bureau.body, Optional.empty(), PAGE)
                                .orElseThrow()
                                .items())
                .extracting(task -> task.event())
                .containsExactly("feedback");
        assertThat(room.put(of(id, "calibration/upload"), bureau.hr, room.at(id)).codes())
                .containsExactly("REQUIRED");
    }

    @Test
    void marksWaitForTheSignature() {
        String id = room.in("CAL_DECIDED");
        assertThat(
                        room.put(
                                        of(id, "calibration/upload"),
                                        bureau.hr,
                                        room.at(id).put("on", "2026-04-02"))
                                .codes())
                .containsExactly("WRONG_STATE");
        assertThat(
                        room.put(
                                        of(id, "feedback"),
                                        bureau.assessor,
                                        feedback(id, "SKILLS", "CAREER", "ACHIEVEMENTS"))
                                .codes())
                .containsExactly("WRONG_STATE");
    }

    @Test
    void theProtocolIsPrintedFromTheDecisionOn_forWhoeverSeesTheCase() {
        String id = room.in("CAL_HELD");
        String path = of(id, "calibration/protocol.pdf");
        assertThat(room.get(path, bureau.hr).status()).isEqualTo(404);
        expect(room.vote(id, 2, "chief=4", "boss-2=4", "hr-2=4"), 200);

        for (String language : new String[] {"kk", "ru", "en"}) {
            byte[] pdf = room.call("GET", path, bureau.hr).query("lang", language).bytes();
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        assertThat(room.call("GET", path, bureau.employee).raw().status()).isEqualTo(200);
        assertThat(room.call("GET", path, room.member).raw().status()).isEqualTo(200);
        assertThat(room.get(path, bureau.colleague).status()).isEqualTo(404);
        assertThat(room.get(path, bureau.otherHr).status()).isEqualTo(404);
    }

    @Test
    void theSheetSaysWhatASessionAndAnAppealMadeOfTheScore() throws IOException {
        String id = room.in("FINAL");
        expect(room.appeal(id, bureau.employee), 200);
        ObjectNode scored =
                room.at(id).put("outcome", "SCORE").put("on", "2026-04-02").put("document", "d-9");
        expect(room.put(of(id, "appeal/outcome"), bureau.hr, scored.put("score", "3.5")), 200);

        for (Language language : Language.values()) {
            byte[] pdf =
                    room.call("GET", "/appraisals/" + id + ".pdf", bureau.hr)
                            .query("lang", language.name().toLowerCase(Locale.ROOT))
                            .bytes();
            try (PDDocument sheet = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(sheet))
                        .contains("d-9")
                        .containsPattern("3[.,]50")
                        .containsPattern("2[.,]80");
            }
        }
    }

    @Test
    void e100_p11_anAppealWithoutASession_isRecordedWithAWarning() {
        String id = room.in("PUBLISHED");

        JsonNode appeal = expect(room.appeal(id, bureau.employee), 200);

        assertThat(appeal.path("state").asText()).isEqualTo("UNDER_APPEAL");
        assertThat(appeal.at("/warnings/0/code").asText()).isEqualTo("NO_SESSION");
        SessionRoom other = new SessionRoom(SANDBOX);
        String calibrated = other.in("FINAL");
        assertThat(expect(other.appeal(calibrated, other.bureau.hr), 200).path("warnings"))
                .isEmpty();
    }

    @Test
    void anAppealIsLeft_orSetsTheScore() {
        String id = room.in("UNDER_APPEAL");
        expect(room.decide(id, "LEFT"), 200);
        assertThat(room.state(id)).isEqualTo("FINAL");
        assertThat(room.document(id).content().path("score").asText()).isEqualTo("2.80");

        expect(room.appeal(id, bureau.employee), 200);
        ObjectNode scored =
                room.at(id).put("outcome", "SCORE").put("on", "2026-04-02").put("document", "d");
        assertThat(room.put(of(id, "appeal/outcome"), bureau.hr, scored).codes())
                .containsExactly("REQUIRED");
        expect(room.put(of(id, "appeal/outcome"), bureau.hr, scored.put("score", "3.5")), 200);

        assertThat(room.shown(id).path("score").asText()).isEqualTo("3.50");
        assertThat(room.shown(id).path("grade").asText()).isEqualTo("PROPER");
        assertThat(room.shown(id).path("scores")).hasSize(2);
        assertThat(room.shown(id).path("earlierAppeals")).hasSize(1);
    }

    @Test
    void aNewSession_hasItsTermsFromTheDayOfTheOutcome_andIsNeitherRefusedNorWithdrawn() {
        String id = room.in("UNDER_APPEAL");
        bureau.on(LocalDate.of(2026, 4, 13)); // Monday

        JsonNode answer = expect(room.decide(id, "NEW_SESSION"), 200);

        assertThat(answer.path("state").asText()).isEqualTo("CAL_REQUESTED");
        assertThat(answer.path("decideBy").asText()).isEqualTo("2026-04-16");
        assertThat(answer.path("holdBy").asText()).isEqualTo("2026-04-27");
        assertThat(room.withdraw(id, bureau.employee).codes()).containsExactly("BY_APPEAL");
        assertThat(
                        room.put(
                                        of(id, "calibration/refusal"),
                                        bureau.head,
                                        room.at(id).put("reason", "No"))
                                .codes())
                .containsExactly("IN_TIME");
        expect(room.order(id), 200);
        expect(room.vote(id, 1, "chief=4", "boss-2=4", "hr-2=4"), 200);
        expect(room.sign(id), 200);
        assertThat(room.shown(id).path("score").asText()).isEqualTo("4.00");
    }

    @Test
    void afterASession_nobodyAppliesAgain() {
        String id = room.in("FINAL");

        Answer again = room.apply(id);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.codes()).containsExactly("SESSION_HELD");
    }

    @Test
    void e82_p14_anObjectionToTheProcedure_isAnsweredByThePersonnelService_andIsNoCalibration() {
        String id = room.in("PUBLISHED");
        JsonNode objected =
                expect(
                        room.post(
                                of(id, "objections"),
                                bureau.employee,
                                room.at(id).put("text", "I was not shown the sheet")),
                        201);
        assertThat(objected.path("n").intValue()).isEqualTo(1);
        assertThat(room.state(id)).isEqualTo("PUBLISHED");
        assertThat(
                        room.put(
                                        of(id, "objections/2"),
                                        bureau.hr,
                                        room.at(id).put("answer", "It was"))
                                .status())
                .isEqualTo(404);

        expect(
                room.put(of(id, "objections/1"), bureau.hr, room.at(id).put("answer", "It was")),
                200);

        assertThat(room.shown(id).at("/objections/0/answer").asText()).isEqualTo("It was");
        assertThat(room.shown(id).has("calibration")).isFalse();
        assertThat(room.state(id)).isEqualTo("PUBLISHED");
    }

    @Test
    void whoHasNoPart_findsNothing_andWhoseActItIsNot_isRefused() {
        String id = room.in("CAL_ORDERED");
        Caller[] strangers = {
            bureau.colleague,
            bureau.otherHr,
            bureau.otherHead,
            bureau.caller("boss-9", Role.ASSESSOR, Role.COMMISSION)
        };
        for (Caller stranger : strangers) {
            assertThat(room.post(of(id, "calibration"), stranger, room.application(id)).status())
                    .as(stranger.subject())
                    .isEqualTo(404);
            assertThat(room.appeal(id, stranger).status()).isEqualTo(404);
            assertThat(room.withdraw(id, stranger).status()).isEqualTo(404);
        }
        Caller themselvesHead = bureau.caller("emp-1", Role.EMPLOYEE, Role.HEAD, Role.HR);
        assertThat(
                        room.put(
                                        of(id, "calibration/members"),
                                        themselvesHead,
                                        SessionRoom.members(room.at(id), "chief", "boss-2", "hr-2"))
                                .status())
                .isEqualTo(403);
        assertThat(
                        room.put(
                                        of(id, "calibration/decision"),
                                        themselvesHead,
                                        room.round(id, 1, "chief=5", "boss-2=5", "hr-2=5"))
                                .status())
                .isEqualTo(403);
        assertThat(room.put(of(id, "calibration/decision"), room.member, json("{}")).status())
                .isEqualTo(403);
        assertThat(room.state(id)).isEqualTo("CAL_ORDERED");
    }
}
