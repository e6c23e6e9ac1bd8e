package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/// What holds for every state of every page.
final class Look {

    private Look() {}

    /// axe finds nothing, nothing is wider than the window, the page is in its language, and the
    /// tab has a name.
    static void at(Page page, String language) {
        assertThat(violations(page)).as("axe at %s in %s", heading(page), language).isEmpty();
        fits(page);
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
    }

    /// Switches through the languages, which changes nothing else, and back.
    static void inEveryLanguage(Page page) {
        String language = (String) page.evaluate("document.documentElement.lang");
        for (String each : List.of("kk", "ru", "en")) {
            page.locator("#lang-" + each).click();
            at(page, each);
        }
        page.locator("#lang-" + language).click();
    }

    static void fits(Page page) {
        int width = page.viewportSize().width;
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", heading(page))
                .isLessThanOrEqualTo(width);
    }

    static String heading(Page page) {
        return page.locator("h1").first().innerText();
    }

    private static List<String> violations(Page page) {
        AxeRunOptions onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        // Legacy means: no second page for the frames, of which the pages have none.
        return new AxeBuilder(page)
                .setLegacyMode(true).options(onlyViolations).analyze().getViolations().stream()
                        .map(Look::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream().map(node -> "\n  " + node.getHtml()).toList();
    }
}
