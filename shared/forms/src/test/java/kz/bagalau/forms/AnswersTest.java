package kz.bagalau.forms;

import static kz.bagalau.forms.AnswerProblem.Code.DUPLICATE_OPTION;
import static kz.bagalau.forms.AnswerProblem.Code.EMPTY_BALLOT;
import static kz.bagalau.forms.AnswerProblem.Code.NOT_AN_OBJECT;
import static kz.bagalau.forms.AnswerProblem.Code.NOT_MULTI;
import static kz.bagalau.forms.AnswerProblem.Code.NOT_TEXT;
import static kz.bagalau.forms.AnswerProblem.Code.TEXT_TOO_LONG;
import static kz.bagalau.forms.AnswerProblem.Code.UNKNOWN_OPTION;
import static kz.bagalau.forms.AnswerProblem.Code.UNKNOWN_QUESTION;
import static kz.bagalau.forms.AnswerProblem.Code.UNREADABLE_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aBallotAsTheApiDescribesItIsAccepted() {
        var answers =
                accepted(
                        """
                        {"answers": {"q1": 4, "q29": 7, "q29.own": "text", "q33": "text"},
                         "respondent": {"sex": 1, "position": 2, "service": 3}}\
                        """);

        assertThat(answers.chosen())
                .containsEntry("q1", List.of(4))
                .containsEntry("q29", List.of(7));
        assertThat(answers.texts()).containsEntry("q29.own", "text").containsEntry("q33", "text");
        assertThat(answers.respondent()).containsEntry("service", 3);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var problems =
                rejected(
                        """
                        {"answers": {"q1": 5, "q2": "4", "q3": [4], "q4": 2.0, "q36": 1, "q/~": 1,
                                     "q29": [1, 1, 9], "q32": [2, 3], "q33": 7, "q34": "\\u0000"},
                         "respondent": {"sex": 3, "age": 40, "service": [1]}}\
                        """,
                        Set.of("q29"));

        assertThat(problems)
                .extracting(AnswerProblem::pointer, AnswerProblem::code)
                .containsExactlyInAnyOrder(
                        tuple("/answers/q1", UNKNOWN_OPTION),
                        tuple("/answers/q2", UNKNOWN_OPTION),
                        tuple("/answers/q3", NOT_MULTI),
                        tuple("/answers/q4", UNKNOWN_OPTION),
                        tuple("/answers/q36", UNKNOWN_QUESTION),
                        tuple("/answers/q~1~0", UNKNOWN_QUESTION),
                        tuple("/answers/q29/1", DUPLICATE_OPTION),
                        tuple("/answers/q29/2", UNKNOWN_OPTION),
                        tuple("/answers/q32", NOT_MULTI),
                        tuple("/answers/q33", NOT_TEXT),
                        tuple("/answers/q34", UNREADABLE_TEXT),
                        tuple("/respondent/age", UNKNOWN_QUESTION),
                        tuple("/respondent/service", NOT_MULTI),
                        tuple("/respondent/sex", UNKNOWN_OPTION));
    }

    @Test
    void everyQuestionMayBeLeftBlank_inWhateverWay() {
        var answers =
                accepted(
                        """
                        {"answers": {"q1": null, "q29": [], "q33": "  ", "q35": "\\u200b\\u2060 \\u3164", "q34": "one word"},
                         "respondent": {"sex": null}}\
                        """,
                        Set.of("q29"));

        assertThat(answers.chosen()).isEmpty();
        assertThat(answers.texts()).containsOnlyKeys("q34");
        assertThat(answers.respondent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"answers\": {}}",
                "{\"answers\": null, \"respondent\": null}",
                "{\"answers\": {\"q1\": null, \"q33\": \" \\n\"}}",
                "{\"answers\": {}, \"respondent\": {\"sex\": 1}}",
            })
    void aBallotWithoutAnyAnswerIsRefused(String ballot) {
        assertThat(rejected(ballot, Set.of()))
                .containsExactly(new AnswerProblem("/answers", EMPTY_BALLOT, ""));
    }

    @Test
    void answersAndRespondentAreObjects() {
        assertThat(rejected("{\"answers\": [4], \"respondent\": 1}", Set.of()))
                .extracting(AnswerProblem::pointer, AnswerProblem::code)
                .containsExactly(
                        tuple("/answers", NOT_AN_OBJECT), tuple("/respondent", NOT_AN_OBJECT));
    }

    @Test
    void aTextHasAtMost400Characters_howeverManyBytesTheyTake() {
        String fits = "ң".repeat(200) + "🙂".repeat(200);
        assertThat(accepted(text(fits)).texts()).containsEntry("q35", fits);
        assertThat(rejected(text(fits + "!"), Set.of()))
                .containsExactly(new AnswerProblem("/answers/q35", TEXT_TOO_LONG, "400"));
    }

    @Test
    void aTextMayHaveLines_butNoHalfCharacters() {
        assertThat(accepted(text("бір\nекі\tүш\r\n")).texts()).containsKey("q35");
        assertThat(rejected("{\"answers\": {\"q35\": \"\\ud83d\"}}", Set.of()))
                .extracting(AnswerProblem::code)
                .containsExactly(UNREADABLE_TEXT);
    }

    @Test
    void severalAnswersAreTakenOnlyWhereTheSurveySaysSo() {
        String ballot = "{\"answers\": {\"q29\": [1, 7, 3]}}";
        assertThat(accepted(ballot, Set.of("q29")).chosen()).containsEntry("q29", List.of(1, 3, 7));
        assertThat(rejected(ballot, Set.of()))
                .extracting(AnswerProblem::code)
                .containsExactly(NOT_MULTI);
    }

    @Test
    void aStatementIsNeverMulti_evenIfASurveyNamedIt() {
        assertThat(rejected("{\"answers\": {\"q5\": [1, 2]}}", Set.of("q5")))
                .extracting(AnswerProblem::code)
                .containsExactly(NOT_MULTI);
    }

    @Test
    void theCanonicalFormIsTheSameInWhateverOrderItWasSent() {
        var one =
                accepted(
                        """
                        {"answers": {"q2": 1, "q10": 3, "q29": [2, 1], "q33": "жақсы"},
                         "respondent": {"service": 1, "sex": 2}}\
                        """,
                        Set.of("q29"));
        var other =
                accepted(
                        """
                        {"respondent": {"sex": 2, "service": 1, "position": null},
                         "answers": {"q33": "жақсы", "q29": [1, 2], "q10": 3, "q2": 1, "q4": null}}\
                        """,
                        Set.of("q29"));

        assertThat(one.canonical("min-a")).isEqualTo(other.canonical("min-a"));
        assertThat(new String(one.canonical("min-a"), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"answers\":{\"q10\":[3],\"q2\":[1],\"q29\":[1,2],\"q33\":\"жақсы\"},"
                                + "\"body\":\"min-a\",\"respondent\":{\"service\":1,\"sex\":2}}");
    }

    @Test
    void theCanonicalFormDiffersWhereAnythingSentDiffers() {
        var base = accepted("{\"answers\": {\"q1\": 1, \"q33\": \"a\"}}");
        for (String changed :
                List.of(
                        "{\"answers\": {\"q1\": 2, \"q33\": \"a\"}}",
                        "{\"answers\": {\"q1\": 1, \"q33\": \"a \"}}",
                        "{\"answers\": {\"q1\": 1, \"q34\": \"a\"}}",
                        "{\"answers\": {\"q1\": 1, \"q33\": \"a\"}, \"respondent\": {\"sex\":"
                                + " 1}}")) {
            assertThat(accepted(changed).canonical("x")).isNotEqualTo(base.canonical("x"));
        }
        assertThat(base.canonical("x")).isNotEqualTo(base.canonical("y"));
    }

    private static String text(String text) {
        ObjectNode ballot = JSON.createObjectNode();
        ballot.putObject("answers").put("q35", text);
        return ballot.toString();
    }

    private static Answers accepted(String ballot) {
        return accepted(ballot, Set.of());
    }

    private static Answers accepted(String ballot, Set<String> multi) {
        return switch (check(ballot, multi)) {
            case Answers.Accepted(var answers) -> answers;
            case Answers.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<AnswerProblem> rejected(String ballot, Set<String> multi) {
        return switch (check(ballot, multi)) {
            case Answers.Accepted(var answers) -> throw new AssertionError(answers);
            case Answers.Rejected(var problems) -> problems;
        };
    }

    private static Answers.Result check(String ballot, Set<String> multi) {
        try {
            var json = JSON.readTree(ballot);
            return Answers.check(
                    Questionnaire.appendix9(),
                    json.path("answers"),
                    json.path("respondent"),
                    multi);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
