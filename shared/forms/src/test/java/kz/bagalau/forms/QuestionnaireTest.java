package kz.bagalau.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionnaireTest {

    private final Questionnaire questionnaire = Questionnaire.appendix9();

    @Test
    void itHas35StatementsInSevenSections() {
        assertThat(questionnaire.sections()).hasSize(7);
        assertThat(questionnaire.questions().keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 35).mapToObj(n -> "q" + n).toList());
        assertThat(questionnaire.questions().values())
                .extracting(Questionnaire.Question::number)
                .isEqualTo(IntStream.rangeClosed(1, 35).boxed().toList());
    }

    @Test
    void statements1To26AreScored_andNoOther() {
        assertThat(questionnaire.questions().values())
                .filteredOn(Questionnaire.Question::scored)
                .extracting(Questionnaire.Question::number)
                .isEqualTo(IntStream.rangeClosed(1, 26).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "q1, 4 3 2 1",
        "q26, 4 3 2 1",
        "q27, 1 2",
        "q29, 7 6 5 4 3 2 1",
        "q31, 4 3 2 1",
        "q32, 6 5 4 3 2 1",
        "q33, ''",
    })
    void optionsKeepTheOrderOfTheForm(String question, String codes) {
        String found =
                questionnaire.question(question).options().stream()
                        .map(option -> Integer.toString(option.code()))
                        .reduce((a, b) -> a + " " + b)
                        .orElse("");
        assertThat(found).isEqualTo(codes);
    }

    @Test
    void respondentsAreAskedSexPositionAndService() {
        assertThat(questionnaire.respondent().keySet())
                .containsExactly("sex", "position", "service");
        assertThat(questionnaire.question("service").options()).hasSize(3);
    }

    @Test
    void freeTextStandsInFivePlaces() {
        assertThat(questionnaire.texts())
                .containsExactly("q29.own", "q32.own", "q33", "q34", "q35");
        assertThat(questionnaire.mayBeMulti()).containsExactlyInAnyOrder("q29", "q32");
    }

    @Test
    void whatIsPublishedHasNoOcrReadings_andIsTheCallersOwnCopy() {
        ObjectNode json = questionnaire.json();
        assertThat(json.toString()).doesNotContain("_ocr").contains("Do NOT reverse");
        json.removeAll();
        assertThat(questionnaire.json().path("sections")).hasSize(7);
    }

    @Test
    void itIsFoundByTheNameOfApi() {
        assertThat(Questionnaire.named("appendix-9")).containsSame(questionnaire);
        assertThat(Questionnaire.named("appendix-10")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/title",
                "/sections/2/title",
                "/sections/0/statements/1/text",
                "/sections/0/statements/1/options/3/label",
                "/sections/6/statements/6/prompt",
                "/demographics/questions/0/text",
                "/demographics/questions/2/options/1/label",
            })
    void aTextMissingInOneLanguageFailsTheBuild(String pointer) {
        for (String language : new String[] {"kk", "ru", "en"}) {
            ObjectNode json = questionnaire.json();
            ((ObjectNode) json.at(pointer)).remove(language);
            assertThatThrownBy(() -> Questionnaire.read(json))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("missing")
                    .hasMessageContaining(language);
        }
    }

    @Test
    void aCodeThatStandsTwiceFailsTheBuild() {
        ObjectNode json = questionnaire.json();
        ((ObjectNode) json.at("/sections/0/statements/0/options/0")).put("code", 3);
        assertThatThrownBy(() -> Questionnaire.read(json)).hasMessageContaining("code twice");
    }

    @Test
    void aQuestionThatStandsTwiceFailsTheBuild() {
        ObjectNode json = questionnaire.json();
        ((ObjectNode) json.at("/sections/0/statements/0")).put("id", "q2");
        assertThatThrownBy(() -> Questionnaire.read(json)).hasMessageContaining("question twice");
    }

    @Test
    void everySectionFeedsTheIndicatorOfItsParagraph() {
        Map<String, String> found = new HashMap<>();
        for (JsonNode section : questionnaire.json().path("sections")) {
            found.put(section.path("indicator").asText("none"), section.path("paragraph").asText());
        }
        assertThat(found)
                .containsEntry("N2", "¶40(3)")
                .containsEntry("T", "¶41")
                .containsEntry("Y", "¶42")
                .containsEntry("B", "¶49")
                .containsEntry("D", "¶51")
                .containsEntry("E", "¶52");
    }
}
