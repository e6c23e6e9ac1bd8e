package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What would change the points: facts that are tried, and never stored.
@ExtendWith(Chromium.class)
class PreviewTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final String EXIT = "[data-indicator='pm.exit_interview']";

    @Test
    void aBodyTriesOtherFactsAndSeesEachPointWithItsWorking() {
        Page page = open();
        assertThat(page.locator("#nothing-stored").innerText()).isNotBlank();
        Look.inEveryLanguage(page);

        tryExit(page, "24", "18");
        page.locator("#count").click();

        page.locator("#changed").waitFor();
        card(page).getByText("3,75").first().waitFor();
        card(page).locator("summary").first().click();
        // The one with the longest list of facts.
        page.locator("[data-indicator='pm.labour_norm'] summary").first().click();
        assertThat(card(page).locator(".working").innerText()).contains("5 × 18 / 24 = 3,75");
        assertThat(card(page).innerText()).contains("¶35").contains("1,25");
        Look.inEveryLanguage(page);
        // The other language told the same points, and nothing that was typed is gone.
        assertThat(page.locator("#try-exit\\.dismissed").inputValue()).isEqualTo("24");
        assertThat(card(page).locator(".points").innerText()).contains("3,75");

        page.locator("#reset").click();
        card(page).locator(".points").getByText("–").waitFor();
        assertThat(OFFICE.device().requests()).extracting(Request::method).doesNotContain("PUT");
    }

    @Test
    void whatCostsMostStandsFirst() {
        Page page = open();
        tryExit(page, "24", "18");
        page.locator("#count").click();
        page.locator("#changed").waitFor();

        // Ten points each are missing with the first five, and none with what is complete.
        assertThat(page.locator("#direction-pm .cost").first().innerText()).contains("10,00");
        assertThat(page.locator("#direction-it li.card").last().getAttribute("data-indicator"))
                .isEqualTo("information.it");
    }

    /// Points of unused systems are taken away: with their minus, in red, and left of zero.
    @Test
    void whatIsTakenAwayIsRedAndLeftOfZero() {
        Page page = open();
        Locator card = page.locator("[data-indicator='it.unused_systems']");
        card.locator("details.try summary").click();
        page.locator("#try-it\\.unused_systems").fill("3,3");
        page.locator("#count").click();

        card.locator(".points").getByText("−3,30").waitFor();
        assertThat(card.locator(".points").innerText()).contains("−15");
        assertThat(card.locator(".points .minus").count()).isOne();
        assertThat(
                        (boolean)
                                card.locator("svg.bar")
                                        .evaluate(
                                                """
                                                bar => {
                                                    const ground = bar.querySelector('.bar-ground').getBoundingClientRect();
                                                    const less = bar.querySelector('.bar-minus').getBoundingClientRect();
                                                    return Math.abs(less.right - ground.right) < 1 && less.width > 1
                                                        && less.width < ground.width / 2 && bar.querySelector('.zero') !== null;
                                                }
                                                """))
                .isTrue();
        assertThat(page.locator("#changed").innerText()).contains("−3,3");
        Look.inEveryLanguage(page);
    }

    @Test
    void anotherReadingOfTheActIsTried() {
        Page page = open();
        tryExit(page, "24", "18");
        page.locator("#try-exit\\.negative").fill("13");
        page.locator("#count").click();
        card(page).locator(".points").getByText("2,25").waitFor();

        page.locator("#readings summary").click();
        page.locator("#setting-exit_negative_rule").selectOption("majority_of_reasons_negative");
        page.locator("#count").click();

        card(page).locator(".points").getByText("–").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void whatCannotBeReadIsSaidAtItsField_evenInsideWhatIsFolded() {
        Page page = open();
        tryExit(page, "many", "18");
        card(page).locator("details.try summary").click();
        page.locator("#count").click();

        page.locator("#error-summary a").click();
        assertThat(page.locator("#try-exit\\.dismissed-error").isVisible()).isTrue();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("try-exit.dismissed");
        Look.inEveryLanguage(page);
    }

    @Test
    void whatTheServerRefusesIsSaidAtItsField() {
        Page page = open();
        tryExit(page, "18", "24");
        page.locator("#count").click();

        page.locator("#try-exit\\.interviewed-error").waitFor();
        assertThat(page.locator("#error-summary").isVisible()).isTrue();
    }

    @Test
    void aLostNetworkLosesNothingThatWasTyped() {
        Page page = open();
        tryExit(page, "24", "18");
        OFFICE.device().context().setOffline(true);
        page.locator("#count").click();
        page.locator("#error-summary").waitFor();
        assertThat(page.locator("#try-exit\\.dismissed").inputValue()).isEqualTo("24");

        OFFICE.device().context().setOffline(false);
        page.locator("#count").click();
        card(page).locator(".points").getByText("3,75").waitFor();
        assertThat(page.locator("#error-summary").count()).isZero();
    }

    @Test
    void aReloadLosesNothingThatWasTyped_andALogoutLeavesNothing() {
        Page page = open();
        tryExit(page, "24", "18");
        page.reload();
        card(page).getByText("3,75").first().waitFor();
        assertThat(page.locator("#try-exit\\.dismissed").inputValue()).isEqualTo("24");

        page.locator("#logout").click();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void byKeyboardAlone() {
        Page page = open();
        Keyboard keys = new Keyboard(page);
        keys.to(EXIT + " details.try summary").press("Enter");
        keys.to("#try-exit\\.interviewed").type("18");
        keys.to("#try-exit\\.dismissed").type("24");
        keys.to(EXIT + " details.try button").press("Enter");

        page.locator("#changed").waitFor();
    }

    @Test
    void anOfficerHasOneBody_andWhoeverAssessesChooses() {
        Page page = open();
        assertThat(page.locator("#body").count()).isZero();
        assertThat(page.locator("#own-body").innerText()).isEqualTo("Цифрлық даму министрлігі");
        page.locator("#logout").click();

        page.locator("#login").click();
        IssuerPage.logIn(page, "desk-digital", "digital", "");
        page.locator("#body").selectOption(Trial.AKIMAT);
        page.locator("#totals").waitFor();
        assertThat(page.locator("nav.rooms a[href='#/bodies']").count()).isZero();
        assertThat(page.locator("nav.rooms a[href='#/']").count()).isZero();
        Look.inEveryLanguage(page);
    }

    private static Page open() {
        Page page = OFFICE.logIn("hr", Trial.DIGITAL, "#/preview");
        page.locator("#totals").waitFor();
        return page;
    }

    private static Locator card(Page page) {
        return page.locator(EXIT);
    }

    /// Nobody named a negative reason.
    private static void tryExit(Page page, String dismissed, String interviewed) {
        card(page).locator("details.try summary").click();
        page.locator("#try-exit\\.dismissed").fill(dismissed);
        page.locator("#try-exit\\.interviewed").fill(interviewed);
        page.locator("#try-exit\\.negative").fill("0");
    }
}
