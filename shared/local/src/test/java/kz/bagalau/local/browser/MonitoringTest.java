package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The monitoring of working time on a small screen, on the visit of the example data that is to be
/// held today.
@ExtendWith(Chromium.class)
class MonitoringTest {

    @RegisterExtension static final Office OFFICE = new Office();

    /// Two presses at one place count where they are further apart.
    private static final int APART_MS = 600;

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    /// A pixel.
    private static final byte[] PHOTO =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
                                    + "WjR9awAAAABJRU5ErkJggg==");

    /// A quarterly report of one unit.
    private static final String QUARTER =
            """
            Работник или подразделение;Часы по норме;Отработанные часы;"Сверхурочная работа по инициативе работодателя, часы";"в том числе сверхурочная работа в выходные дни, часы";"Нахождение вне рабочего времени, часы";"в том числе нахождение в выходные дни, часы";Дни отсутствия
            Правовое управление;480;470;6;2;9;3;1
            """;

    private static final String REFUSAL =
            """
            {"type":"urn:bagalau:problem:WRONG_STATE","title":"No","status":409,"detail":"No"}
            """;

    @BeforeAll
    static void aBodyIsMonitored() {
        OFFICE.trial().worktime();
        // Whatever the hour of the test, it is outside working time.
        ObjectNode rules =
                Json.object().put("start", "00:00").put("end", "00:01").put("act", "rules 9");
        rules.putArray("weekdays").add("MONDAY");
        OFFICE.trial()
                .worktime(
                        "demo-hr-akimat",
                        "hr",
                        "PUT",
                        "/bodies/%s/work-rules/%s"
                                .formatted(Trial.AKIMAT, LocalDate.now(Runtime.ALMATY)),
                        rules);
    }

    @Test
    void whatIsWrittenDownWithoutANetwork_outlivesTheTab_andIsSentOnce() {
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
        Page page = inspector("#/monitoring/visits");
        page.locator("#visit-list [data-state='REGISTERED'] a").click();
        page.locator("#queue[data-waiting='0']").waitFor();
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        Look.inEveryLanguage(page);
        String room = room(page);

        OFFICE.device().context().setOffline(true);
        page.locator("#start").click();
        page.locator("#error-summary a[href='#cards']").waitFor();
        // The next look at the visit fails: the form stands as it was.
        page.evaluate("() => dispatchEvent(new Event('online'))");
        page.locator("#kept-since").waitFor();
        assertThat(page.locator("#error-summary a[href='#cards']")).isVisible();
        page.locator("#cards-shown").check();
        page.waitForTimeout(APART_MS);
        page.locator("#start").click();
        waiting(page, 1);
        record(page);
        waiting(page, 4);
        Look.inEveryLanguage(page);
        page.reload();
        page.locator("#kept-since").waitFor();
        waiting(page, 4);

        OFFICE.loseAnswersOf("**/visits/*/explanations");
        OFFICE.device().context().setOffline(false);
        page.locator("#queue[data-waiting='2']").waitFor();
        page.locator("#queue [data-trouble='network']").waitFor();
        page.close();
        OFFICE.device().context().unrouteAll();

        Page later = inspector(room);
        waiting(later, 0);
        later.locator("#state[data-state='IN_PROGRESS']").waitFor();
        JsonNode visit = visit(room);
        assertThat(visit.path("explanations")).hasSize(1);
        assertThat(visit.path("evidence")).hasSize(1);
        assertThat(visit.at("/evidence/0/receivedAt").asText()).isNotEmpty();
        assertThat(visit.path("acts")).hasSize(1);
        assertThat(act(visit).path("evidence")).containsExactly(visit.at("/evidence/0/id"));

        findSomebody(later);
        refusedAndDropped(later);
        signAndFinish(later);
        assertThat(visit(room).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aPlan_showsTheQuarterWithoutAVisit_isApproved_andSent() {
        Page page = territorial("#/monitoring/plans/new");
        page.locator("#from").fill("2027-01-01");
        for (String quarter : new String[] {"Q1", "Q2", "Q4"}) {
            item(page, "2027-" + quarter);
        }
        assertThat(page.locator("#missing-quarters")).hasAttribute("data-missing", "2027-Q3");
        Look.inEveryLanguage(page);
        page.locator("#save-plan").click();
        stands(page, "DRAFT");
        assertThat(page.locator("[data-quarter='2027-Q3']")).hasAttribute("data-empty", "true");
        page.locator("#approve-act").fill("№ 60");
        page.waitForTimeout(APART_MS);
        page.locator("#approve-submit").click();
        page.locator("#error-summary").waitFor();
        Look.inEveryLanguage(page);
        page.waitForTimeout(APART_MS);
        page.locator("#edit-plan").click();
        item(page, "2027-Q3");
        page.locator("#save-plan").click();
        page.locator("[data-quarter='2027-Q3'][data-empty='false']").waitFor();
        page.locator("#approve-act").fill("№ 60");
        page.waitForTimeout(APART_MS);
        page.locator("#approve-submit").click();
        stands(page, "APPROVED");
        page.waitForTimeout(APART_MS);
        page.locator("#send-submit").click();
        page.locator("#sent li").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void aResult_isPreparedSentAndAnswered() {
        Page page = territorial("#/monitoring/results/new");
        page.locator("#body").selectOption(Trial.AKIMAT);
        page.locator("#from").fill("2026-01-01");
        page.locator("#to").fill("2026-03-31");
        page.locator("#save-result").click();
        page.locator("#error-summary a[href='#findings']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#findings").fill("Анықталды");
        page.waitForTimeout(APART_MS);
        page.locator("#save-result").click();
        stands(page, "PREPARED");
        page.waitForTimeout(APART_MS);
        page.locator("#send-submit").click();
        stands(page, "SENT");

        Page personnel = OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, room(page));
        personnel.locator("#answer-measures").fill("Беседа");
        personnel.waitForTimeout(APART_MS);
        personnel.locator("#answer-submit").click();
        stands(personnel, "ANSWERED");
        Look.inEveryLanguage(personnel);
        personnel.navigate(page.url().replaceAll("#.*", "#/monitoring/plans"));
        personnel.locator("#plan-list [data-state='APPROVED']").first().waitFor();
        Look.inEveryLanguage(personnel);
    }

    @Test
    void aSignal_isTakenUp() {
        Page page = inspector("#/monitoring/signals");
        page.locator("[data-signal][data-state='NEW']").waitFor();
        Look.inEveryLanguage(page);
        page.waitForTimeout(APART_MS);
        page.locator("[data-signal][data-state='NEW'] summary").click();
        page.locator("[data-state='NEW'] button[id^='handle-'][id$='-visit']").click();
        Locator tied = page.locator("[data-state='NEW'] select[id^='handle-'][id$='-visit']");
        tied.locator("option").nth(1).waitFor(ATTACHED);
        String visit = tied.locator("option").nth(1).getAttribute("value");
        tied.selectOption(visit);
        page.locator("[data-state='NEW'] [id^='handle-'][id$='-submit']").click();
        Locator taken = page.locator("[data-signal][data-state='TAKEN']");
        taken.locator("a[href='#/monitoring/visits/" + visit + "']").waitFor();
        assertThat(
                        asInspector("/signals")
                                .path("signals")
                                .valueStream()
                                .map(signal -> signal.path("visit").asText()))
                .contains(visit);
        page.locator("#new-signal > summary").click();
        page.waitForTimeout(APART_MS);
        page.locator("#signal-enter").click();
        page.locator("#error-summary a[href='#source']").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void overtimeOfABodyThatSentNothing_isAskedForByItsPersonnelService() {
        Page page = OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, "#/monitoring/overtime");
        page.locator("#no-overtime").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void overtime_opensAtTheLastYearThatWasCounted_andIsReadByPersonWhereItIsAskedFor() {
        Page page = OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, "#/monitoring/results");
        String lastYear = Integer.toString(LocalDate.now(Runtime.ALMATY).getYear() - 1);
        int[] readings = {0};
        counted(page, lastYear, readings);

        page.locator("nav a[href='#/monitoring/overtime']").click();

        page.locator("#overtime tbody tr").first().waitFor();
        assertThat(page.locator("#year")).hasValue(lastYear);
        assertThat(readings[0]).as("nobody is read before it is asked for").isZero();
        page.waitForTimeout(APART_MS);
        page.locator("#show-people").click();
        page.locator("#late-people [data-person='e1']").waitFor();
        assertThat(page.locator("#late-people [data-person='e1']"))
                .containsText("11:00–20:30 (12)");
        page.locator("#deviations-month").selectOption(lastYear + "-03");
        page.locator("#deviations [data-person='e1']").waitFor();
        assertThat(readings[0]).isEqualTo(2);
        Look.inEveryLanguage(page);
    }

    /// As the functions answer it; their own tests hold them to the same contract.
    private static void counted(Page page, String year, int[] readings) {
        String hours =
                "'weekday':'4.5','weekdayAuthorised':'0','weekend':'0','weekendAuthorised':'0'";
        String state = "'missing':[],'sendAgain':[],'provisional':false";
        page.route(
                "**/overtime?*",
                asked -> {
                    String to = asked.request().url().replaceAll(".*to=(\\d{4}-\\d{2}).*", "$1");
                    fulfil(
                            asked,
                            "{'body':'b','from':'%s-01','to':'%s','months':[{'month':'%s-03','report':'r','sendAgain':false,'provisional':false,'units':[{'unit':'Law',%s}],'total':{%s}}],'units':[{'unit':'Law',%s}],'total':{%s},%s}"
                                    .formatted(year, to, year, hours, hours, hours, hours, state));
                });
        page.route(
                "**/overtime/people?*",
                asked -> {
                    readings[0]++;
                    fulfil(
                            asked,
                            "{'body':'b','from':'%s-01','to':'%s-12','minDays':3,'people':[{'person':'17','employee':'e1','unit':'Law','days':4,'hours':'4.5','daysOff':0,'hoursOff':'0','schedule':[{'from':'%s-03-01','to':'%s-03-31','start':'11:00','end':'20:30','act':'12'}]}],'withoutDays':[],%s}"
                                    .formatted(year, year, year, year, state));
                });
        page.route(
                "**/overtime/deviations?*",
                asked -> {
                    readings[0]++;
                    fulfil(
                            asked,
                            "{'body':'b','month':'%s-03','deviations':[{'employee':'e1','date':'%s-03-10','kind':'LATE','minutes':25,'act':'12'}],'counted':true,'sendAgain':false}"
                                    .formatted(year, year));
                });
    }

    private static void fulfil(Route asked, String json) {
        asked.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json.replace('\'', '"')));
    }

    @Test
    void anAct_isFoundByWhomItIsOn_withTheAcquaintance() {
        Page page = OFFICE.logInAs("akimat-law-05", "employee", Trial.AKIMAT, "#/monitoring/acts");
        page.locator("#own-acts [data-act] a").first().click();
        page.locator("section[data-act] [data-state='SIGNED']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#back").click();
        page.locator("#own-acts [data-act]").first().waitFor();
        Look.inEveryLanguage(page);

        Page colleague =
                OFFICE.logInAs("akimat-law-06", "employee", Trial.AKIMAT, "#/monitoring/acts");
        colleague.locator("#own-acts .no-acts").waitFor();
    }

    @Test
    void theAgency_choosesHowASilentPlaceIsRead_andLoadsAWording() {
        Page page = OFFICE.logIn("agency", "", "#/monitoring/settings");
        page.locator("[data-setting='reportDueDay']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#choose-settings > summary").click();
        page.locator("#reportDueDay").fill("x");
        page.waitForTimeout(APART_MS);
        page.locator("#settings-save").click();
        page.locator("#error-summary a[href='#reportDueDay']").waitFor();
        page.locator("#error-summary a[href='#reason']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#reportDueDay").fill("25");
        page.locator("#reason").fill("№ 5");
        page.waitForTimeout(APART_MS);
        page.locator("#settings-save").click();
        assertThat(page.locator("[data-setting='reportDueDay'] strong")).hasText("25");

        page.locator("[data-norm='8'][data-state='TEXT_NOT_LOADED'] summary").click();
        page.locator("#load-8-kk").fill("Жаңа мәтін");
        page.locator("#load-8-ru").fill("Новый текст");
        page.locator("#load-8-source").fill("adilet.zan.kz");
        page.waitForTimeout(APART_MS);
        page.locator("#load-8-submit").click();
        page.locator("[data-norm='8'][data-state='IN_FORCE']").waitFor();
        assertThat(page.locator("[data-norm='8']")).containsText("Жаңа мәтін");

        Page reader = inspector("#/monitoring/settings");
        assertThat(reader.locator("[data-setting='reportDueDay'] strong")).hasText("25");
        assertThat(reader.locator("#choose-settings")).hasCount(0);
        Look.inEveryLanguage(reader);
    }

    @Test
    void quarterlyReports_areListedForTheirRecipient_andABodyWithoutOneGetsIt() {
        ObjectNode unnamed =
                Json.object().put("kind", "OTHER").put("headcount", 5).put("category", "OTHER");
        unnamed.putObject("name").put("kk", "Комитет").put("ru", "Комитет").put("en", "Committee");
        OFFICE.trial().worktime("a1", "agency", "PUT", "/bodies/committee", unnamed);
        Page page = OFFICE.logIn("agency", "", "#/monitoring/reports");
        page.locator("#quarterly [data-report]").first().waitFor();
        page.locator("#recipient-committee > summary").click();
        page.waitForTimeout(APART_MS);
        page.locator("#recipient-committee-submit").click();
        page.locator("#error-summary a[href='#recipient-committee-basis']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#recipient-committee-authority").selectOption(Trial.NORTH);
        page.locator("#recipient-committee-basis").fill("№ 5");
        page.waitForTimeout(APART_MS);
        page.locator("#recipient-committee-submit").click();
        page.locator("#quarterly [data-report^='committee.']").waitFor();
        assertThat(page.locator("#recipient-committee")).hasCount(0);

        page.locator("[data-report^='committee.'] .to-recipient").click();
        page.locator("#recipient-committee > summary").click();
        page.locator("#recipient-committee-authority").selectOption("agency");
        page.locator("#recipient-committee-basis").fill("№ 6");
        page.waitForTimeout(APART_MS);
        page.locator("#recipient-committee-submit").click();
        assertThat(page.locator("#recipient")).containsText("№ 6");
        Look.inEveryLanguage(page);
        page.navigate(page.url().replaceAll("#.*", "#/monitoring/reports/" + Trial.AKIMAT));
        page.locator("#by-order").waitFor();
        assertThat(page.locator("#recipient-" + Trial.AKIMAT)).hasCount(0);
        Look.inEveryLanguage(page);

        Page personnel =
                OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, "#/monitoring/reports");
        personnel.locator("#quarterly a[href*='/send/worktime/']").first().waitFor();
        Look.inEveryLanguage(personnel);
        Page unit = territorial("#/monitoring/reports");
        unit.locator("#quarterly [data-report^='" + Trial.AKIMAT + ".']").waitFor();
        Look.inEveryLanguage(unit);
    }

    @Test
    void aQuarterlyReport_isSentBackByItsRecipient_andTheBodySeesIt() {
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
        Page personnel =
                OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, "#/monitoring/reports");
        Locator owed = personnel.locator("#quarterly a[href*='/send/worktime/']").first();
        String quarter = owed.getAttribute("href").replaceAll(".*/", "");
        owed.click();
        personnel
                .locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "q.csv", "text/csv", QUARTER.getBytes(StandardCharsets.UTF_8)));
        personnel.locator("#send").click();
        personnel.locator("#report-state[data-state='ACCEPTED']").waitFor();

        Page unit = territorial("#/monitoring/reports?quarter=" + quarter);
        String card = "[data-report='%s.worktime.%s']".formatted(Trial.AKIMAT, quarter);
        unit.locator(card + "[data-state='ACCEPTED'] summary").click();
        unit.waitForTimeout(APART_MS);
        unit.locator(card + " [id^='return-'][id$='-submit']").click();
        unit.locator("#error-summary a[href$='-reason']").waitFor();
        unit.locator(card + " textarea[id^='return-']").fill("Нет часов за март");
        unit.waitForTimeout(APART_MS);
        unit.locator(card + " [id^='return-'][id$='-submit']").click();
        unit.locator(card + "[data-state='RETURNED']").waitFor();
        Look.inEveryLanguage(unit);

        personnel.navigate(personnel.url().replaceAll("#.*", "#/monitoring/reports"));
        personnel.locator(card + "[data-state='RETURNED'] a[href*='/send/worktime/']").waitFor();
        Look.inEveryLanguage(personnel);
    }

    private static void item(Page page, String quarter) {
        page.waitForTimeout(APART_MS);
        page.locator("#items-add").click();
        page.locator("#items details[open] [id$='-body']").last().selectOption(Trial.AKIMAT);
        page.locator("#items details[open] [id$='-quarter']").last().selectOption(quarter);
    }

    private static void stands(Page page, String state) {
        page.locator("#state[data-state='" + state + "']").waitFor();
    }

    private static Page territorial(String room) {
        return OFFICE.logInAtTerritory(Trial.NORTH, room);
    }

    /// An explanation, a photo, and an act that names the photo.
    private static void record(Page page) {
        page.locator("#evidence-PHOTO")
                .setInputFiles(new FilePayload("desk.png", "image/png", PHOTO));
        waiting(page, 2);
        page.locator("#explanation > summary").click();
        page.locator("#explanation-person").fill("Дана Ахметова");
        page.locator("#explanation-add").click();
        waiting(page, 3);
        page.locator("#act > summary").click();
        page.locator("#act-add").click();
        page.locator("#error-summary a[href='#act-who']").waitFor();
        page.waitForTimeout(APART_MS);
        page.locator("#act-by-person").check();
        page.locator("#act-who").fill("Дана Ахметова");
        page.locator("#act-workplace").fill("305");
        page.locator("#act-evidence input").check();
        page.locator("#act-add").click();
    }

    /// Nobody at a door knows the number that a directory gives people.
    private static void findSomebody(Page page) {
        page.locator("#act > summary").click();
        page.locator("#act-by-employee").check();
        page.locator("#act-who-name").fill("светл");
        page.waitForTimeout(APART_MS);
        page.locator("#act-who-find").click();
        page.locator("#act-who-found label").first().waitFor();
        page.locator("#act-who-found input").first().check();
        page.locator(".chosen-person[data-employee]").waitFor();
        assertThat(page.locator("#act-who")).not().hasValue("");
        Look.inEveryLanguage(page);
    }

    /// What the server refuses is shown with its words, and stays until the official decides.
    private static void refusedAndDropped(Page page) {
        page.context()
                .route(
                        "**/visits/*/explanations",
                        asked ->
                                asked.fulfill(
                                        new Route.FulfillOptions()
                                                .setStatus(409)
                                                .setContentType("application/problem+json")
                                                .setBody(REFUSAL)));
        page.locator("#explanation > summary").click();
        page.locator("#explanation-person").fill("Арман Ли");
        page.locator("#explanation-add").click();
        page.locator("[data-refused='explanation']").waitFor();
        assertThat(page.locator("[data-refused]")).containsText("Арман Ли");
        Look.inEveryLanguage(page);
        page.context().unrouteAll();
        page.waitForTimeout(APART_MS);
        page.locator("[data-drop]").click();
        waiting(page, 0);
    }

    private static void signAndFinish(Page page) {
        page.locator("[data-act] [data-state='DRAFT']").waitFor();
        Look.inEveryLanguage(page);
        page.waitForTimeout(APART_MS);
        page.locator("[id^='sign-'][id$='-submit']").click();
        page.locator("[data-act] [data-state='SIGNED']").waitFor();
        page.waitForTimeout(APART_MS);
        page.locator("#finish-submit").click();
        page.locator("#state[data-state='DONE']").waitFor();
        Look.inEveryLanguage(page);
    }

    private static void waiting(Page page, int entries) {
        assertThat(page.locator("#queue")).hasAttribute("data-waiting", Integer.toString(entries));
    }

    private static JsonNode visit(String room) {
        return asInspector("/visits/" + room.substring(room.lastIndexOf('/') + 1));
    }

    private static JsonNode act(JsonNode visit) {
        return asInspector(
                "/visits/%s/acts/%s"
                        .formatted(visit.path("id").asText(), visit.at("/acts/0").asText()));
    }

    private static JsonNode asInspector(String path) {
        return OFFICE.trial().worktime("demo-inspector", "monitor", "GET", path, null);
    }

    private static Page inspector(String room) {
        return OFFICE.logInAsMonitor("demo-inspector", Trial.NORTH, room);
    }

    /// Where the page is, as a room.
    private static String room(Page page) {
        return page.url().substring(page.url().indexOf('#'));
    }
}
