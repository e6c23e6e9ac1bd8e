package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of acts of order 120, on a small screen and by keys: remote work, recalls,
/// violations, times worked, work rules.
@ExtendWith(Chromium.class)
class WorkActsTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final LocalDate TODAY = LocalDate.now(Runtime.ALMATY);

    @BeforeAll
    static void aBodyWithItsWorkingTime() {
        OFFICE.trial().worktime();
    }

    @Test
    void theAuthorisedPerson_setsCombinedWorkForSeveral_andEndsItForOne() {
        Page page = head("#/worktime/acts/remote");
        go(page, "#new-act");
        go(page, "#set-remote-act");
        page.locator("#error-summary a[href='#employees']").waitFor();
        Look.inEveryLanguage(page);
        choose(page, "#kind-COMBINED");
        choose(page, "#basis-AGREEMENT");
        for (String employee : new String[] {"akimat-law-05", "akimat-law-06", "akimat-law-02"}) {
            page.locator("#seek").fill(employee);
            page.locator("[data-take='" + employee + "']").waitFor();
            page.locator("#seek").press("Enter");
        }
        assertThat(page.locator("#chosen-count")).hasAttribute("data-count", "3");
        choose(page, "#remoteDays-MONDAY");
        page.locator("#remote-date").fill(TODAY.plusDays(3).toString());
        go(page, "#remote-date-add");
        fill(page, "agreement", "№ 15", "from", TODAY.toString(), "to", day(60));
        fill(page, "place", "Үйде", "ground", "Келісім", "number", "90");
        page.reload();
        assertThat(page.locator("#chosen-count")).hasAttribute("data-count", "3");
        Look.inEveryLanguage(page);
        go(page, "#set-remote-act");
        page.locator("#error-summary a[href='#employees-2']").waitFor();
        go(page, "#employees-2 .link-button");
        go(page, "#set-remote-act");
        stands(page, "ACTIVE");
        Look.inEveryLanguage(page);

        go(page, "#rows [data-employee='akimat-law-06'] a");
        page.locator("#row[data-employee='akimat-law-06']").waitFor();
        unfold(page, "end");
        fill(page, "end-lastDay", day(90), "end-document", "№ 16");
        go(page, "#end-submit");
        page.locator("#error-summary a[href='#end-lastDay']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#end-lastDay").fill(day(5));
        go(page, "#end-submit");
        stands(page, "ENDED");
        assertThat(page.locator("#history")).containsText("№ 16");
        go(page, "#whole-act");
        assertThat(page.locator("#row")).isHidden();
        unfold(page, "annul");
        fill(page, "annul-reason", "Қате енгізілді", "annul-document", "№ 17");
        go(page, "#annul-submit");
        stands(page, "ANNULLED");
    }

    @Test
    void aCauseThatIsRemoved_endsTheRegimeForAll() {
        Page page = head("#/worktime/acts/remote/new");
        choose(page, "#kind-REMOTE");
        choose(page, "#basis-EXCEPTIONAL");
        page.locator("#causeKind").selectOption("EMERGENCY");
        page.locator("#whole-unit").selectOption("law");
        page.locator("#take-unit").waitFor();
        page.locator("#seek").fill("akimat-law-07");
        page.locator("[data-take='akimat-law-07']").waitFor();
        page.locator("#seek").press("Enter");
        fill(page, "causeFrom", day(-1), "decision", "№ 4 шешім");
        fill(page, "from", TODAY.toString(), "to", day(20), "place", "Үйде");
        fill(page, "ground", "Төтенше жағдай", "number", "91");
        Look.inEveryLanguage(page);
        go(page, "#set-remote-act");
        stands(page, "ACTIVE");
        unfold(page, "cause");
        fill(page, "cause-on", day(2), "cause-document", "№ 5 шешім");
        Look.inEveryLanguage(page);
        go(page, "#cause-submit");
        stands(page, "CAUSE_REMOVED");
        assertThat(page.locator("#act")).containsText("№ 5 шешім");
    }

    @Test
    void equipmentIsEntered_andTheTrailShowsIt() {
        Page page = hr("#/worktime/acts/remote");
        go(page, "#remote [data-act] a");
        page.locator("#row[data-employee='akimat-law-02']").waitFor();
        unfold(page, "equipment");
        page.locator("#equipment-items").fill(" ");
        go(page, "#equipment-submit");
        page.locator("#error-summary a[href='#equipment-items']").waitFor();
        page.locator("#equipment-items").fill("Ноутбук\nТелефон");
        go(page, "#equipment-submit");
        assertThat(page.locator("#row")).containsText("Ноутбук, Телефон");
        unfold(page, "trail");
        page.locator("#trail-entries [data-event='equip']").first().waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void violationsBecomeSystematic_andOnlyThenTheActIsCancelled() {
        Page personnel = hr("#/worktime/acts/flexible");
        go(personnel, "#flexible [data-act] a");
        go(personnel, "#open-violations a");
        assertThat(personnel.locator("#systematic")).hasAttribute("data-systematic", "no");
        Page head = head(room(personnel));
        head.locator("#systematic[data-systematic='no']").waitFor();
        assertThat(head.locator("#cancel")).hasCount(0);

        unfold(personnel, "violation");
        go(personnel, "#violation-submit");
        personnel.locator("#error-summary a[href='#violation-date']").waitFor();
        Look.inEveryLanguage(personnel);
        Locator open = personnel.locator("#violations [data-state='OPEN']");
        open.locator("summary").press("Enter");
        choose(open.locator("input[value='CONFIRMED']"));
        open.locator("textarea").fill("Түсініктеме берілмеді");
        open.locator("form button").press("Enter");
        personnel.locator("#systematic[data-systematic='yes']").waitFor();
        Look.inEveryLanguage(personnel);

        head.reload();
        unfold(head, "cancel");
        fill(head, "cancel-lastDay", day(1), "cancel-number", "51-ө");
        Look.inEveryLanguage(head);
        go(head, "#cancel-submit");
        stands(head, "CANCELLED");
        assertThat(head.locator("#history")).containsText("51-ө");
        assertThat(head.locator("#extend")).hasCount(0);

        Page employee = employee("demo-svetlana", room(personnel));
        employee.locator("#violations [data-state='CONFIRMED']").first().waitFor();
        assertThat(employee.locator("#violation, #cancel, #annul")).hasCount(0);
        Look.inEveryLanguage(employee);
    }

    @Test
    void flexibleTimeIsExtended_notFurtherThanItMay() {
        Page page = head("#/worktime/acts/flexible");
        go(page, "#flexible [data-act] a");
        go(page, "#rows [data-employee='akimat-law-03'] a");
        unfold(page, "extend");
        fill(page, "extend-to", TODAY.plusYears(2).toString(), "extend-agreement", "№ 9");
        page.locator("#extend-number").fill("52-ө");
        go(page, "#extend-submit");
        page.locator("#error-summary a[href='#extend-to']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#extend-to").fill(TODAY.plusMonths(7).toString());
        go(page, "#extend-submit");
        stands(page, "EXTENDED");
    }

    @Test
    void aRecallWithoutItsNoticeIsRefused_andOneToComeIsWithdrawn() {
        Page page = head("#/worktime/recalls");
        Look.inEveryLanguage(page);
        go(page, "#recall-list [data-state='NOTIFIED'] a");
        stands(page, "NOTIFIED");
        unfold(page, "withdraw");
        go(page, "#withdraw-submit");
        stands(page, "WITHDRAWN");
        Look.inEveryLanguage(page);

        go(page, "main a[href*='acts/remote']");
        unfold(page, "recall");
        choose(page, "#recall-kind-URGENT");
        fill(page, "recall-from", TODAY.toString(), "recall-reason", "Шұғыл есеп");
        go(page, "#recall-submit");
        page.locator("#error-summary a[href='#recall-noticeSentAt']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#recall-noticeSentAt").fill(TODAY + "T23:59");
        go(page, "#recall-submit");
        page.locator("#error-summary a[href='#recall-noticeSentAt']").waitFor();
        choose(page, "#recall-kind-SECRET");
        page.locator("#recall-noticeSentAt").fill("");
        go(page, "#recall-submit");
        go(page, "#recall-list [data-state='AT_OFFICE'] a");
        stands(page, "AT_OFFICE");
        page.locator("#return-on").fill(day(4));
        go(page, "#return-submit");
        stands(page, "RETURNED");
    }

    @Test
    void anEmployeeEntersTheDay_withTheLimitInView_andThePersonnelServiceReadsIt() {
        Page page = employee("akimat-law-02", "#/worktime/records");
        fill(page, "from", "09:00", "to", "18:00", "breakMinutes", "90");
        assertThat(page.locator("#limit")).hasAttribute("data-minutes", "450");
        page.locator("#to").fill("24:00");
        assertThat(page.locator("#limit")).hasAttribute("data-over", "330");
        page.locator("#breakMinutes").fill("900");
        go(page, "#save-record");
        page.locator("#error-summary a[href='#breakMinutes']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#breakMinutes").fill("90");
        go(page, "#save-record");
        page.locator("[data-record='" + TODAY + "'] [data-warning='DAILY_LIMIT']").waitFor();
        assertThat(page.locator("#to")).hasValue("24:00");
        Look.inEveryLanguage(page);

        Page personnel = hr("#/worktime/records");
        personnel.locator("#whose").fill("akimat-law-02");
        go(personnel, "#show-records");
        personnel.locator("[data-record='" + TODAY + "']").waitFor();
        Look.inEveryLanguage(personnel);
        Page head = head("#/worktime/records/akimat-law-02");
        head.locator("[data-record='" + TODAY + "']").waitFor();
        assertThat(head.locator("#record")).hasCount(0);
    }

    @Test
    void workRulesAreEditions_withAShiftOverMidnight() {
        Page page = hr("#/worktime/rules");
        page.locator("#rules [data-in-force='yes']").waitFor();
        Look.inEveryLanguage(page);
        go(page, "#new-rules");
        fill(page, "from", day(1), "start", "20:00", "end", "08:00");
        assertThat(page.locator("#shift")).hasAttribute("data-ends", "NEXT_DAY");
        page.locator("#end").fill("24:00");
        assertThat(page.locator("#shift")).hasAttribute("data-ends", "MIDNIGHT");
        page.locator("#unit").selectOption("law");
        go(page, "#put-rules");
        page.locator("#error-summary a[href='#act']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#act").fill("№ 7 бұйрық");
        go(page, "#put-rules");
        Locator unit = page.locator("[data-rules='" + day(1) + " law']");
        assertThat(unit).containsText("20:00–24:00");
        assertThat(unit).hasAttribute("data-in-force", "no");
        unit.locator("a").press("Enter");
        page.locator("#end").fill("08:00");
        go(page, "#put-rules");
        assertThat(unit).containsText("20:00–08:00");
        Page employee = employee("akimat-law-02", "#/worktime/rules");
        employee.locator("[data-rules='" + day(1) + " law']").waitFor();
        assertThat(employee.locator("#new-rules")).hasCount(0);
    }

    @Test
    void whoseHoursFollowRegulations_isEnteredByThePersonnelService() {
        Page page = hr("#/worktime/month/akimat-law-04");
        page.locator("#not-regulated").waitFor();
        unfold(page, "regulate");
        go(page, "#regulate-submit");
        page.locator("#error-summary a[href='#regulate-basis']").waitFor();
        fill(page, "regulate-basis", "Регламент, 12-т.", "regulate-from", day(0));
        Look.inEveryLanguage(page);
        go(page, "#regulate-submit");
        assertThat(page.locator("#regulated-hours")).containsText("Регламент, 12-т.");
    }

    @Test
    void theAgencyReadsTheRulesOfABody_andEntersItsPersonnelSystem() {
        Page page = OFFICE.logIn("agency", "", "#/worktime");
        page.locator("#body").selectOption(Trial.AKIMAT);
        page.locator("#rules [data-rules]").first().waitFor();
        assertThat(page.locator("#new-rules")).hasCount(0);
        unfold(page, "put-system");
        choose(page, "#put-system-departmental-yes");
        go(page, "#put-system-submit");
        page.locator("#error-summary a[href='#put-system-basis']").waitFor();
        page.locator("#put-system-basis").fill("№ 2 бұйрық");
        Look.inEveryLanguage(page);
        go(page, "#put-system-submit");
        assertThat(page.locator("#system-facts")).containsText("№ 2 бұйрық");
    }

    private static Page head(String room) {
        return OFFICE.logInAs("demo-akim", "head", Trial.AKIMAT, room);
    }

    private static Page hr(String room) {
        return OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, room);
    }

    private static Page employee(String subject, String room) {
        return OFFICE.logInAs(subject, "employee", Trial.AKIMAT, room);
    }

    private static String day(int fromToday) {
        return TODAY.plusDays(fromToday).toString();
    }

    /// A link or a button, by a key, which unlike a click does not wait for a button that is
    /// disabled while an answer is awaited.
    private static void go(Page page, String selector) {
        Locator target = page.locator(selector).first();
        assertThat(target).isEnabled();
        target.press("Enter");
    }

    private static void choose(Page page, String selector) {
        choose(page.locator(selector));
    }

    private static void choose(Locator box) {
        box.press("Space");
    }

    private static void unfold(Page page, String act) {
        Locator folded = page.locator("details#" + act);
        folded.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (folded.getAttribute("open") == null) {
            folded.locator("summary").first().press("Enter");
        }
    }

    private static void fill(Page page, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            page.locator("#" + fields[i]).fill(fields[i + 1]);
        }
    }

    private static void stands(Page page, String state) {
        page.locator("#state[data-state='" + state + "']").waitFor();
    }

    /// Where the page is, as a room.
    private static String room(Page page) {
        return page.url().substring(page.url().indexOf('#'));
    }
}
