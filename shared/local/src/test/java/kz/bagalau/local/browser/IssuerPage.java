package kz.bagalau.local.browser;

import com.microsoft.playwright.Page;

/// The local issuer's page, on which one picks who to be.
final class IssuerPage {

    private IssuerPage() {}

    static void logIn(Page page, String subject, String roles, String body) {
        page.locator("#other").check();
        page.locator("#sub").fill(subject);
        page.locator("#roles").fill(roles);
        page.locator("#body").fill(body);
        page.locator("form button").click();
    }

    /// As an official of a territorial unit; of none where `territory` is empty.
    static void logInAtTerritory(Page page, String subject, String territory) {
        logInAtTerritory(page, subject, "territorial", territory);
    }

    static void logInAtTerritory(Page page, String subject, String roles, String territory) {
        page.locator("#other").check();
        page.locator("#sub").fill(subject);
        page.locator("#roles").fill(roles);
        page.locator("#territory").fill(territory);
        page.locator("form button").click();
    }
}
