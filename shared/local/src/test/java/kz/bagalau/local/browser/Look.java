package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What holds for every state of every page.
final class Look {

    /// Deque's rules, read into a page once: that costs more than they themselves do.
    private static final String AXE = read();

    /// The rules about what texts say. All others look at what is the same in every language.
    private static final List<String> OF_LANGUAGE =
            List.of(
                    "aria-command-name",
                    "aria-dialog-name",
                    "aria-input-field-name",
                    "aria-meter-name",
                    "aria-progressbar-name",
                    "aria-toggle-field-name",
                    "aria-tooltip-name",
                    "aria-treeitem-name",
                    "button-name",
                    "document-title",
                    "empty-heading",
                    "empty-table-header",
                    "frame-title",
                    "html-has-lang",
                    "html-lang-valid",
                    "image-alt",
                    "input-button-name",
                    "label",
                    "label-title-only",
                    "landmark-unique",
                    "link-name",
                    "role-img-alt",
                    "select-name",
                    "summary-name",
                    "svg-img-alt",
                    "table-duplicate-name",
                    "valid-lang");

    private static final String RUN =
            """
            async rules => {
                const only = rules.length === 0 ? {} : { runOnly: rules };
                const found = await axe.run(document, { resultTypes: ["violations"], ...only });
                return found.violations.map(rule =>
                    [rule.id + ": " + rule.help, ...rule.nodes.map(node => node.html)].join("\\n  "));
            }
            """;

    private Look() {}

    /// axe finds nothing, nothing is wider than the window, the page is in its language, and the
    /// tab has a name.
    static void at(Page page, String language) {
        at(page, language, List.of());
    }

    private static void at(Page page, String language, List<String> rules) {
        assertThat(violations(page, rules))
                .asInstanceOf(LIST)
                .as("axe at %s in %s", heading(page), language)
                .isEmpty();
        fits(page);
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
    }

    /// Switches through the languages, which changes nothing else, and back.
    static void inEveryLanguage(Page page) {
        String language = (String) page.evaluate("document.documentElement.lang");
        List<String> rules = List.of();
        for (String each : List.of("kk", "ru", "en")) {
            choose(page, each);
            at(page, each, rules);
            rules = OF_LANGUAGE;
        }
        choose(page, language);
    }

    /// Returns when the page is in the language: its texts are fetched first.
    static void choose(Page page, String language) {
        page.locator("#lang-" + language).click();
        page.locator("html[lang='" + language + "']").waitFor();
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

    /// @param rules to ask; empty for all that axe asks by itself
    private static Object violations(Page page, List<String> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        return page.evaluate(RUN, rules);
    }

    private static String read() {
        try (InputStream script =
                Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
