package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kz.bagalau.contract.Call;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Messages;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.fact.FactMistake;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewScoreTest {

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    private static final String ID = "operational-assessment-2023";
    private static final Map<String, String> AGENCY =
            Map.of("sub", "a1", "roles", "[bagalau:agency]");
    private static final Map<String, String> HR =
            Map.of("sub", "h1", "roles", "[bagalau:hr]", "body", "min-digital");

    @Test
    void theMethodologiesAreListed() {
        JsonNode list = ok(answer("GET /methodologies", null, null, HR, "en"));

        assertThat(list.at("/methodologies/0/id").asText()).isEqualTo(ID);
        assertThat(list.at("/methodologies/0/citation/inForce").asText()).isEqualTo("2023-03-04");
    }

    @Test
    void aMethodologyTellsItsIndicatorsMaximaCitationsAndSettings() {
        JsonNode told = ok(answer("GET /methodologies/{methodology}", ID, null, HR, "en"));

        JsonNode exit = byId(told.at("/directions/0/indicators"), "pm.exit_interview");
        assertThat(exit.at("/citation/paragraph").asText()).isEqualTo("¶35");
        assertThat(exit.at("/maximum/OMO").asText()).isEqualTo("5");
        assertThat(exit.at("/maximum/OTHER").isMissingNode()).isTrue();
        JsonNode smart = byId(told.at("/directions/1/indicators"), "it.smart_cities");
        assertThat(smart.path("maximum").toString()).isEqualTo("{\"ZHAO\":\"10\"}");
        JsonNode portal = byId(told.at("/directions/1/indicators"), "it.arch_portal");
        assertThat(portal.path("manual").asBoolean()).isTrue();
        assertThat(told.at("/directions/0/criteria")).hasSize(3);
        assertThat(told.path("settings")).hasSize(17);
        assertThat(byId(told.path("settings"), "n_max").path("values").toString())
                .isEqualTo("[\"10\",\"13\"]");
        assertThat(byId(told.path("settings"), "n_max").at("/readings/13/en").asText())
                .isEqualTo("13 points");
        assertThat(told.path("facts")).hasSameSizeAs(Vocabulary.all());
        assertThat(told.at("/facts/0").toString())
                .contains("\"name\":\"headcount.monthly\"")
                .contains("\"unit\":\"PEOPLE\"")
                .contains("\"publisher\":\"report:hr-statistics\"")
                .contains("\"agencyOnly\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /methodologies/{methodology}", PREVIEW})
    void anUnknownMethodologyIsNotFound(String route) {
        assertThat(answer(route, "operational-assessment-1999", "{}", AGENCY, "en").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /methodologies", "GET /methodologies/{methodology}", PREVIEW})
    void nobodyIsTurnedAway_andEverybodySignedInIsAnswered(String route) {
        String body = route.equals(PREVIEW) ? request("{}", "{}", "{}") : null;

        assertThat(answer(route, ID, body, Map.of(), "en").status()).isEqualTo(401);
        for (String role : List.of("agency", "digital", "hr", "employee", "service", "")) {
            var claims = Map.of("sub", "x1", "roles", "[bagalau:" + role + "]");
            assertThat(answer(route, ID, body, claims, "en").status()).isEqualTo(200);
        }
    }

    @Test
    void p35_aScoreStandsWithItsWorkingAndItsParagraph() {
        JsonNode exit =
                indicator(
                        preview(
                                """
                                {"exit.dismissed":24,"exit.interviewed":18,"exit.exempt":0,
                                "exit.negative":13}\
                                """,
                                "{}",
                                "{}",
                                AGENCY),
                        "pm.exit_interview");

        assertThat(exit.path("outcome").asText()).isEqualTo("SCORED");
        assertThat(exit.path("points").asText()).isEqualTo("2.25");
        assertThat(exit.path("maximum").asText()).isEqualTo("5");
        assertThat(exit.path("citations").toString()).isEqualTo("[\"¶35\"]");
        assertThat(exit.path("working").asText())
                .isEqualTo(
                        "5 × 18 / 24 = 3.75 − 1.5 (13 of 24 negative, more than half, ¶35) = 2.25");
    }

    @Test
    void p35_whoeverIsNotTheAgencyReadsTheEffectOnly() {
        JsonNode exit =
                indicator(
                        preview(
                                """
                                {"exit.dismissed":24,"exit.interviewed":18,"exit.exempt":0,
                                "exit.negative":13}\
                                """,
                                "{}",
                                "{}",
                                HR),
                        "pm.exit_interview");

        assertThat(exit.path("working").asText())
                .isEqualTo("5 × 18 / 24 = 3.75 − 1.5 (¶35: the penalty applies) = 2.25");
    }

    @Test
    void whatIsMissingIsNamed_andWhatAnAnalystEnteredSaysSo() {
        JsonNode told =
                preview(
                        "{\"career.promoted_within\":15}",
                        """
                        {"pm.gender":{"points":"4","basis":"a report"},
                        "it.unused_systems":{"points":3,"basis":"a list","document":"up-7"}}\
                        """,
                        "{}",
                        AGENCY);

        JsonNode career = indicator(told, "pm.career");
        assertThat(career.path("outcome").asText()).isEqualTo("INCOMPLETE");
        assertThat(career.path("points").isNull()).isTrue();
        assertThat(career.path("missing").toString()).isEqualTo("[\"career.promoted_total\"]");
        JsonNode gender = indicator(told, "pm.gender");
        assertThat(gender.path("outcome").asText()).isEqualTo("MANUAL");
        assertThat(gender.path("working").asText())
                .isEqualTo("4 (entered by the analyst: a report)");
        JsonNode pm = told.at("/directions/0");
        assertThat(pm.path("complete").asBoolean()).isFalse();
        assertThat(pm.path("points").asText()).isEqualTo("4");
        assertThat(pm.path("missing")).hasSize(16);
        assertThat(indicator(told, "it.smart_cities").path("outcome").asText())
                .isEqualTo("NOT_APPLICABLE");
        assertThat(told.at("/directions/1/points").asText()).isEqualTo("0");
    }

    @Test
    void decimalsAreStringsOrNumbers_unknownIsNull_andEveryShapeIsRead() {
        JsonNode told =
                preview(
                        """
                        {"hours.overtime_weekday":"9000.50","hours.overtime_weekend":1200.25,
                        "headcount.monthly":[150,150,150,150,150,150,150,150,150,150,150,150],
                        "hours.working_days":246,"strategy.content":"with_content",
                        "strategy.execution_percent":null,"information.pm":["1.5",2],
                        "survey.q1":[0,0,0,9],"survey.q2":[0,0,0,9],"survey.q3":[0,0,0,9],
                        "survey.q4":[0,0,0,9]}\
                        """,
                        "{}",
                        "{\"agreement_index\":\"minmax\"}",
                        AGENCY);

        assertThat(indicator(told, "pm.strategy").path("points").asText()).isEqualTo("2");
        assertThat(indicator(told, "pm.labour_norm").path("points").asText()).isEqualTo("8.666593");
        assertThat(
                        indicator(told, "pm.labour_norm")
                                .at("/alternatives/agreement_index")
                                .properties())
                .hasSize(2);
        assertThat(told.at("/directions/0/penalty").asText()).isEqualTo("3.5");
        assertThat(told.at("/settings/agreement_index/value").asText()).isEqualTo("minmax");
        assertThat(told.at("/settings/floor_zero/value").asText()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zero_denominator\":{\"pm.career\":{\"value\":\"max\",\"reason\":\"nobody\"}}}",
                "{\"zero_denominator\":{\"value\":\"max\",\"reason\":\"nobody\"}}"
            })
    void aZeroDenominatorIsDecidedWithAReason_forOneIndicatorOrAll(String settings) {
        String facts = "{\"career.promoted_within\":0,\"career.promoted_total\":0}";

        assertThat(
                        indicator(preview(facts, "{}", "{}", AGENCY), "pm.career")
                                .path("outcome")
                                .asText())
                .isEqualTo("NOT_CALCULABLE");
        JsonNode decided = preview(facts, "{}", settings, AGENCY);
        assertThat(indicator(decided, "pm.career").path("points").asText()).isEqualTo("10");
        assertThat(indicator(decided, "pm.career").path("working").asText())
                .isEqualTo("10; the denominator is zero; decided: nobody (¶50)");
        assertThat(decided.at("/settings/zero_denominator/decisions/pm.career/reason").asText())
                .isEqualTo("nobody");
    }

    @Test
    void aReadingIsChosenByItsNameAsTextNumberOrBoolean_withOrWithoutAReason() {
        JsonNode told =
                preview(
                        "{}",
                        "{}",
                        """
                        {"n_max":13,"floor_zero":false,
                        "it_cap_test":{"value":"after_info","reason":"a letter"}}\
                        """,
                        AGENCY);

        assertThat(told.at("/settings/n_max/value").asText()).isEqualTo("13");
        assertThat(told.at("/settings/floor_zero/value").asText()).isEqualTo("false");
        assertThat(told.at("/settings/it_cap_test/reason").asText()).isEqualTo("a letter");
        assertThat(indicator(told, "pm.labour_norm").path("maximum").asText()).isEqualTo("13");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var errors =
                errors(
                        request(
                                """
                                {"exit.dismissed":-24,"exit.interviewed":"18",
                                "headcount.monthly":[120,120],"competitions.held":4,
                                "competitions.observed":5,"survey.q99":[1,2,3,4],
                                "survey.q1":[1,2,3,-4],"it.employees":1.5,
                                "hours.overtime_weekday":"many","strategy.content":"perhaps",
                                "it.trained":null}\
                                """,
                                """
                                {"pm.gender":{"points":"6","basis":"x"},
                                "pm.career":{"points":"1","basis":"x"},"pm.none":{},
                                "pm.stability":{"points":"-1","basis":" "},
                                "pm.net_turnover":3,"it.automation":{"points":"x","more":1}}\
                                """,
                                """
                                {"n_max":"14","rounding":"up","it_cap_test":{"value":"never"},
                                "zero_denominator":{"pm.career":"max","pm.gender":"zero"}}\
                                """));

        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "/facts/exit.dismissed NEGATIVE",
                        "/facts/exit.interviewed FACT_TYPE",
                        "/facts/headcount.monthly FACT_LENGTH",
                        "/facts/competitions.observed GREATER_THAN",
                        "/facts/survey.q99 UNKNOWN_FACT",
                        "/facts/survey.q1/3 NEGATIVE",
                        "/facts/it.employees NOT_WHOLE",
                        "/facts/hours.overtime_weekday FACT_TYPE",
                        "/facts/strategy.content FACT_WORD",
                        "/facts/it.trained FACT_TYPE",
                        "/manual/pm.gender/points ABOVE_MAXIMUM",
                        "/manual/pm.career NOT_BY_HAND",
                        "/manual/pm.none UNKNOWN_INDICATOR",
                        "/manual/pm.stability/points NEGATIVE",
                        "/manual/pm.stability/basis REQUIRED",
                        "/manual/pm.net_turnover WRONG_TYPE",
                        "/manual/it.automation/points WRONG_TYPE",
                        "/manual/it.automation/basis REQUIRED",
                        "/manual/it.automation/more UNKNOWN_FIELD",
                        "/settings/n_max UNKNOWN_READING",
                        "/settings/rounding UNKNOWN_SETTING",
                        "/settings/it_cap_test UNKNOWN_READING",
                        "/settings/zero_denominator/pm.career/reason REASON_NEEDED",
                        "/settings/zero_denominator/pm.gender UNKNOWN_INDICATOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"2022-01-01\",\"to\":\"2022-12-31\"} | /period NOT_IN_FORCE",
                "{\"from\":\"2025-01-01\",\"to\":\"2024-12-31\"} | /period/to OUT_OF_RANGE",
                "{\"from\":\"2025-01-01\"} | /period/to REQUIRED",
                "{\"from\":\"yesterday\",\"to\":\"2025-12-31\"} | /period/from BAD_FORMAT",
                "\"2025\" | /period WRONG_TYPE"
            })
    void aPeriodIsTwoDaysOnWhichTheMethodologyIsInForce(String period, String error) {
        var errors =
                errors(
                        "{\"bodyKind\":\"OMO\",\"period\":%s,\"settings\":{\"rounding\":\"up\"}}"
                                .formatted(period));

        assertThat(errors).contains(error, "/settings/rounding UNKNOWN_SETTING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | NOT_AN_OBJECT",
                "{ | NOT_JSON",
                "{} | REQUIRED",
                "{\"bodyKind\":\"KGB\"} | NOT_ALLOWED",
                "{\"bodyKind\":\"OMO\",\"facts\":[]} | WRONG_TYPE",
                "{\"bodyKind\":\"OMO\",\"more\":1} | UNKNOWN_FIELD",
                "{\"facts\":{\"smart.roads\":7000}} | FACT_TOO_LARGE",
                "{\"facts\":{\"smart.roads\":1e-400}} | TOO_PRECISE",
                "{\"facts\":{\"smart.roads\":1e400}} | FACT_TOO_LARGE"
            })
    void aRequestThatIsNoneIsRefused(String body, String code) {
        assertThat(errors(body)).anySatisfy(error -> assertThat(error).endsWith(" " + code));
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasATextInEveryLanguage(Language language) {
        for (ScoringProblem problem : ScoringProblem.values()) {
            assertThat(Messages.text(problem, language, List.of("a", "b"))).isNotBlank();
        }
        for (FactMistake.Kind kind : FactMistake.Kind.values()) {
            assertThat(FactProblem.valueOf(kind.name())).isNotNull();
        }
    }

    private static final String PREVIEW = "POST /methodologies/{methodology}/preview";

    private static String request(String facts, String manual, String settings) {
        return """
        {"bodyKind":"OMO","period":{"from":"2025-01-01","to":"2025-12-31"},
        "facts":%s,"manual":%s,"settings":%s}\
        """
                .formatted(facts, manual, settings);
    }

    private JsonNode preview(
            String facts, String manual, String settings, Map<String, String> claims) {
        return ok(answer(PREVIEW, ID, request(facts, manual, settings), claims, "en"));
    }

    private List<String> errors(String body) {
        var answer = answer(PREVIEW, ID, body, AGENCY, "ru");
        assertThat(answer.status()).isEqualTo(400);
        return StreamSupport.stream(Json.read(answer.body()).path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText() + " " + error.path("code").asText())
                .toList();
    }

    private static JsonNode ok(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private static JsonNode indicator(JsonNode assessment, String id) {
        return byId(
                assessment.at(
                        id.startsWith("pm.")
                                ? "/directions/0/indicators"
                                : "/directions/1/indicators"),
                id);
    }

    private static JsonNode byId(JsonNode array, String id) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(entry -> entry.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private HttpAnswer answer(
            String route,
            @Nullable String methodology,
            @Nullable String body,
            Map<String, String> claims,
            String language) {
        Call call =
                Call.of(
                                route,
                                Call.to(
                                        sandbox.runtime("PreviewScore", Clock.systemUTC()),
                                        PreviewScore::new))
                        .by(claims)
                        .in(language)
                        .body(body);
        return (methodology == null ? call : call.path("methodology", methodology)).raw();
    }
}
