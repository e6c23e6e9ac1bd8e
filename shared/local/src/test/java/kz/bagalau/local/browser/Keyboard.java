package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;

/// Somebody without a mouse.
final class Keyboard {

    /// More than any page has places to stop at.
    private static final int FAR = 80;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /// Presses Tab until the focus, which must be visible, is at an element.
    Keyboard to(String selector) {
        for (int step = 0; step < FAR; step++) {
            if ((boolean) page.evaluate("at => document.activeElement.matches(at)", selector)) {
                return this;
            }
            page.keyboard().press("Tab");
            if (!(boolean) page.evaluate(IS_SEEN)) {
                fail("the focus cannot be seen at " + page.evaluate(FOCUSED));
            }
        }
        return fail("Tab does not lead to " + selector + " but to " + page.evaluate(FOCUSED));
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    private static final String FOCUSED = "document.activeElement.outerHTML";

    private static final String IS_SEEN =
            """
            (() => {
                const style = getComputedStyle(document.activeElement);
                return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            })()
            """;
}
