package kz.bagalau.kpi;

import static kz.bagalau.kpi.Office.json;
import static kz.bagalau.kpi.Office.ok;
import static kz.bagalau.kpi.Office.rows;
import static kz.bagalau.kpi.Office.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.contract.Answer;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiPlansTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Office office = new Office(SANDBOX);

    @Test
    void p43_theDirectManagerOpensIt_andNobodyElse() {
        for (Caller other :
                new Caller[] {
                    office.employee, office.higher, office.hr, office.head, office.chair
                }) {
            assertThat(office.post("/kpi-plans", other, office.opening("emp-1")).status())
                    .as("%s", other.subject())
                    .isEqualTo(403);
        }
        assertThat(office.post("/kpi-plans", office.manager, office.opening("nobody")).status())
                .isEqualTo(403);
        assertThat(office.plan()).isNotEmpty();
    }

    @Test
    void onePlanForAnEmployeeAndAPeriod() {
        String plan = office.plan();

        Answer again = office.post("/kpi-plans", office.manager, office.opening("emp-1"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(plan);
        assertThat(office.history(Desk.PLAN, plan)).hasSize(1);
    }

    @Test
    void v13_whereNoActIsInForce_onlyThePastIsEntered() {
        office.act = Optional.empty();

        assertThat(office.post("/kpi-plans", office.manager, office.opening("emp-1")).codes())
                .containsExactly("NOT_IN_FORCE");
        ObjectNode entry = office.opening("emp-1");
        entry.set("archive", json("{'reason':'Kept in Excel','document':'doc-1'}"));
        assertThat(office.post("/kpi-plans", office.hr, entry).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 6})
    void v01_e59_notFiveIndicators_areNoPlan(int count) {
        String plan = office.plan();
        ok(
                office.put(
                        "/kpi-plans/" + plan,
                        office.manager,
                        with(office.at(Desk.PLAN, plan), "rows", rows(count))));

        assertThat(submit(plan).codes()).containsExactly("NOT_FIVE");
        assertThat(office.document(Desk.PLAN, plan).state()).isEqualTo("DRAFT");
    }

    @Test
    void v02_everythingThatIsMissing_isNamedAtItsPlace() {
        String plan = office.plan();
        ArrayNode rows = rows(5);
        ((ObjectNode) rows.get(0)).remove("derivedFrom");
        ((ObjectNode) rows.get(3)).put("achievable", false);
        ((ObjectNode) rows.get(4)).remove("due");
        ok(
                office.put(
                        "/kpi-plans/" + plan,
                        office.manager,
                        with(office.at(Desk.PLAN, plan), "rows", rows)));

        Answer refused = submit(plan);

        assertThat(refused.codes()).containsOnly("FIELD_EMPTY");
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/rows/0/derivedFrom", "/rows/3/achievable", "/rows/4/due");
    }

    @Test
    void v03_g41_aDayOutsideThePeriodAndAMissingSignature_areWarnedAbout() {
        String plan = office.plan();
        ArrayNode rows = rows(5);
        ((ObjectNode) rows.get(2)).put("due", "2027-01-15");
        ok(
                office.put(
                        "/kpi-plans/" + plan,
                        office.manager,
                        with(office.at(Desk.PLAN, plan), "rows", rows)));

        Answer submitted = ok(submit(plan));

        assertThat(submitted.text("state")).isEqualTo("ON_APPROVAL");
        assertThat(submitted.body().path("warnings").findValuesAsText("code"))
                .containsExactly("DUE_OUTSIDE", "NOT_SIGNED");
        assertThat(submitted.body().at("/signatures/manager/name").asText())
                .isEqualTo("Person boss-1");
    }

    @Test
    void e119_whoRefusesToSign_blocksNothing() {
        String plan = office.plan();
        office.filled(plan);
        ok(sign(plan, office.employee, json("{'refused':'I do not agree'}")));

        assertThat(ok(submit(plan)).body().path("warnings")).isEmpty();
    }

    @Test
    void onlyTheEmployeeSigns_andWhatTheySignedStands_untilTheTextChanges() {
        String plan = office.plan();
        office.filled(plan);

        assertThat(sign(plan, office.manager, json("{'signed':true}")).status()).isEqualTo(403);
        ok(sign(plan, office.employee, json("{'signed':true}")));
        assertThat(sign(plan, office.manager, json("{'absent':'On leave'}")).codes())
                .containsExactly("SIGNED_ALREADY");
        office.filled(plan);
        assertThat(
                        office.document(Desk.PLAN, plan)
                                .content()
                                .at("/signatures/employee")
                                .isMissingNode())
                .isTrue();
        ok(sign(plan, office.manager, json("{'absent':'On leave'}")));
        assertThat(sign(plan, office.employee, json("{'signed':true,'refused':'x'}")).status())
                .isEqualTo(400);
    }

    @Test
    void p44_theHigherManagerApproves_orReturnsWithAReason() {
        String plan = office.planIn("ON_APPROVAL");
        for (Caller other :
                new Caller[] {
                    office.manager, office.employee, office.hr, office.head, office.first
                }) {
            assertThat(
                            office.post(
                                            "/kpi-plans/" + plan + "/approve",
                                            other,
                                            office.at(Desk.PLAN, plan))
                                    .status())
                    .as("%s", other.subject())
                    .isIn(403, 404);
        }
        assertThat(
                        office.post(
                                        "/kpi-plans/" + plan + "/return",
                                        office.higher,
                                        office.at(Desk.PLAN, plan))
                                .pointers())
                .containsExactly("/reason");

        Answer returned =
                ok(
                        office.post(
                                "/kpi-plans/" + plan + "/return",
                                office.higher,
                                office.at(Desk.PLAN, plan).put("reason", "Too easy")));

        assertThat(returned.text("state")).isEqualTo("DRAFT");
        assertThat(returned.body().at("/signatures/manager").isMissingNode()).isTrue();
        ok(submit(plan));
        assertThat(
                        ok(office.post(
                                        "/kpi-plans/" + plan + "/approve",
                                        office.higher,
                                        office.at(Desk.PLAN, plan)))
                                .text("state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void p45_whereTheFirstHeadIsTheDirectManager_theyApproveThemselves() {
        Caller first = office.caller("first-head", Role.HEAD);
        String plan = office.planOf("emp-3", first, first, "APPROVED");

        assertThat(office.document(Desk.PLAN, plan).state()).isEqualTo("APPROVED");
    }

    @Test
    void whoStandsInForAnAbsentManager_actsInTheirPlace_andNobodyInTheirOwnCase() {
        office.managersAbsences.add(
                new Absence(
                        Absence.Kind.SICK, Office.TODAY.minusDays(2), Office.TODAY.plusDays(9)));
        office.substitute("boss-1", "deputy");
        Caller deputy = office.caller("deputy", Role.EMPLOYEE);

        assertThat(office.post("/kpi-plans", deputy, office.opening("emp-1")).status())
                .isEqualTo(201);
        office.substitutions.clear();
        office.substitute("boss-1", "emp-2");
        assertThat(office.post("/kpi-plans", office.colleague, office.opening("emp-2")).status())
                .isEqualTo(403);
        Office present = new Office(SANDBOX);
        String plan = present.plan();
        present.substitute("boss-1", "deputy");
        assertThat(
                        present.put(
                                        "/kpi-plans/" + plan,
                                        present.caller("deputy", Role.EMPLOYEE),
                                        json("{'rows':[],'version':1}"))
                                .status())
                .isEqualTo(404);
    }

    /// It is the substitute's by the directory of the day, and comes back with the manager.
    @Test
    void theTaskOfAnAbsentManagerStaysTheirs() {
        office.managersAbsences.add(
                new Absence(
                        Absence.Kind.SICK, Office.TODAY.minusDays(2), Office.TODAY.plusDays(9)));
        office.substitute("boss-1", "deputy");
        Caller deputy = office.caller("deputy", Role.EMPLOYEE);
        String plan = Office.created(office.post("/kpi-plans", deputy, office.opening("emp-1")));

        assertThat(task("boss-1", plan).event()).isEqualTo("submit");
        assertThat(
                        office.cases()
                                .tasks(Party.person("deputy"), Optional.empty(), Paging.first(100))
                                .orElseThrow()
                                .items())
                .noneMatch(task -> task.object().id().equals(plan));
    }

    @Test
    void e61_theTurnIsATaskWithItsTerm_andAnActOfItsOwnCountsOtherwise() {
        String plan = office.plan();
        assertThat(task("boss-1", plan).due()).contains(LocalDate.of(2026, 1, 19));

        Office other = new Office(SANDBOX);
        other.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.KPI_SET_DAYS, "3", "Own order"));
        String own = other.plan();
        // 2026-01-01, 02, 07 are off: 5, 6, 8 January.
        assertThat(
                        other
                                .cases()
                                .tasks(Party.person("boss-1"), Optional.empty(), Paging.first(100))
                                .orElseThrow()
                                .items()
                                .stream()
                                .filter(task -> task.object().id().equals(own)))
                .extracting(Task::due)
                .containsExactly(Optional.of(LocalDate.of(2026, 1, 8)));
    }

    @Test
    void anEntryOfThePast_isEnteredByThePersonnelService_stepByStepWithItsDays() {
        office.act = Optional.empty();
        ObjectNode entry =
                json(
                        "{'employee':'emp-1','period':{'from':'2022-01-01','to':'2022-12-31'},"
                                + "'archive':{'reason':'Paper','document':'doc-1'}}");
        String plan = Office.created(office.post("/kpi-plans", office.hr, entry));

        ObjectNode filling = with(office.at(Desk.PLAN, plan), "rows", rows(5));
        assertThat(office.put("/kpi-plans/" + plan, office.hr, filling).pointers())
                .containsExactly("/on");
        ok(office.put("/kpi-plans/" + plan, office.hr, filling.put("on", "2022-01-10")));
        assertThat(step(plan, "submit", "2022-01-09").codes()).containsExactly("OUT_OF_ORDER");
        assertThat(step(plan, "submit", "2030-01-01").codes()).containsExactly("IN_FUTURE");
        ok(step(plan, "submit", "2022-01-11"));
        Answer approved = ok(step(plan, "approve", "2022-01-12"));

        assertThat(approved.body().at("/signatures/approver/on").asText()).isEqualTo("2022-01-12");
        assertThat(approved.body().at("/signatures/approver/name").asText())
                .isEqualTo("Person boss-2");
        assertThat(
                        office.cases()
                                .tasksOf(office.body, Optional.empty(), Paging.first(10))
                                .orElseThrow()
                                .items())
                .isEmpty();
        String live = "{'version':1,'rows':[],'on':'2026-01-01'}";
        Office other = new Office(SANDBOX);
        assertThat(other.put("/kpi-plans/" + other.plan(), other.manager, json(live)).codes())
                .containsExactly("UNKNOWN_FIELD");
    }

    @Test
    void lists_showEachTheirOwn() {
        String plan = office.plan();
        for (Caller sees :
                new Caller[] {
                    office.employee, office.manager, office.higher, office.hr, office.head
                }) {
            assertThat(plans(sees)).as("%s", sees.subject()).containsExactly(plan);
        }
        assertThat(plans(office.colleague)).isEmpty();
        assertThat(plans(office.chair)).isEmpty();
        assertThat(
                        office.call("GET", "/kpi-plans", office.otherHr)
                                .query("body", office.body)
                                .send()
                                .status())
                .isEqualTo(403);
        assertThat(
                        office.call("GET", "/kpi-plans", office.hr)
                                .query("state", "APPROVED")
                                .send()
                                .body()
                                .path("plans"))
                .isEmpty();
        assertThat(
                        office.call("GET", "/kpi-plans", office.hr)
                                .query("year", "2025")
                                .send()
                                .body()
                                .path("plans"))
                .isEmpty();
        assertThat(office.call("GET", "/kpi-plans", office.hr).query("cursor", "x").send().status())
                .isEqualTo(400);
    }

    @Test
    void whoSawAnotherVersion_getsWhatStands() {
        String plan = office.plan();
        office.filled(plan);

        Answer late =
                office.put(
                        "/kpi-plans/" + plan,
                        office.manager,
                        with(json("{'version':1}"), "rows", rows(3)));

        assertThat(late.codes()).containsExactly("CHANGED");
        assertThat(late.body().at("/current/rows")).hasSize(5);
        assertThat(OptionalLong.of(late.body().at("/current/version").asLong())).hasValue(2);
    }

    private List<String> plans(Caller by) {
        return office.get("/kpi-plans", by).body().path("plans").findValuesAsText("id");
    }

    private Task task(String person, String plan) {
        return office
                .cases()
                .tasks(Party.person(person), Optional.empty(), Paging.first(100))
                .orElseThrow()
                .items()
                .stream()
                .filter(task -> task.object().id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    private Answer step(String plan, String step, String on) {
        return office.post(
                "/kpi-plans/" + plan + "/" + step,
                office.hr,
                office.at(Desk.PLAN, plan).put("on", on));
    }

    private Answer submit(String plan) {
        return office.post(
                "/kpi-plans/" + plan + "/submit", office.manager, office.at(Desk.PLAN, plan));
    }

    private Answer sign(String plan, Caller by, ObjectNode signature) {
        return office.put(
                "/kpi-plans/" + plan + "/signature",
                by,
                signature.put("version", office.document(Desk.PLAN, plan).version()));
    }
}
