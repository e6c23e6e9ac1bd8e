package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TallyingTest {

    @AutoClose private final Stage stage = new Stage();

    @Test
    void aClosedSurveyShowsCountsIndicesAndIndicators() {
        stage.body("min-digital", 61, null);
        stage.open(Stage.order("s1", "min-digital"));
        for (int i = 0; i < 8; i++) {
            stage.enrol("s1", "min-digital", "emp-" + i);
            assertThat(stage.vote("s1", "min-digital", "emp-" + i, answers(i)).status())
                    .isEqualTo(201);
        }
        stage.at(Stage.CLOSES);
        stage.run("CloseDueSurveys");
        stage.at(Stage.CLOSES.plus(Duration.ofSeconds(60)));
        stage.run("TallySurvey");

        var results =
                stage.request("SurveyResults", "GET /surveys/{survey}/results")
                        .by(Stage.hr("min-digital"))
                        .path("survey", "s1")
                        .query("body", "min-digital")
                        .send()
                        .body();

        assertThat(results.path("state").asText()).isEqualTo("CLOSED");
        assertThat(results.path("ballots").asInt()).isEqualTo(8);
        assertThat(results.at("/tokens/login").asInt()).isEqualTo(8);
        assertThat(results.at("/statements/0/counts/4").asInt()).isEqualTo(4);
        // 4 × 4 and 4 × 3: the mean is 3.5, over 4 it is 0.875
        assertThat(results.at("/statements/0/index/mean_over_max").asText()).isEqualTo("0.875");
        assertThat(results.at("/indicators/0/points").asText()).isEqualTo("4.375"); // 5 × 0.875
        assertThat(results.has("texts")).isFalse();
        assertThat(results.at("/indicators/0/working").asText()).contains("= 4.375");
    }

    private static ObjectNode answers(int voter) {
        ObjectNode answers = Json.object();
        for (int question = 1; question <= 26; question++) {
            answers.put("q" + question, 3 + voter % 2);
        }
        return answers;
    }
}
