package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One KPI case on a small screen, from the opening of its plan to the second decision of the
/// Commission: each of those who have a part in it clicks what is theirs. Only the long tables of
/// indicators come through the API; [KpiTest] types them.
@ExtendWith(Chromium.class)
class KpiChainTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final String BODY = "revision-commission";
    private static final String EMPLOYEE = "demo-case-01";
    private static final int INDICATORS = 5;

    /// Two presses at one place count where they are further apart.
    private static final int APART_MS = 600;

    private static final byte[] PROOF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    @BeforeAll
    static void office() {
        OFFICE.trial().kpiOffice();
    }

    @Test
    void aCase_goesFromItsPlanToAnAppeal_andToANewRoundBesideTheOldProtocol() {
        String id = plan();
        String sheet = "#/kpi/sheets/" + id;
        sheet(id, sheet);
        LocalDate first = today();
        compose();
        timetable(id, first);
        meet(first, "CONFIRM");
        inform(sheet);
        appeal(sheet);

        OFFICE.trial().goOnTo(OffsetDateTime.parse(OFFICE.trial().clock()).plusDays(1));
        LocalDate second = today();
        timetable(id, second);
        meet(second, "REVISE");

        Page page = employee(sheet);
        stands(page, "APPROVED");
        assertThat(page.locator("[data-decision='CONFIRM']")).hasCount(1);
        // Of what was decided anew the employee is not informed yet.
        assertThat(page.locator("[data-decision='REVISE']")).hasCount(0);
        page.close();
        page = hr(sheet);
        assertThat(page.locator(".decision")).hasCount(2);
        assertThat(page.locator("[data-decision='REVISE']")).hasCount(1);
        Look.inEveryLanguage(page);
        page.navigate(page.url().replaceAll("#.*", "#/kpi/commissions"));
        assertThat(page.locator("[data-meeting][data-state='APPROVED']")).hasCount(2);
        page.locator("#meeting-list a").first().click();
        assertThat(page.locator("[data-motion='0']")).hasCount(1);
    }

    /// The manager opens it, on a network that loses the answer; the employee signs, the higher
    /// manager approves.
    ///
    /// @return the id of the plan
    private static String plan() {
        Page page = manager("#/kpi/plans");
        page.locator("#new-plan").click();
        page.locator("#open-plan").click();
        page.locator("#error-summary a[href='#employee']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#employee").selectOption(EMPLOYEE);
        OFFICE.loseAnswersOf("**/kpi-plans");
        page.waitForTimeout(APART_MS);
        page.locator("#open-plan").click();
        page.locator("#error-summary a[href='#open-plan']").waitFor();
        OFFICE.device().context().unrouteAll();
        page.waitForTimeout(APART_MS);
        page.locator("#open-plan").click();
        stands(page, "DRAFT");
        String room = room(page);
        String id = room.substring(room.lastIndexOf('/') + 1);
        assertThat(api("demo-manager", "GET", "/kpi-plans", Json.object()).path("plans"))
                .hasSize(1);

        fill("/kpi-plans/" + id, KpiChainTest::planned);
        Page signing = employee(room);
        sign(signing);
        page.reload();
        page.locator("#submit").click();
        stands(page, "ON_APPROVAL");
        press(higher(room), "#approve", "APPROVED");
        page.close();
        return id;
    }

    private static void sheet(String id, String room) {
        Page page = manager("#/kpi/plans/" + id);
        page.locator("#open-sheet").click();
        stands(page, "DRAFT");
        page.locator("#filling").waitFor();
        fill("/kpi-sheets/" + id, KpiChainTest::achieved);
        page.reload();
        assertThat(page.locator("#sheet-count")).hasAttribute("data-grade", "PROPER");
        page.locator("#submit").click();
        stands(page, "ON_REVIEW");
        page.close();
        sign(employee(room));
        press(higher(room), "#agree", "SIGNED");
        press(hr(room), "#to-commission", "AT_COMMISSION");
    }

    private static void sign(Page page) {
        page.locator("#sign-how-signed").check();
        page.locator("#sign").click();
        page.locator("#done .note").waitFor();
        assertThat(page.locator("#signing")).hasCount(0);
        page.close();
    }

    private static void compose() {
        Page page = head("#/kpi/commissions");
        page.locator("#new-commission summary").click();
        page.locator("#compose").click();
        page.locator("#error-summary a[href='#secretary']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#commission-id").fill("main");
        page.locator("#order-number").fill("12");
        page.locator("#order-date").fill(today().toString());
        page.locator("#chair").selectOption("demo-chair");
        page.locator("#secretary").selectOption("demo-secretary");
        for (int member = 1; member <= 3; member++) {
            page.locator("#members-demo-member-" + member).check();
        }
        page.waitForTimeout(APART_MS);
        press(page, "#compose", "COMPOSED");
    }

    /// The personnel service proposes a day, the chair agrees, the documents are handed over.
    private static void timetable(String id, LocalDate on) {
        String room = "#/kpi/commissions/main";
        Page page = hr(room);
        page.locator("#proposing summary").click();
        page.locator("#assessment-from").waitFor();
        if (page.locator("#timetable").count() == 0) {
            Look.inEveryLanguage(page);
        }
        page.locator("#assessment-from").fill(on.toString());
        page.locator("#day-0-on").fill(on.toString());
        page.locator("#day-0-sheets-" + id).check();
        page.locator("#propose").click();
        stands(page, "PROPOSED");
        press(person("demo-chair", room), "#agree", "AGREED");
        page.reload();
        page.locator("#supply-" + on).click();
        page.locator("[data-day='" + on + "'] .tag").waitFor();
        page.close();
    }

    /// A quorum votes by name; the chair breaks the tie, and the head approves.
    private static void meet(LocalDate on, String decision) {
        Page page = person("demo-secretary", "#/kpi/commissions/main");
        page.locator("[data-meet='" + on + "']").click();
        for (String each : new String[] {"chair", "member-1", "member-2", "member-3"}) {
            page.locator("#present-demo-" + each).check();
        }
        page.locator("[data-put]").click();
        page.locator("#motion-0-decision-" + decision).check();
        if (decision.equals("REVISE")) {
            page.locator("#motion-0-grade").selectOption("EFFECTIVE");
        }
        String vote = "#motion-0-vote-demo-%s";
        page.locator(vote.formatted("chair-for")).check();
        page.locator(vote.formatted("member-1-for")).check();
        page.locator(vote.formatted("member-2-against")).check();
        page.locator(vote.formatted("member-3-against")).check();
        assertThat(page.locator("#motion-0-outcome strong")).hasAttribute("data-by", "CHAIR");
        page.locator("#hold").click();
        stands(page, "HELD");
        Page approving = head(room(page));
        approving.locator("#on").fill(on.toString());
        press(approving, "#approve", "APPROVED");
        page.close();
    }

    private static void inform(String sheet) {
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
        Page page = hr(sheet);
        page.locator("#channel").selectOption("REGISTERED_LETTER");
        page.locator("#proof")
                .setInputFiles(new FilePayload("proof.pdf", "application/pdf", PROOF));
        assertThat(page.locator("#proof ~ [data-document]"))
                .hasAttribute("data-document", Pattern.compile("[0-9a-f]{32}"));
        press(page, "#inform", "INFORMED");
    }

    /// To the Agency's unit, which proposes; the body cancels by its own order.
    private static void appeal(String sheet) {
        Page page = employee(sheet);
        page.locator("#appealing summary").click();
        page.locator("#to-TERRITORIAL").check();
        page.locator("#text").fill("The fifth was achieved");
        page.locator("#appeal").click();
        stands(page, "APPEALED");
        String appeal = page.locator("#appeals a").getAttribute("href");
        page.close();

        Page unit = OFFICE.logInAtTerritory(Trial.NORTH, "#/kpi/appeals");
        unit.locator("[data-appeal][data-state='FILED']").waitFor();
        unit.navigate(unit.url().replaceAll("#.*", appeal));
        unit.locator("#outcome").selectOption("PROPOSE_REVIEW");
        unit.locator("#number").fill("7");
        press(unit, "#decide", "PROPOSED");

        Page head = head(sheet);
        head.locator("#cancel-how-order").check();
        head.locator("#order-number").fill("8");
        head.locator("#order-date").fill(today().toString());
        press(head, "#cancel", "AT_COMMISSION");
    }

    @FunctionalInterface
    private interface Row {
        void fill(ObjectNode row, int number);
    }

    /// Fills all indicators as the manager.
    private static void fill(String path, Row each) {
        ObjectNode form =
                Json.object()
                        .put(
                                "version",
                                api("demo-manager", "GET", path, Json.object())
                                        .path("version")
                                        .asInt());
        ArrayNode rows = form.putArray("rows");
        for (int number = 1; number <= INDICATORS; number++) {
            each.fill(rows.addObject(), number);
        }
        api("demo-manager", "PUT", path, form);
    }

    private static void planned(ObjectNode row, int number) {
        row.put("name", "Indicator " + number)
                .put("derivedFrom", "Plan of the year")
                .put("unit", "%")
                .put("planned", "90")
                .put("keyResult", "More is done in time")
                .put("due", today().withDayOfYear(1).toString())
                .put("achievable", true);
    }

    private static void achieved(ObjectNode row, int number) {
        row.put("no", number)
                .put("actual", "91")
                .put("achieved", number < INDICATORS)
                .putArray("evidence")
                .addObject()
                .put("text", "Report " + number);
    }

    private static JsonNode api(String subject, String method, String path, ObjectNode body) {
        return OFFICE.trial().kpi(subject, "assessor", method, path, body);
    }

    private static Page manager(String room) {
        return OFFICE.logInAs("demo-manager", "assessor", BODY, room);
    }

    private static Page higher(String room) {
        return OFFICE.logInAs("demo-higher-manager", "assessor", BODY, room);
    }

    private static Page employee(String room) {
        return OFFICE.logInAs(EMPLOYEE, "employee", BODY, room);
    }

    private static Page hr(String room) {
        return OFFICE.logInAs("demo-hr-" + BODY, "hr", BODY, room);
    }

    private static Page head(String room) {
        return OFFICE.logInAs("demo-head", "head", BODY, room);
    }

    /// Somebody who sits in the Commission.
    private static Page person(String subject, String room) {
        return OFFICE.logInAs(subject, "commission", BODY, room);
    }

    /// The last thing that is done in a tab.
    private static void press(Page page, String button, String state) {
        page.locator(button).click();
        stands(page, state);
        page.close();
    }

    private static void stands(Page page, String state) {
        Locator stands = page.locator("#state[data-state='" + state + "']");
        stands.waitFor();
    }

    private static String room(Page page) {
        return page.url().substring(page.url().indexOf('#'));
    }

    private static LocalDate today() {
        return LocalDate.parse(OFFICE.trial().clock().substring(0, 10));
    }
}
