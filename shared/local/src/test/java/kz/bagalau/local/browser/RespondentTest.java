package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A respondent's way from the link to the receipt, and what then stands in the store.
@ExtendWith(Chromium.class)
class RespondentTest {

    private static final int WIRE_BUDGET = 60_000;

    @TempDir static Path data;

    private static Trial trial;

    private Device device;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @BeforeEach
    void aNewPhone(Browser browser) {
        device = Device.phone(browser, trial.address(), "kk");
    }

    @AfterEach
    void nothingWasAmiss() {
        device.isQuiet();
        device.close();
    }

    /// Every page of a whole ballot on the narrowest phone, with every error on the way.
    @ParameterizedTest
    @CsvSource({"kk, login", "ru, slip", "en, login"})
    void aWholeBallotInEveryLanguage(String language, String right, Browser browser) {
        String survey = "whole-" + language;
        trial.open(survey);
        device.close();
        device = Device.phone(browser, trial.address(), language);
        SurveyPage page = new SurveyPage(device.open(trial.link(survey)));

        page.isAt("#shared");
        page.page().locator("summary").click();
        Look.at(page.page(), language);
        page.page().locator("#continue").click();
        page.showsErrorsAt("shared");
        Look.at(page.page(), language);
        page.onMyOwnDevice();

        page.page().locator("#continue").click();
        page.showsErrorsAt("right");
        Look.at(page.page(), language);
        if (right.equals("slip")) {
            page.page().locator("#right-code").check();
            page.page().locator("#continue").click();
            page.showsErrorsAt("code", "body");
            Look.at(page.page(), language);
            page.withCode(trial.codes(survey, Trial.DIGITAL, 1).getFirst(), Trial.DIGITAL);
        } else {
            trial.enrol(survey, Trial.DIGITAL, "aigerim");
            page.withLogin("aigerim", Trial.DIGITAL);
        }

        Map<String, Integer> answers = new TreeMap<>();
        while (!page.isCheck()) {
            answers.putAll(page.answerThisPage(language.length()));
            Look.at(page.page(), language);
            page.next();
        }
        assertThat(answers).hasSize(35);
        Look.at(page.page(), language);

        page.send();
        page.isAt("#progress");
        Look.at(page.page(), language);
        assertThat(page.receipt()).isNotBlank();
        Look.at(page.page(), language);
        assertThat(theOnlyBallot(survey)).isEqualTo(answers);
    }

    @Test
    void theBallotStandsOnceInTheStoreAndLaterInTheResult() {
        trial.open("counted");
        trial.othersVote("counted", Trial.DIGITAL, 11);
        JsonNode before = trial.survey("counted");
        String code = trial.codes("counted", Trial.DIGITAL, 1).getFirst();
        SurveyPage page = new SurveyPage(device.open(trial.link("counted", code)));
        page.onMyOwnDevice();
        page.page().locator("#body").selectOption(Trial.DIGITAL);
        page.next();
        page.answer("q1", 4).answer("q2", 1).skipToTheCheck();
        page.send();
        page.receipt();

        assertThat(trial.ballots("counted")).hasSize(12);
        assertThat(trial.ballots("counted"))
                .allSatisfy(ballot ->
                        assertThat(ballot.keySet())
                                .isEqualTo(
                                        Set.of(
                                                "pk",
                                                "sk",
                                                "channel",
                                                "answers",
                                                "respondent",
                                                "seal",
                                                "expires")));

        trial.closeAndCount("counted");
        JsonNode results = trial.results("counted", Trial.DIGITAL);
        assertThat(before.path("state").asText()).isEqualTo("OPEN");
        assertThat(results.path("state").asText()).isEqualTo("CLOSED");
        assertThat(results.path("ballots").asInt()).isEqualTo(12);
        // The others: options 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4; this one: 4.
        assertThat(statement(results, "q1").path("counts"))
                .isEqualTo(Json.read("{\"1\":2,\"2\":3,\"3\":3,\"4\":4}"));
        assertThat(statement(results, "q2").path("answered").asInt()).isEqualTo(12);
        assertThat(statement(results, "q3").path("answered").asInt()).isEqualTo(11);
    }

    @Test
    void anotherLanguageOnTheWayLosesNoAnswer() {
        trial.open("languages");
        String code = trial.codes("languages", Trial.DIGITAL, 1).getFirst();
        SurveyPage page = new SurveyPage(device.open(trial.link("languages")));
        page.onASharedDevice().withCode(code, Trial.DIGITAL);
        page.answer("q1", 3).next();
        page.answer("q6", 2);
        String kazakh = Look.heading(page.page());

        page.speak("ru");

        assertThat(Look.heading(page.page())).isNotEqualTo(kazakh);
        assertThat(page.page().locator("#q6-2").isChecked()).isTrue();
        page.back();
        assertThat(page.page().locator("#q1-3").isChecked()).isTrue();
        page.speak("en");
        page.skipToTheCheck();
        assertThat(page.page().locator("#answer-q1").innerText()).isNotBlank();
        page.speak("kk");
        page.send();
        page.receipt();
        assertThat(theOnlyBallot("languages")).isEqualTo(Map.of("q1", 3, "q6", 2));
    }

    @Test
    void anEmptyBallotIsRefusedBeforeItCostsTheRight() {
        trial.open("empty");
        String code = trial.codes("empty", Trial.DIGITAL, 1).getFirst();
        SurveyPage page = new SurveyPage(device.open(trial.link("empty")));
        page.onMyOwnDevice().withCode(code, Trial.DIGITAL).skipToTheCheck();

        page.send();

        page.hasFocusAt("#error-summary");
        Look.inEveryLanguage(page.page());
        assertThat(device.posts("/code-tokens")).isEmpty();

        page.page().locator("#change-q1").click();
        page.answer("q1", 1).next();
        page.send();
        page.receipt();
        assertThat(theOnlyBallot("empty")).isEqualTo(Map.of("q1", 1));
    }

    @Test
    void aTextThatIsTooLongIsToldAndTheRestIsKept() {
        trial.open("texts");
        String code = trial.codes("texts", Trial.DIGITAL, 1).getFirst();
        SurveyPage page = new SurveyPage(device.open(trial.link("texts")));
        page.onMyOwnDevice().withCode(code, Trial.DIGITAL);
        while (page.page().locator("#q29-1").count() == 0) {
            page.next();
        }
        page.answer("q27", 2).answer("q29", 1);
        page.page().locator("[id='q29.own']").fill("ә".repeat(403));

        page.page().locator("#continue").click();

        page.showsErrorsAt("q29.own");
        Look.inEveryLanguage(page.page());
        assertThat(page.page().locator("#q27-2").isChecked()).isTrue();

        page.page().locator("[id='q29.own']").fill("Өз жауабым");
        page.skipToTheCheck();
        assertThat(page.page().locator("#answer-q29").innerText()).contains("Өз жауабым");
        page.send();
        page.receipt();
        assertThat(
                        trial.items("Ballots").stream()
                                .filter(item ->
                                        Trial.attribute(item, "pk").s().startsWith("texts#"))
                                .filter(item -> item.containsKey("text")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(Trial.attribute(item, "text").s()).isEqualTo("Өз жауабым");
                    assertThat(item.keySet())
                            .isEqualTo(Set.of("pk", "sk", "channel", "text", "expires"));
                });
    }

    @Test
    void theBallotGoesWithoutLoginCookieOrReferrer() {
        trial.open("headers");
        trial.enrol("headers", Trial.DIGITAL, "daniyar");
        SurveyPage page = new SurveyPage(device.open(trial.link("headers")));
        page.onMyOwnDevice().withLogin("daniyar", Trial.DIGITAL).answer("q1", 4).skipToTheCheck();
        page.send();
        page.receipt();

        Request token = device.posts("/tokens").getFirst();
        assertThat(token.allHeaders()).containsKey("authorization");
        Request ballot = device.posts("/ballots").getFirst();
        assertThat(ballot.allHeaders())
                .doesNotContainKeys("authorization", "cookie", "referer", "idempotency-key");
        assertThat(ballot.postData())
                .doesNotContain("daniyar")
                .doesNotContain(Json.read(token.postData()).path("blinded").asText());
        assertThat(Json.read(ballot.postData()).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("body", "token", "answers", "respondent");
    }

    @Test
    void theWholePageIsLightOnTheWire() {
        trial.open("light");
        String code = trial.codes("light", Trial.DIGITAL, 1).getFirst();
        SurveyPage page = new SurveyPage(device.open(trial.link("light")));
        page.onMyOwnDevice().withCode(code, Trial.DIGITAL).answer("q1", 4).skipToTheCheck();
        page.send();
        page.receipt();

        Map<String, Integer> sizes = new HashMap<>();
        device.requests().stream()
                .filter(request -> isStatic(URI.create(request.url()).getPath()))
                .forEach(request -> sizes.put(request.url(), request.sizes().responseBodySize));
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(4);
        assertThat(sizes.values().stream().mapToInt(size -> size).sum())
                .as(sizes.toString())
                .isLessThan(WIRE_BUDGET);
    }

    @Test
    void aWholeBallotByKeyboardAlone() {
        trial.open("keyboard");
        String code = trial.codes("keyboard", Trial.AKIMAT, 1).getFirst();
        Page page = device.open(trial.link("keyboard"));
        SurveyPage survey = new SurveyPage(page);
        Keyboard keyboard = new Keyboard(page);

        survey.isAt("#shared");
        survey.hasFocusAt("h1");
        keyboard.to("#shared-yes").press("ArrowDown").to("#continue").press("Enter");
        survey.isAt("#right");
        survey.hasFocusAt("h1");
        keyboard.to("#right-login").press("ArrowDown").to("#code").type(code);
        keyboard.to("#body").press("ArrowDown");
        while (!page.locator("#body").inputValue().equals(Trial.AKIMAT)) {
            keyboard.press("ArrowDown");
        }
        keyboard.to("#continue").press("Enter");
        survey.isAt("#q1");
        Map<String, Integer> answers = new TreeMap<>();
        while (!survey.isCheck()) {
            survey.hasFocusAt("h1");
            for (String question : survey.questions().keySet()) {
                keyboard.to("#" + question + " input").press("ArrowDown");
                answers.put(question, survey.chosen(question));
            }
            survey.leave(() -> keyboard.to("#continue").press("Enter"));
        }
        survey.hasFocusAt("h1");
        keyboard.to("#send").press("Enter");
        survey.receipt();

        assertThat(theOnlyBallot("keyboard")).isEqualTo(answers);
    }

    private static boolean isStatic(String path) {
        return path.matches("/[^/]*\\.(html|css|js|svg)|/assets/.*");
    }

    private static JsonNode statement(JsonNode results, String id) {
        for (JsonNode statement : results.path("statements")) {
            if (statement.path("id").asText().equals(id)) {
                return statement;
            }
        }
        throw new AssertionError("no statement " + id + " in " + results);
    }

    /// The answers of the one ballot of a survey, as they lie in the store.
    private static Map<String, Integer> theOnlyBallot(String survey) {
        List<Map<String, AttributeValue>> ballots = trial.ballots(survey);
        assertThat(ballots).hasSize(1);
        Map<String, Integer> answers = new TreeMap<>();
        Trial.attribute(ballots.getFirst(), "answers")
                .m()
                .forEach((question, codes) ->
                        answers.put(question, Integer.valueOf(codes.l().getFirst().n())));
        Trial.attribute(ballots.getFirst(), "respondent")
                .m()
                .forEach((question, code) -> answers.put(question, Integer.valueOf(code.n())));
        return answers;
    }
}
