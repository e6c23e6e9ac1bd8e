package kz.bagalau.kpi;

import static kz.bagalau.kpi.Office.json;
import static kz.bagalau.kpi.Office.ok;
import static kz.bagalau.kpi.Office.revise;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Office office = new Office(SANDBOX);

    /// ¶69: decided on Thursday 19 March 2026, the window ends on Tuesday 7 April (23 to 25 March
    /// are off), whenever the employee was informed.
    @ParameterizedTest
    @CsvSource({
        "AGENCY, 2026-04-07, true",
        "AGENCY, 2026-04-08, false",
        "TERRITORIAL, 2026-04-07, true",
        "TERRITORIAL, 2026-04-08, false",
        "COURT, 2026-12-01, true"
    })
    void p69_v23_aLateAppealIsRecordedAndSaidToBeLate(String to, LocalDate day, boolean inTime) {
        String sheet = office.sheetIn("INFORMED");
        office.today = day;

        Answer filed = appeal(sheet, office.employee, to);

        assertThat(ok(filed).body().path("inTime").asBoolean()).isEqualTo(inTime);
        assertThat(filed.text("state")).isEqualTo("FILED");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("APPEALED");
    }

    @Test
    void onlyTheEmployeeAppeals_orThePersonnelServiceEntersAPaper() {
        String sheet = office.sheetIn("DECIDED");
        for (Caller other :
                new Caller[] {office.manager, office.higher, office.head, office.chair}) {
            assertThat(appeal(sheet, other, "AGENCY").status())
                    .as("%s", other.subject())
                    .isEqualTo(403);
        }
        ObjectNode paper =
                office.at(Desk.SHEET, sheet).put("to", "AGENCY").put("filedOn", "2026-03-18");
        assertThat(office.post("/kpi-sheets/" + sheet + "/appeal", office.hr, paper).codes())
                .containsExactly("BEFORE_DECISION");
        assertThat(office.post("/kpi-sheets/" + sheet + "/appeal", office.employee, paper).codes())
                .containsExactly("UNKNOWN_FIELD");
        ok(
                office.post(
                        "/kpi-sheets/" + sheet + "/appeal",
                        office.hr,
                        paper.put("filedOn", "2026-03-19")));
    }

    @ParameterizedTest
    @CsvSource({"INFORMED, CLOSED", "APPROVED, APPROVED", "DECIDED, DECIDED", "CLOSED, CLOSED"})
    void e95_left_whatWasStillDueIsDueAgain(String from, String to) {
        String sheet = office.sheetIn(from);
        String appeal = office.appeal(sheet, "AGENCY");

        Answer left = ok(decide(appeal, office.agency, sheet, "LEAVE"));

        assertThat(left.text("state")).isEqualTo("LEFT");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo(to);
        assertThat(office.get("/kpi-sheets/" + sheet, office.agency).status()).isEqualTo(404);
        assertThat(office.get("/appeals/" + appeal, office.agency).status()).isEqualTo(200);
    }

    @Test
    void approvedWhileAppealed_itStandsAsItsMeeting_whenTheAppealIsLeft() {
        String sheet = office.sheetIn("APPEALED-NOT-INFORMED");
        String meeting = office.body + ".1";
        ok(
                office.post(
                        "/commission-meetings/" + meeting + "/approve",
                        office.head,
                        office.at(Desk.MEETING, meeting).put("on", office.today.toString())));
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("APPEALED");

        ok(decide(sheet + ".1", office.agency, sheet, "LEAVE"));

        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("APPROVED");
        assertThat(
                        office.get("/kpi-sheets/" + sheet, office.hr)
                                .body()
                                .at("/decision/informBy")
                                .asText())
                .isEqualTo("2026-03-26");
    }

    @Test
    void r43_aProposalIsOnlyAProposal_untilTheBodysOwnAct_andANewRoundFollows() {
        String sheet = office.sheetIn("APPEALED");
        String appeal = sheet + ".1";
        assertThat(cancel(sheet, office.head).codes()).containsExactly("NOT_PROPOSED");

        assertThat(ok(decide(appeal, office.agency, sheet, "PROPOSE_REVIEW")).text("state"))
                .isEqualTo("PROPOSED");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("APPEALED");
        assertThat(decide(appeal, office.agency, sheet, "LEAVE").codes())
                .containsExactly("WRONG_STATE");
        Caller themselves = office.caller("emp-1", Role.EMPLOYEE, Role.HEAD);
        for (Caller other : new Caller[] {office.hr, office.manager, office.employee, themselves}) {
            assertThat(cancel(sheet, other).status()).isEqualTo(403);
        }
        ok(cancel(sheet, office.head));
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");
        assertThat(office.get("/appeals/" + appeal, office.employee).text("state"))
                .isEqualTo("CANCELLED");

        ok(office.put("/commissions/main/timetable", office.hr, office.timetable(sheet)));
        ok(
                office.post(
                        "/commissions/main/timetable/agreement",
                        office.chair,
                        office.atCommission()));
        ObjectNode documents = office.atCommission();
        documents.putArray("sheets").add(sheet);
        ok(
                office.put(
                        "/commissions/main/timetable/" + office.today + "/documents",
                        office.hr,
                        documents));
        Answer second =
                office.post(
                        "/commission-meetings",
                        office.secretary,
                        office.meeting(revise(sheet, "EFFECTIVE")));
        assertThat(second.status()).isEqualTo(201);

        Answer shown = office.get("/kpi-sheets/" + sheet, office.hr);
        assertThat(shown.body().at("/decision/meeting").asText()).isEqualTo(office.body + ".2");
        assertThat(shown.body().at("/decision/grade").asText()).isEqualTo("EFFECTIVE");
        assertThat(shown.body().at("/earlier/0/meeting").asText()).isEqualTo(office.body + ".1");
        assertThat(shown.body().at("/earlier/0/cancelled/order/number").asText()).isEqualTo("44");
        // of the first round the employee was informed, of the second not yet
        Answer own = office.get("/kpi-sheets/" + sheet, office.employee);
        assertThat(own.body().has("decision")).isFalse();
        assertThat(own.body().path("earlier")).hasSize(1);
    }

    /// The window of the new decision (¶69) would be over before it was taken.
    @Test
    void r43_theNewRoundIsHeldAfterTheCancellation_andThatFollowsTheProposal() {
        String sheet = office.sheetIn("APPEALED");
        String first = office.today.toString();
        office.today = LocalDate.of(2026, 4, 6);
        ok(decide(sheet + ".1", office.agency, sheet, "PROPOSE_REVIEW"));
        ObjectNode early = office.at(Desk.SHEET, sheet);
        early.set("order", json("{'number':'44','date':'2026-04-03'}"));
        Answer before = office.post("/kpi-sheets/" + sheet + "/cancellation", office.head, early);
        assertThat(before.codes()).containsExactly("OUT_OF_ORDER");
        assertThat(before.pointers()).containsExactly("/order/date");
        ok(cancel(sheet, office.head));

        // the documents of the first round's day still name the sheet
        Answer second =
                office.post(
                        "/commission-meetings",
                        office.secretary,
                        office.meeting(revise(sheet, "EFFECTIVE")).put("heldOn", first));

        assertThat(second.codes()).containsExactly("OUT_OF_ORDER");
        assertThat(second.pointers()).containsExactly("/heldOn");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");
    }

    @Test
    void r43_aProposalThatIsNotFollowed_leavesWhatWasDecided() {
        String sheet = office.sheetIn("APPEALED");
        ok(decide(sheet + ".1", office.agency, sheet, "PROPOSE_REVIEW"));

        ok(
                office.post(
                        "/kpi-sheets/" + sheet + "/cancellation",
                        office.head,
                        office.at(Desk.SHEET, sheet).put("declined", "The votes were in order")));

        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("CLOSED");
        assertThat(office.get("/appeals/" + sheet + ".1", office.hr).text("state"))
                .isEqualTo("LEFT");
    }

    @Test
    void p70_aCourtsDecisionIsRecordedByThePersonnelService() {
        String sheet = office.sheetIn("INFORMED");
        String appeal = office.appeal(sheet, "COURT");
        assertThat(decide(appeal, office.agency, sheet, "LEAVE").status()).isEqualTo(404);
        assertThat(decide(appeal, office.hr, sheet, "PROPOSE_REVIEW").codes())
                .containsExactly("NOT_ALLOWED");

        ok(decide(appeal, office.hr, sheet, "CANCELLED"));

        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");
        assertThat(
                        office.get("/kpi-sheets/" + sheet, office.hr)
                                .body()
                                .at("/earlier/0/cancelled/judgment/number")
                                .asText())
                .isEqualTo("7-1");
    }

    @Test
    void anAppealIsDecidedByWhomItIsAddressedTo() {
        String sheet = office.sheetIn("INFORMED");
        String appeal = office.appeal(sheet, "TERRITORIAL");

        assertThat(decide(appeal, office.agency, sheet, "LEAVE").status()).isEqualTo(404);
        assertThat(decide(appeal, office.otherTerritorial, sheet, "LEAVE").status()).isEqualTo(404);
        assertThat(decide(appeal, office.hr, sheet, "LEAVE").status()).isEqualTo(403);
        assertThat(decide(appeal, office.territorial, sheet, "CANCELLED").codes())
                .containsExactly("NOT_ALLOWED");
        assertThat(appeals(office.territorial)).contains(appeal);
        assertThat(appeals(office.agency)).doesNotContain(appeal);
        assertThat(appeals(office.hr)).containsExactly(appeal);
        assertThat(appeals(office.employee)).contains(appeal);
        assertThat(appeals(office.manager)).doesNotContain(appeal);
        ok(decide(appeal, office.territorial, sheet, "LEAVE"));
    }

    @Test
    void aBodyThatIsNoIdIsRefusedByName() {
        Answer refused = office.call("GET", "/appeals", office.agency).query("body", "a#b").send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("body");
    }

    private List<String> appeals(Caller by) {
        return office.get("/appeals", by).body().path("appeals").findValuesAsText("id");
    }

    @Test
    void e94_anotherChannel_needsTheDocumentThatRecordsIt_andASecondNoticeMayFollow() {
        String sheet = office.sheetIn("APPROVED");
        ObjectNode call =
                office.at(Desk.SHEET, sheet)
                        .put("channel", "OTHER_RECORDED")
                        .put("sentOn", "2026-03-19");
        assertThat(inform(sheet, call).codes()).containsExactly("NO_PROOF");
        assertThat(inform(sheet, office.notice(sheet).put("sentOn", "2026-03-18")).codes())
                .containsExactly("OUT_OF_ORDER");
        call.set("proof", json("{'document':'doc-7'}"));

        ok(inform(sheet, call));
        Answer again = ok(inform(sheet, office.notice(sheet).put("channel", "EMAIL")));

        assertThat(again.text("state")).isEqualTo("INFORMED");
        assertThat(again.body().at("/decision/notices")).hasSize(2);
        assertThat(again.text("appealBy")).isEqualTo("2026-04-07");
    }

    @Test
    void g18_theScheduleCloses_theDayAfterTheWindow() {
        String sheet = office.sheetIn("INFORMED");
        office.today = LocalDate.of(2026, 4, 7);
        assertThat(office.close()).isEqualTo(Map.of("closed", 0));
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("INFORMED");
        office.today = LocalDate.of(2026, 4, 8);

        office.close();
        office.close();

        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("CLOSED");
        assertThat(office.history(Desk.SHEET, sheet).getLast().act().event())
                .isEqualTo("window-passed");
    }

    private Answer inform(String sheet, ObjectNode notice) {
        return office.post("/kpi-sheets/" + sheet + "/inform", office.hr, notice);
    }

    private Answer cancel(String sheet, Caller by) {
        ObjectNode act = office.at(Desk.SHEET, sheet);
        act.set("order", json("{'number':'44','date':'%s'}".formatted(office.today)));
        return office.post("/kpi-sheets/" + sheet + "/cancellation", by, act);
    }

    private Answer appeal(String sheet, Caller by, String to) {
        return office.post(
                "/kpi-sheets/" + sheet + "/appeal", by, office.at(Desk.SHEET, sheet).put("to", to));
    }

    private Answer decide(String appeal, Caller by, String sheet, String outcome) {
        return office.post(
                "/appeals/" + appeal + "/decide",
                by,
                office.at(Desk.SHEET, sheet)
                        .put("outcome", outcome)
                        .put("number", "7-1")
                        .put("date", office.today.toString()));
    }
}
