package kz.bagalau.kpi;

import static kz.bagalau.kpi.Office.actuals;
import static kz.bagalau.kpi.Office.json;
import static kz.bagalau.kpi.Office.ok;
import static kz.bagalau.kpi.Office.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Calendars;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiSheetsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Office office = new Office(SANDBOX);

    @Test
    void aSheetIsOpenedOnAnApprovedPlan_byTheManagerOrThePersonnelService() {
        String draft = office.planIn("ON_APPROVAL");
        ObjectNode opening = Json.object().put("plan", draft);
        Answer early = office.post("/kpi-sheets", office.manager, opening);
        assertThat(early.codes()).containsExactly("WRONG_STATE");
        assertThat(early.text("state")).isEqualTo("ON_APPROVAL");
        ok(
                office.post(
                        "/kpi-plans/" + draft + "/approve",
                        office.higher,
                        office.at(Desk.PLAN, draft)));

        assertThat(office.post("/kpi-sheets", office.employee, opening).status()).isEqualTo(403);
        assertThat(office.post("/kpi-sheets", office.colleague, opening).status()).isEqualTo(404);
        assertThat(office.post("/kpi-sheets", office.otherHr, opening).status()).isEqualTo(404);
        assertThat(office.post("/kpi-sheets", office.hr, opening).status()).isEqualTo(201);
        assertThat(office.post("/kpi-sheets", office.hr, opening).status()).isEqualTo(200);
    }

    @Test
    void e79_r18_lessThanAMonthInThePosition_isNotAssessed() {
        office.inPosition = Span.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 20));
        String plan = office.planIn("APPROVED");

        assertThat(office.post("/kpi-sheets", office.hr, Json.object().put("plan", plan)).codes())
                .containsExactly("NOT_LT_MONTH");
        office.inPosition = Span.of(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 19));
        assertThat(office.post("/kpi-sheets", office.hr, Json.object().put("plan", plan)).status())
                .isEqualTo(201);
    }

    /// §1: a case keeps the act under which it was opened.
    @Test
    void r18_theMonthIsMeasuredByTheActOfThePlan_whateverBecameOfIt() {
        office.inPosition = Span.of(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 19));
        EmployeeSettings sameDay =
                EmployeeSettings.DEFAULTS.with(AppraisalSetting.MONTH_END, "SAME_DAY", "Own order");
        office.act = Optional.of(sameDay);
        String longer = office.planIn("APPROVED");
        office.act = Optional.empty();
        assertThat(office.post("/kpi-sheets", office.hr, Json.object().put("plan", longer)).codes())
                .containsExactly("NOT_LT_MONTH");

        Office other = new Office(SANDBOX);
        other.inPosition = office.inPosition;
        String shorter = other.planIn("APPROVED");
        other.act = Optional.of(sameDay);
        assertThat(other.post("/kpi-sheets", other.hr, Json.object().put("plan", shorter)).status())
                .isEqualTo(201);
    }

    /// Who has moved to another position in the period was in the one before for long enough.
    @Test
    void e118_r18_eachPositionIsMeasuredByItself() {
        office.inPosition = Span.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1));
        office.inAnotherPosition =
                Optional.of(Span.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 21)));
        String plan = office.planIn("APPROVED");

        assertThat(office.post("/kpi-sheets", office.hr, Json.object().put("plan", plan)).status())
                .isEqualTo(201);
    }

    @Test
    void r18_positionsAreNotAddedUp() {
        office.inPosition = Span.of(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 1));
        office.inAnotherPosition =
                Optional.of(Span.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 25)));
        String plan = office.planIn("APPROVED");

        assertThat(office.post("/kpi-sheets", office.hr, Json.object().put("plan", plan)).codes())
                .containsExactly("NOT_LT_MONTH");
    }

    /// ¶49: an indicator at 99 % is not achieved (E58).
    @ParameterizedTest
    @CsvSource({
        "5, EFFECTIVE",
        "4, PROPER",
        "3, SATISFACTORY",
        "2, UNSATISFACTORY",
        "1, UNSATISFACTORY",
        "0, UNSATISFACTORY"
    })
    void p49_theGradeFollowsFromTheCount(int achieved, String grade) {
        String sheet = office.sheetIn("DRAFT");

        Answer filled =
                ok(
                        office.put(
                                "/kpi-sheets/" + sheet,
                                office.manager,
                                with(office.at(Desk.SHEET, sheet), "rows", actuals(achieved))));

        assertThat(filled.body().path("achieved").asInt()).isEqualTo(achieved);
        assertThat(filled.text("grade")).isEqualTo(grade);
    }

    /// Who sent a file names it, and whoever is shown the sheet then reads it.
    @Test
    void evidenceThatIsAFile_isNamedByWhoSentIt_andReadByWhoSeesTheSheet() {
        String sheet = office.sheetIn("DRAFT");
        String own = office.sent(office.manager);
        String another = office.sent(office.employee);

        Answer refused = office.put("/kpi-sheets/" + sheet, office.manager, naming(sheet, another));
        assertThat(refused.codes()).containsExactly("UNKNOWN_DOCUMENT");
        assertThat(refused.pointers()).containsExactly("/rows/0/evidence/0/document");
        String nobodys = "0".repeat(32);
        assertThat(
                        office.put("/kpi-sheets/" + sheet, office.manager, naming(sheet, nobodys))
                                .codes())
                .containsExactly("UNKNOWN_DOCUMENT");
        ok(office.put("/kpi-sheets/" + sheet, office.manager, naming(sheet, own)));

        assertThat(office.file(sheet, own, office.manager)).isEqualTo(303);
        assertThat(office.file(sheet, own, office.hr)).isEqualTo(303);
        assertThat(office.file(sheet, another, office.manager)).isEqualTo(404);
        assertThat(office.file(sheet, own, office.employee)).isEqualTo(404);
        assertThat(office.file(sheet, own, office.colleague)).isEqualTo(404);
        assertThat(office.file(sheet, own, office.otherHr)).isEqualTo(404);
    }

    /// Each row may have twenty pieces of evidence: a hundred are more than one transaction holds.
    @Test
    void moreFilesThanOneRequestMayName_areRefusedByName_andNamedInTwo() {
        String sheet = office.sheetIn("DRAFT");
        List<String> files = Stream.generate(() -> office.sent(office.manager)).limit(100).toList();

        Answer refused = office.put("/kpi-sheets/" + sheet, office.manager, all(sheet, files));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly("TOO_MANY");
        assertThat(refused.pointers()).containsExactly("/rows/2/evidence/10/document");
        ok(office.put("/kpi-sheets/" + sheet, office.manager, all(sheet, files.subList(0, 50))));
        ok(office.put("/kpi-sheets/" + sheet, office.manager, all(sheet, files)));
        assertThat(office.file(sheet, files.getLast(), office.hr)).isEqualTo(303);
    }

    /// Twenty files a row.
    private ObjectNode all(String sheet, List<String> files) {
        ArrayNode rows = actuals(4);
        for (int i = 0; i < rows.size(); i++) {
            ArrayNode evidence = ((ObjectNode) rows.get(i)).putArray("evidence");
            files.stream()
                    .skip(20L * i)
                    .limit(20)
                    .forEach(file -> evidence.addObject().put("document", file));
        }
        return with(office.at(Desk.SHEET, sheet), "rows", rows);
    }

    private ObjectNode naming(String sheet, String file) {
        ArrayNode rows = actuals(4);
        ((ObjectNode) rows.get(0)).putArray("evidence").addObject().put("document", file);
        return with(office.at(Desk.SHEET, sheet), "rows", rows);
    }

    @Test
    void e86_whatIsMissing_blocks_andThereIsNoGradeYet() {
        String sheet = office.sheetIn("DRAFT");
        ArrayNode rows = actuals(5);
        ((ObjectNode) rows.get(1)).remove("actual");
        rows.remove(4);
        Answer filled =
                ok(
                        office.put(
                                "/kpi-sheets/" + sheet,
                                office.manager,
                                with(office.at(Desk.SHEET, sheet), "rows", rows)));
        assertThat(filled.body().has("grade")).isFalse();

        Answer refused =
                office.post(
                        "/kpi-sheets/" + sheet + "/submit",
                        office.manager,
                        office.at(Desk.SHEET, sheet));

        assertThat(refused.codes()).containsOnly("ACTUAL_EMPTY");
        assertThat(refused.pointers())
                .containsExactly("/rows/1/actual", "/rows/4/actual", "/rows/4/achieved");
    }

    @Test
    void wrongRows_areAllNamed() {
        String sheet = office.sheetIn("DRAFT");

        Answer refused =
                office.put(
                        "/kpi-sheets/" + sheet,
                        office.manager,
                        json(
                                "{'version':2,'rows':[{'no':1},{'no':1},{'no':6},"
                                        + "{'no':2,'achieved':'yes','evidence':[{}]}],'x':1}"));

        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/rows/1/no", "/rows/2/no", "/rows/3/achieved", "/rows/3/evidence/0", "/x");
    }

    @Test
    void p54_returnedWithAReason_itComesBackWithinTwoWorkingDays() {
        String sheet = office.sheetIn("ON_REVIEW");
        assertThat(
                        office.post(
                                        "/kpi-sheets/" + sheet + "/return",
                                        office.manager,
                                        office.at(Desk.SHEET, sheet).put("reason", "x"))
                                .status())
                .isEqualTo(403);

        Answer returned =
                ok(
                        office.post(
                                "/kpi-sheets/" + sheet + "/return",
                                office.higher,
                                office.at(Desk.SHEET, sheet).put("reason", "No proof for 3")));
        // Thursday 19 March; 23 to 25 March are off.
        assertThat(returned.text("resubmitBy")).isEqualTo("2026-03-26");
        office.step(sheet, "submit", office.manager);

        assertThat(office.history(Desk.SHEET, sheet).getLast().act().event()).isEqualTo("resubmit");
        Answer agreed =
                ok(
                        office.post(
                                "/kpi-sheets/" + sheet + "/agree",
                                office.higher,
                                office.at(Desk.SHEET, sheet)));
        assertThat(agreed.text("toCommissionBy")).isEqualTo("2026-03-26"); // E64
        assertThat(agreed.body().has("resubmitBy")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED, /resubmitBy, 2026-03-26, 2026-03-27",
        "SIGNED, /toCommissionBy, 2026-03-26, 2026-03-27",
        "DECIDED, /decision/appealBy, 2026-04-07, 2026-04-08",
        "APPROVED, /decision/informBy, 2026-03-26, 2026-03-27",
        "APPROVED, /decision/appealBy, 2026-04-07, 2026-04-08",
        "INFORMED, /decision/appealBy, 2026-04-07, 2026-04-08",
        "AT_COMMISSION, /toCommissionBy, 2026-03-26, 2026-03-26",
        "INFORMED, /decision/informBy, 2026-03-26, 2026-03-26",
        "APPEALED, /decision/appealBy, 2026-04-07, 2026-04-07"
    })
    void openTermsMoveWithTheCalendar_closedOnesStay(
            String state, String field, String before, String after) {
        String sheet = office.sheetIn(state);
        assertThat(shown(sheet, field)).isEqualTo(before);

        office.calendar = Calendars.withDayOff(office.calendar, LocalDate.of(2026, 3, 20));

        assertThat(shown(sheet, field)).isEqualTo(after);
    }

    private String shown(String sheet, String field) {
        return office.get("/kpi-sheets/" + sheet, office.hr).body().at(field).asText();
    }

    @Test
    void e76_afterOneDecisionThereIsNoOther() {
        String sheet = office.sheetIn("ON_REVIEW");
        ObjectNode seen = office.at(Desk.SHEET, sheet);
        ok(office.post("/kpi-sheets/" + sheet + "/agree", office.higher, seen));

        Answer both =
                office.post(
                        "/kpi-sheets/" + sheet + "/return",
                        office.higher,
                        seen.deepCopy().put("reason", "x"));
        Answer later =
                office.post(
                        "/kpi-sheets/" + sheet + "/return",
                        office.higher,
                        office.at(Desk.SHEET, sheet).put("reason", "x"));

        assertThat(both.codes()).containsExactly("CHANGED");
        assertThat(later.codes()).containsExactly("WRONG_STATE");
    }

    @Test
    void p51_theFirstHeadConsidersTheSheetThatTheyFilledIn() {
        Caller first = office.caller("first-head", Role.HEAD);

        String sheet = office.sheetOf("emp-3", first, first, "SIGNED");

        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("SIGNED");
        assertThat(
                        office.document(Desk.SHEET, sheet)
                                .content()
                                .at("/signatures/approver/name")
                                .asText())
                .isEqualTo("Person first-head");
    }

    @Test
    void e88_whoIsAway_isAssessedWithoutTakingPart() {
        office.absences.add(
                new Absence(
                        Absence.Kind.SOCIAL_LEAVE,
                        Office.TODAY.minusDays(30),
                        Office.TODAY.plusDays(30)));

        String sheet = office.sheetIn("ON_REVIEW");

        assertThat(
                        office.document(Desk.SHEET, sheet)
                                .content()
                                .path("withoutParticipation")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void p55_onlyThePersonnelServicePassesItOn() {
        String sheet = office.sheetIn("SIGNED");
        for (Caller other :
                new Caller[] {office.manager, office.higher, office.head, office.employee}) {
            assertThat(
                            office.post(
                                            "/kpi-sheets/" + sheet + "/to-commission",
                                            other,
                                            office.at(Desk.SHEET, sheet))
                                    .status())
                    .as("%s", other.subject())
                    .isEqualTo(403);
        }
        office.step(sheet, "to-commission", office.hr);
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");
    }

    @Test
    void aSheetOfTheOwnCase_isNotTheirsToJudge_whateverTheirRoles() {
        String sheet = office.sheetIn("ON_REVIEW");
        Caller own = office.caller("emp-1", Role.EMPLOYEE, Role.HR, Role.HEAD, Role.ASSESSOR);

        assertThat(
                        office.post(
                                        "/kpi-sheets/" + sheet + "/agree",
                                        own,
                                        office.at(Desk.SHEET, sheet))
                                .status())
                .isEqualTo(403);
    }
}
