package kz.bagalau.exit.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.exit.Stage;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.forms.ExitQuestionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeReasonsTest {

    private final NegativeReasons reasons = NegativeReasons.ours();

    @Test
    void everyReasonOfQuestionOne_andNothingElse_isMarked() {
        assertThat(reasons.marks().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ExitQuestionnaire.appendix12()
                                .question("q1")
                                .orElseThrow()
                                .options()
                                .stream()
                                .map(ExitQuestionnaire.Option::id)
                                .toList());
    }

    @Test
    void p35_itsThreeExamplesAreNegative() {
        assertThat(reasons.marks())
                .containsEntry("exit.q1.ethics.conflict", true) // unfavourable climate
                .containsEntry("exit.q1.ethics.mgmt_style", true) // norms of ethics
                .containsEntry("exit.q1.process.workload", true); // excess work
    }

    @ParameterizedTest
    @CsvSource({
        "family.marriage,                              false, false",
        "process.workload,                             true,  true",
        "process.workload pay.low,                     true,  false",
        "process.workload process.goals pay.low,       true,  true",
        "process.workload pay.low pay.social_package,  true,  false"
    })
    void p35_oneNegativeReasonMakesAnInterviewNegative_moreThanHalfMakeMost(
            String chosen, boolean any, boolean most) {
        ObjectNode sent = Stage.answers(chosen.split(" "));
        var result = ExitAnswers.check(ExitQuestionnaire.appendix12(), sent);

        assertThat(result).isInstanceOf(ExitAnswers.Accepted.class);
        if (result instanceof ExitAnswers.Accepted(var answers)) {
            assertThat(reasons.any(answers)).isEqualTo(any);
            assertThat(reasons.most(answers)).isEqualTo(most);
        }
    }
}
