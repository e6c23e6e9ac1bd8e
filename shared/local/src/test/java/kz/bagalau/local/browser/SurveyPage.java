package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The respondent's page by what a person does on it.
final class SurveyPage {

    private final Page page;

    SurveyPage(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void speak(String language) {
        Look.choose(page, language);
    }

    void isAt(String selector) {
        page.locator(selector).waitFor();
    }

    SurveyPage onMyOwnDevice() {
        page.locator("#shared-no").check();
        next();
        return this;
    }

    SurveyPage onASharedDevice() {
        page.locator("#shared-yes").check();
        next();
        return this;
    }

    /// Types a slip's code and goes on to the questions.
    SurveyPage withCode(String code, String body) {
        page.locator("#right-code").check();
        page.locator("#code").fill(code);
        page.locator("#body").selectOption(body);
        next();
        return this;
    }

    /// Goes to the issuer, is `subject` of `body` there, and comes back.
    SurveyPage withLogin(String subject, String body) {
        page.locator("#right-login").check();
        page.locator("#continue").click();
        IssuerPage.logIn(page, subject, "employee", body);
        isAt("#q1");
        return this;
    }

    SurveyPage answer(String question, int option) {
        page.locator("#" + question + "-" + option).check();
        return this;
    }

    /// The closed questions of this page, as they stand, with the number of their options.
    Map<String, Integer> questions() {
        Map<String, Integer> questions = new LinkedHashMap<>();
        List<?> found =
                (List<?>)
                        page.evaluate(
                                """
                                [...document.querySelectorAll('main fieldset.field')]
                                    .map(each => [each.id, each.querySelectorAll('input').length])
                                """);
        for (Object each : found) {
            List<?> pair = (List<?>) each;
            questions.put((String) pair.get(0), (Integer) pair.get(1));
        }
        return questions;
    }

    int chosen(String question) {
        return Integer.parseInt(
                page.locator("#" + question + " input:checked").getAttribute("value"));
    }

    /// Chooses an option of every closed question here, others in other ballots.
    Map<String, Integer> answerThisPage(int ballot) {
        Map<String, Integer> chosen = new TreeMap<>();
        questions()
                .forEach((question, options) -> {
                    int number =
                            question.startsWith("q") ? Integer.parseInt(question.substring(1)) : 0;
                    int option = 1 + (ballot + number) % options;
                    answer(question, option);
                    chosen.put(question, option);
                });
        return chosen;
    }

    /// Answers every closed question of every page, and stops at check-your-answers.
    Map<String, Integer> answerEverything(int ballot) {
        Map<String, Integer> chosen = new TreeMap<>();
        while (!isCheck()) {
            chosen.putAll(answerThisPage(ballot));
            next();
        }
        return chosen;
    }

    /// Leaves blank whatever is left, and stops at check-your-answers.
    SurveyPage skipToTheCheck() {
        while (!isCheck()) {
            next();
        }
        return this;
    }

    boolean isCheck() {
        return page.locator("#send").isVisible();
    }

    /// Presses Continue and waits until another page is there.
    void next() {
        leave(() -> page.locator("#continue").click());
    }

    void back() {
        leave(() -> page.locator("#back").click());
    }

    /// Waits until what was done has led to another page.
    ///
    /// The action waits for the end of the pause after a change of page, which a click would try
    /// for longer.
    void leave(Runnable action) {
        String here = place();
        page.locator("html:not(.settling)").waitFor();
        action.run();
        page.waitForCondition(() -> !place().equals(here));
    }

    private String place() {
        return (String)
                page.evaluate(
                        """
                        (document.querySelector('.caption')?.textContent ?? '')
                            + (document.querySelector('h1')?.textContent ?? '')
                        """);
    }

    void send() {
        page.locator("#send").click();
    }

    /// Waits for the receipt and reads it.
    String receipt() {
        return page.locator("#receipt").innerText();
    }

    void hasFocusAt(String selector) {
        page.waitForCondition(() ->
                (boolean) page.evaluate("at => document.activeElement.matches(at)", selector));
    }

    /// The error summary stands above the heading and has the focus; each of its lines leads to a
    /// field that repeats its words.
    void showsErrorsAt(String... fields) {
        Locator summary = page.locator("#error-summary");
        summary.waitFor();
        hasFocusAt("#error-summary");
        assertThat(summary.locator("a").all())
                .extracting(link -> link.getAttribute("href"))
                .containsExactly(
                        List.of(fields).stream().map(field -> "#" + field).toArray(String[]::new));
        for (Locator link : summary.locator("a").all()) {
            assertThat(page.locator("main .error-text").allInnerTexts())
                    .anySatisfy(text -> assertThat(text).contains(link.innerText()));
        }
    }
}
