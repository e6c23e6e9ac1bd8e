package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CastingTest {

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void aSurveyOfOneBody() {
        stage.body("min-digital", 61, null);
        assertThat(stage.open(Stage.order("s1", "min-digital")).status()).isEqualTo(201);
        assertThat(stage.enrol("s1", "min-digital", "emp-1", "emp-2").status()).isEqualTo(200);
    }

    @Test
    void anEmployeeVotes_andHasTheSameReceiptHoweverOftenTheBallotIsSent() {
        var paper = stage.paper("s1", "min-digital");
        var issued = stage.token("s1", Stage.employee("emp-1"), paper.request());
        assertThat(issued.status()).isEqualTo(200);
        var ballot =
                Stage.ballot(
                        "min-digital",
                        paper.token(issued),
                        Json.object().put("q1", 4).put("q33", "Жақсы өзгерістер көп"));

        var first = stage.cast("s1", ballot);
        var again = stage.cast("s1", ballot);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("receipt")).isEqualTo(first.text("receipt")).hasSize(19);
    }

    @Test
    void aSlipVotes() {
        String code = stage.slips("s1", "min-digital", 3).getFirst();
        var paper = stage.slipPaper("s1", "min-digital");
        var issued =
                stage.tokenByCode("s1", code.toLowerCase(java.util.Locale.ROOT), paper.request());
        assertThat(issued.status()).isEqualTo(200);
        assertThat(
                        stage.cast(
                                        "s1",
                                        Stage.ballot(
                                                "min-digital",
                                                paper.token(issued),
                                                Json.object().put("q2", 1)))
                                .status())
                .isEqualTo(201);
    }
}
