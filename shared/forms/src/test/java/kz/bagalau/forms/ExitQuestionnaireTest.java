package kz.bagalau.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExitQuestionnaireTest {

    private final ExitQuestionnaire questionnaire = ExitQuestionnaire.appendix12();

    @Test
    void appendix12_hasElevenQuestions() {
        assertThat(questionnaire.questions())
                .extracting(ExitQuestionnaire.Question::number)
                .isEqualTo(IntStream.rangeClosed(1, 11).boxed().toList());
    }

    @Test
    void questionOne_hasSevenGroupsAnd29Reasons_andAloneTakesSeveral() {
        var first = questionnaire.question("q1").orElseThrow();

        assertThat(first.groups()).hasSize(7);
        assertThat(first.options()).hasSize(29);
        assertThat(questionnaire.questions())
                .filteredOn(ExitQuestionnaire.Question::several)
                .containsExactly(first);
    }

    @Test
    void c28_onlyQuestionEightMayBeLeftBlank() {
        assertThat(questionnaire.questions())
                .filteredOn(question -> !question.required())
                .extracting(ExitQuestionnaire.Question::id)
                .containsExactly("q8");
    }

    @Test
    void aTextThatIsMissingInALanguage_isFoundWhenItIsRead() {
        ObjectNode json = questionnaire.json();
        ((ObjectNode) json.at("/questions/1/options/0/label")).remove("ru");

        assertThatThrownBy(() -> ExitQuestionnaire.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ru");
    }

    @Test
    void anOptionThatStandsTwice_isFoundWhenItIsRead() {
        ObjectNode json = questionnaire.json();
        ((ObjectNode) json.at("/questions/1/options/0")).put("id", "exit.q3.male");

        assertThatThrownBy(() -> ExitQuestionnaire.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exit.q3.male");
    }

    @Test
    void answersReadBack_areTheSame() {
        ObjectNode sent = questionnaire.json().objectNode();
        questionnaire
                .questions()
                .forEach(question -> sent.put(question.id(), question.options().getLast().id()));

        var result = ExitAnswers.check(questionnaire, sent);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ExitAnswers.Accepted.class,
                        accepted -> {
                            var answers = accepted.answers();
                            assertThat(ExitAnswers.of(answers.canonical())).isEqualTo(answers);
                            assertThat(answers.to("q3")).isEqualTo(List.of("exit.q3.female"));
                        });
    }
}
