package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// KPI at the desk, on the cases of the example data: each of those who have a part in a case does
/// what is theirs, on a small screen and in every language.
@ExtendWith(Chromium.class)
class KpiTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final String BODY = "revision-commission";

    /// Two presses at one place count where they are further apart.
    private static final int APART_MS = 600;

    private static final byte[] PROOF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    @BeforeAll
    static void cases() {
        OFFICE.trial().kpiCases();
    }

    @Test
    void aPlan_countsWhatIsMissing_outlivesAReload_andIsApprovedFromTheKeyboard() {
        Page page = manager("#/kpi/plans");
        open(page, "DRAFT");
        assertThat(page.locator("[data-count='complete'] dd")).hasText("3 / 5");
        assertThat(page.locator("[data-count='missing'] dd")).hasText("14");
        page.locator("#submit").click();
        page.locator("#error-summary a[href='#row-0-name']").waitFor();
        Look.inEveryLanguage(page);

        for (int row : new int[] {3, 4}) {
            for (String cell :
                    new String[] {"name", "derivedFrom", "unit", "planned", "keyResult"}) {
                page.locator("#row-%d-%s".formatted(row, cell)).fill(cell + " " + row);
            }
            page.locator("#row-%d-due".formatted(row)).fill("2030-01-01");
            page.locator("#row-%d-achievable-yes".formatted(row)).check();
        }
        assertThat(page.locator("[data-count='missing'] dd")).hasText("0");
        page.reload();
        assertThat(page.locator("[data-count='missing'] dd")).hasText("0");
        assertThat(page.locator("#outside")).containsText("4, 5");

        page.locator("#submit").click();
        stands(page, "ON_APPROVAL");
        assertThat(page.locator("#done [data-warning='DUE_OUTSIDE']")).hasCount(2);
        assertThat(page.locator("#filling")).hasCount(0);

        Page higher = higher(room(page));
        higher.locator("#rows").waitFor();
        Look.inEveryLanguage(higher);
        new Keyboard(higher).to("#approve").press("Enter");
        stands(higher, "APPROVED");
    }

    @Test
    void aSheet_countsItsResult_andKeepsWhatWasTypedOverWhatAnotherChanged() {
        Page page = manager("#/kpi/sheets");
        open(page, "DRAFT");
        assertThat(page.locator("#sheet-count")).hasAttribute("data-grade", "");
        page.locator("#row-3-actual").fill("100");
        page.locator("#row-3-achieved-yes").check();
        page.locator("#row-4-actual").fill("1");
        page.locator("#row-4-achieved-no").check();
        assertThat(page.locator("#sheet-count")).hasAttribute("data-grade", "PROPER");

        String sheet = room(page).substring(room(page).lastIndexOf('/') + 1);
        JsonNode standing = asManager("GET", "/kpi-sheets/" + sheet, Json.object());
        ObjectNode meanwhile = Json.object().put("version", standing.path("version").asInt());
        meanwhile.putArray("rows").addObject().put("no", 1).put("actual", "meanwhile");
        asManager("PUT", "/kpi-sheets/" + sheet, meanwhile);
        // What was typed is over the version that was seen, also after the page was loaded anew.
        page.reload();
        page.locator("#sheet-save").click();

        page.locator("#conflict").waitFor();
        assertThat(page.locator("#theirs")).containsText("meanwhile");
        assertThat(page.locator("#row-3-actual")).hasValue("100");
        Look.inEveryLanguage(page);
        page.locator("#keep-mine").click();
        page.locator("#conflict")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForTimeout(APART_MS);
        page.locator("#submit").click();
        stands(page, "ON_REVIEW");
        assertThat(
                        asManager("GET", "/kpi-sheets/" + sheet, Json.object())
                                .at("/rows/3/actual")
                                .asText())
                .isEqualTo("100");

        Page higher = higher(room(page));
        higher.locator("#giving-back summary").click();
        higher.locator("#return").click();
        higher.locator("#error-summary a[href='#reason']").waitFor();
        Look.inEveryLanguage(higher);
        higher.locator("#reason").fill("No proof of the fourth");
        higher.locator("#return").click();
        stands(higher, "RETURNED");
        assertThat(higher.locator("#returned")).containsText("No proof of the fourth");
    }

    @Test
    void anEmployee_findsTheirSheet_andSignsIt() {
        Page page = OFFICE.logInAs("demo-madina", "employee", BODY, "#/kpi");
        open(page, "ON_REVIEW");
        page.locator("#sign").click();
        page.locator("#error-summary a[href='#sign-how']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#sign-how-signed").check();
        page.locator("#sign").click();
        page.locator("#done .note").waitFor();
        assertThat(page.locator("#signing")).hasCount(0);
    }

    @Test
    void thePersonnelService_seesWhatIsLate_passesOn_andInforms() {
        Page page = OFFICE.logInAs("demo-hr-" + BODY, "hr", BODY, "#/kpi/sheets");
        page.locator("[data-case]").first().waitFor();
        page.locator("#board-figures").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#kpi-sheet-list-turn").selectOption("late");
        assertThat(page.locator("[data-case][data-state='SIGNED']")).hasCount(1);
        assertThat(page.locator("[data-case][data-state='DECIDED']")).hasCount(0);

        open(page, "SIGNED");
        page.locator("#to-commission").click();
        stands(page, "AT_COMMISSION");

        page.navigate(page.url().replaceAll("#.*", "#/kpi/sheets"));
        open(page, "APPROVED");
        page.locator("#channel").selectOption("OTHER_RECORDED");
        page.locator("#inform").click();
        page.locator("#error-summary a[href='#proof']").waitFor();
        Look.inEveryLanguage(page);
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
        OFFICE.loseAnswersOf("**/documents");
        page.locator("#proof")
                .setInputFiles(new FilePayload("proof.pdf", "application/pdf", PROOF));
        page.locator("#proof ~ button").waitFor();
        OFFICE.device().context().unrouteAll();
        page.waitForTimeout(APART_MS);
        page.locator("#proof ~ button").click();
        assertThat(page.locator("#proof ~ [data-document]"))
                .hasAttribute("data-document", Pattern.compile("[0-9a-f]{32}"));
        page.waitForTimeout(APART_MS);
        page.locator("#inform").click();
        stands(page, "INFORMED");
    }

    @Test
    void aMeeting_putsMotionsOneAfterAnother_theChairBreaksATie_andTheHeadApproves()
            throws IOException {
        Page page = OFFICE.logInAs("demo-secretary", "commission", BODY, "#/kpi/commissions/main");
        page.locator("[data-meet]").waitFor();
        Look.inEveryLanguage(page);
        page.locator("[data-meet]").click();
        assertThat(page.locator("#quorum")).hasAttribute("data-quorum", "false");
        for (String person : new String[] {"chair", "member-1", "member-2", "member-3"}) {
            page.locator("#present-demo-" + person).check();
        }
        assertThat(page.locator("#quorum")).hasAttribute("data-quorum", "true");

        page.locator("[data-put]").click();
        page.locator("#motion-0-decision-REVISE").check();
        page.locator("#motion-0-grade").selectOption("EFFECTIVE");
        vote(page, 0, "against");
        assertThat(page.locator("#motion-0-outcome strong")).hasAttribute("data-carried", "false");
        page.locator("[data-put]").click();
        vote(page, 1, "for");
        assertThat(page.locator("#motion-1-outcome strong")).hasAttribute("data-by", "CHAIR");
        page.reload();
        assertThat(page.locator("[data-decided='true']")).hasCount(1);
        Look.inEveryLanguage(page);

        page.locator("#hold").click();
        stands(page, "HELD");
        assertThat(page.locator("[data-motion='0']")).hasAttribute("data-carried", "false");
        assertThat(page.locator("[data-motion='1']")).hasAttribute("data-carried", "true");
        Look.inEveryLanguage(page);
        Download protocol = page.waitForDownload(() -> page.locator("[data-file$='.kk']").click());
        assertThat(Files.readAllBytes(protocol.path()))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

        Page head = OFFICE.logInAs("demo-head", "head", BODY, room(page));
        head.locator("#approve").click();
        stands(head, "APPROVED");
    }

    @Test
    void anAppeal_goesToTheAgency_whichProposes_andTheHeadCancels() {
        Page page = OFFICE.logInAs("demo-sanzhar", "employee", BODY, "#/kpi");
        open(page, "INFORMED");
        page.locator("#appealing summary").click();
        page.locator("#appeal").click();
        page.locator("#error-summary a[href='#to']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#to-AGENCY").check();
        page.locator("#text").fill("The fourth was achieved");
        page.locator("#appeal").click();
        stands(page, "APPEALED");
        String appeal = page.locator("#appeals a").getAttribute("href");

        Page agency = OFFICE.logInAs("demo-agency", "agency", "", "#/kpi/appeals");
        agency.locator("[data-appeal][data-state='FILED']").first().waitFor();
        Look.inEveryLanguage(agency);
        agency.navigate(agency.url().replaceAll("#.*", appeal));
        agency.locator("#outcome").selectOption("PROPOSE_REVIEW");
        agency.locator("#number").fill("7");
        agency.locator("#decide").click();
        stands(agency, "PROPOSED");
        Look.inEveryLanguage(agency);

        Page head = OFFICE.logInAs("demo-head", "head", BODY, room(page));
        head.locator("#cancel-how-order").check();
        head.locator("#cancel").click();
        head.locator("#error-summary a[href='#order-number']").waitFor();
        Look.inEveryLanguage(head);
        head.locator("#order-number").fill("8");
        head.locator("#order-date").fill(OFFICE.trial().clock().substring(0, 10));
        head.locator("#cancel").click();
        stands(head, "AT_COMMISSION");
        assertThat(head.locator(".decision")).hasCount(1);
    }

    @Test
    void theArchive_listsAnEntryOfThePast_withItsBasis() {
        Page page = OFFICE.logInAs("demo-hr-" + BODY, "hr", BODY, "#/kpi/archive");
        Locator entry = page.locator("#archive-list [data-case]");
        entry.waitFor();
        assertThat(entry).hasCount(1);
        assertThat(entry).hasAttribute("data-state", "SIGNED");
        assertThat(entry).containsText("№ 04-12/17 іс");
        Look.inEveryLanguage(page);
        page.locator("#archive-of").selectOption("plans");
        page.locator("#archive-list [data-case][data-state='APPROVED'] a").click();
        page.locator("#archive").waitFor();
        assertThat(page.locator("#archive")).containsText("№ 04-12/17 іс");
    }

    private static Page manager(String room) {
        return OFFICE.logInAs("demo-manager", "assessor", BODY, room);
    }

    private static Page higher(String room) {
        return OFFICE.logInAs("demo-higher-manager", "assessor", BODY, room);
    }

    private static JsonNode asManager(String method, String path, ObjectNode body) {
        return OFFICE.trial().kpi("demo-manager", "assessor", method, path, body);
    }

    /// From the list to the first case in a state.
    private static void open(Page page, String state) {
        page.locator("[data-case][data-state='" + state + "'] a").first().click();
        page.locator("#case").waitFor();
    }

    private static void stands(Page page, String state) {
        page.locator("#state[data-state='" + state + "']").waitFor();
    }

    /// Where the page is, as a room.
    private static String room(Page page) {
        return page.url().substring(page.url().indexOf('#'));
    }

    /// Two against two; the chair with the first.
    private static void vote(Page page, int motion, String chairs) {
        String others = chairs.equals("for") ? "against" : "for";
        String vote = "#motion-%d-vote-demo-%s-%s";
        page.locator(vote.formatted(motion, "chair", chairs)).check();
        page.locator(vote.formatted(motion, "member-1", chairs)).check();
        page.locator(vote.formatted(motion, "member-2", others)).check();
        page.locator(vote.formatted(motion, "member-3", others)).check();
    }
}
