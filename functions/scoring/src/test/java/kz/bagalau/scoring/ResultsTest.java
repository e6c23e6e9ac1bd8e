package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.SampleFacts;
import kz.bagalau.scoring.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who reads what of a run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsTest {

    /// Counts that are the Agency's only, and found nowhere by chance.
    private static final List<String> MARKERS = List.of("700001", "600001");

    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    private final RunStage stage = new RunStage();
    private String run = "";
    private String unfinished = "";

    @BeforeAll
    void aRunOverThreeBodies_andOneUnderWay() {
        stage.body("min-a", BodyKind.OMO, null);
        Map<String, FactValue> facts = new TreeMap<>(SampleFacts.of(1).facts());
        facts.put("exit.dismissed", amount("900000"));
        facts.put("exit.exempt", amount("0"));
        facts.put("exit.interviewed", amount("800000"));
        facts.put("exit.negative", amount(MARKERS.get(0)));
        facts.put("exit.negative_majority", amount(MARKERS.get(1)));
        facts.put("exit.paper", amount("0"));
        stage.publish("min-a", facts);
        stage.complete("min-b", BodyKind.OMO, 2);
        stage.complete("akimat", BodyKind.ZHAO, 4);
        stage.poison("min-b");
        run = stage.run(Run.Kind.PRELIMINARY);
        stage.cure("min-b");
        unfinished = stage.start(Run.Kind.FINAL);
    }

    @AfterAll
    void end() {
        stage.close();
    }

    // ----------------------------------------------------------------------------------------
    // access

    @ParameterizedTest
    @CsvSource({
        // route,                               agency, digital, own hr, other hr, employee
        "/runs,                                 200, 200, 200, 200, 403",
        "/runs/{run},                           200, 200, 200, 200, 403",
        "/runs/{run}/scores,                    200, 200, 403, 403, 403",
        "/runs/{run}/scores/{body},             200, 200, 200, 403, 403",
        "/runs/{run}/manifest,                  200, 403, 403, 403, 403",
        "/runs/{run}/conclusions/{file},        200, 200, 200, 403, 403",
    })
    void ofAPublishedRun(String route, int agency, int digital, int own, int other, int employee) {
        assertThat(statuses(route, run))
                .containsExactly(agency, digital, own, other, employee, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/runs/{run},                           200, 200, 404, 404, 403",
        "/runs/{run}/scores,                    200, 200, 403, 403, 403",
        "/runs/{run}/scores/{body},             404, 404, 404, 403, 403", // not yet scored
        "/runs/{run}/manifest,                  404, 403, 403, 403, 403",
        "/runs/{run}/conclusions/{file},        404, 404, 404, 403, 403",
    })
    void ofARunUnderWay(String route, int agency, int digital, int own, int other, int employee) {
        assertThat(statuses(route, unfinished))
                .containsExactly(agency, digital, own, other, employee, 401);
    }

    @Test
    void aPersonnelServiceIsListedThePublishedRunsOnly() {
        assertThat(ids(RunStage.hr("min-a"))).containsExactly(run);
        assertThat(ids(RunStage.AGENCY)).containsExactlyInAnyOrder(run, unfinished);
        assertThat(ids(RunStage.DIGITAL)).containsExactlyInAnyOrder(run, unfinished);
    }

    @Test
    void aPersonnelServiceIsNotToldWhoFailed() {
        JsonNode shown = get("/runs/{run}", run, "min-a", RunStage.hr("min-a"), "en").body();

        assertThat(shown.has("failedBodies")).isFalse();
        assertThat(shown.has("incomplete")).isFalse();
        JsonNode whole = get("/runs/{run}", run, "min-a", RunStage.AGENCY, "en").body();
        assertThat(whole.at("/failedBodies/0/body").asText()).isEqualTo("min-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "2025-final-0", "RUN1"})
    void anUnknownRunIsNotFound(String unknown) {
        assertThat(
                        get("/runs/{run}/scores/{body}", unknown, "min-a", RunStage.AGENCY, "en")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aBodyOutsideTheRunIsNotFound() {
        assertThat(get("/runs/{run}/scores/{body}", run, "min-x", RunStage.AGENCY, "en").status())
                .isEqualTo(404);
    }

    // ------------------------------------------------------------------------------ what is
    // answered

    @Test
    void aScoreIsTheOneOfThePreview_withTheFactsBehindIt() {
        JsonNode score =
                get("/runs/{run}/scores/{body}", run, "akimat", RunStage.AGENCY, "en").body();

        assertThat(score.at("/body/kind").asText()).isEqualTo("ZHAO");
        assertThat(score.path("directions"))
                .extracting(direction -> direction.path("id").asText())
                .containsExactly("pm", "it");
        JsonNode exit = indicator(score, "pm.exit_interview");
        assertThat(exit.path("outcome").asText()).isEqualTo("SCORED");
        for (JsonNode fact : exit.path("facts")) {
            if (score.path("facts").has(fact.asText())) {
                assertThat(score.path("facts").path(fact.asText()).has("source")).isTrue();
            }
        }
        assertThat(score.at("/facts/hours.working_days/value").asInt()).isEqualTo(246);
        assertThat(score.at("/facts/exit.dismissed/origin").asText()).isEqualTo("exit-interviews");
    }

    @Test
    void laterFactsChangeNothing() {
        JsonNode before =
                get("/runs/{run}/scores/{body}", run, "akimat", RunStage.AGENCY, "en").body();
        stage.complete("akimat", BodyKind.ZHAO, 12);

        assertThat(get("/runs/{run}/scores/{body}", run, "akimat", RunStage.AGENCY, "en").body())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "kk, барлық әрекеті",
        "ru, Все попытки",
        "en, Every attempt",
    })
    void aBodyThatFailed_saysSoInTheReadersLanguage(String language, String words) {
        JsonNode score =
                get("/runs/{run}/scores/{body}", run, "min-b", RunStage.hr("min-b"), language)
                        .body();

        assertThat(score.path("failed").asText()).contains(words);
        assertThat(score.path("directions")).isEmpty();
    }

    @Test
    void whoIsIncompleteStandsBesideTheRankingWithWhatIsMissing() {
        JsonNode pm = get("/runs/{run}/scores", run, "", RunStage.DIGITAL, "en").body();

        JsonNode ranking = pm.path("rankings").get(0);
        assertThat(ranking.path("direction").asText()).isEqualTo("pm");
        assertThat(ranking.path("kind").asText()).isEqualTo("OMO");
        assertThat(ranking.at("/incomplete/0/body").asText()).isEqualTo("min-a");
        assertThat(ranking.at("/incomplete/0/missing"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("pm.net_turnover", "pm.stability", "pm.gender");
        assertThat(ranking.at("/failed/0/body").asText()).isEqualTo("min-b");
    }

    @Test
    void aManifestIsToldAsItWasWritten() {
        var raw = stage.get("/runs/{run}/manifest").path("run", run).by(RunStage.AGENCY).raw();

        assertThat(raw.body()).isEqualTo(stage.manifest(run));
    }

    // -------------------------------------------------------------------------------
    // confidentiality

    @Test
    void theAgencyReadsWhatIsItsOnly() {
        assertThat(told(RunStage.AGENCY)).anyMatch(text -> text.contains(MARKERS.get(0)));
    }

    /// Everything that anybody but the Agency can read of the run, in every language.
    @Test
    void nobodyElseReadsIt_norADigestOverIt() {
        List<String> secrets = new ArrayList<>(MARKERS);
        MARKERS.forEach(marker -> secrets.add(marker.replaceFirst("(\\d{3})$", " $1")));
        JsonNode manifest = Json.read(stage.manifest(run));
        secrets.add(manifest.at("/bodies/min-a/input").asText());
        manifest.at("/bodies/min-a/outputs").forEach(digest -> secrets.add(digest.asText()));
        manifest.at("/code/0/modules").forEach(digest -> secrets.add(digest.asText()));

        List<String> told = new ArrayList<>();
        for (var caller : List.of(RunStage.DIGITAL, RunStage.hr("min-a"), RunStage.hr("akimat"))) {
            told.addAll(told(caller));
        }

        for (String language : LANGUAGES) {
            var workbook = conclusion("min-a.xlsx", language, RunStage.hr("min-a"));
            told.add(assertDoesNotThrow(() -> unzipped(workbook)));
        }

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(told)
                .allSatisfy(text ->
                        assertThat(text)
                                .doesNotContain(secrets)
                                .doesNotContain("\"exit.negative\"")
                                .doesNotContain("\"exit.negative_majority\""));
        assertThat(told).anyMatch(text -> text.contains("900000"));
    }

    @Test
    void theBodysWorkingTellsTheEffectOnly() {
        JsonNode score =
                get("/runs/{run}/scores/{body}", run, "min-a", RunStage.hr("min-a"), "en").body();

        assertThat(indicator(score, "pm.exit_interview").path("working").asText())
                .contains("¶35: the penalty applies");
    }

    private HttpAnswer conclusion(String file, String language, Map<String, String> caller) {
        return stage.get("/runs/{run}/conclusions/{file}")
                .by(caller)
                .path("run", run)
                .path("file", file)
                .query("lang", language)
                .raw();
    }

    /// The text of every part of a workbook.
    private static String unzipped(HttpAnswer response) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] file = Base64.getDecoder().decode(response.body());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /// The texts of all answers of 200 that the caller gets.
    private List<String> told(Map<String, String> caller) {
        List<String> told = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (String route :
                    List.of("/runs", "/runs/{run}", "/runs/{run}/scores", "/runs/{run}/manifest")) {
                tell(told, get(route, run, "", caller, language));
            }
            for (String body : List.of("min-a", "min-b", "akimat")) {
                tell(told, get("/runs/{run}/scores/{body}", run, body, caller, language));
            }
        }
        return told;
    }

    private static void tell(List<String> told, Answer answer) {
        if (answer.status() == 200) {
            told.add(answer.body().toString());
        }
    }

    private List<Integer> statuses(String route, String id) {
        Map<String, String> nobody = Map.of();
        Map<String, String> employee =
                Map.of("sub", "e1", "roles", "[bagalau:employee]", "body", "min-a");
        return Stream.of(
                        RunStage.AGENCY,
                        RunStage.DIGITAL,
                        RunStage.hr("min-a"),
                        RunStage.hr("akimat"),
                        employee,
                        nobody)
                .map(caller -> get(route, id, "min-a", caller, "en").status())
                .toList();
    }

    private List<String> ids(Map<String, String> caller) {
        return get("/runs", "", "", caller, "en")
                .body()
                .path("runs")
                .valueStream()
                .map(one -> one.path("id").asText())
                .toList();
    }

    private Answer get(
            String route, String id, String body, Map<String, String> caller, String language) {
        Map<String, String> values =
                new HashMap<>(Map.of("run", id, "body", body, "file", body + ".xlsx"));
        var request = stage.get(route).by(caller).header("accept-language", language);
        values.forEach((name, value) -> {
            if (route.contains("{" + name + "}")) {
                request.path(name, value);
            }
        });
        var response = request.raw();
        return new Answer(
                response.status(),
                response.base64()
                        ? Json.object().put("file", response.body())
                        : Json.read(response.body()));
    }

    private static JsonNode indicator(JsonNode score, String id) {
        return score.path("directions")
                .valueStream()
                .flatMap(direction -> direction.path("indicators").valueStream())
                .filter(indicator -> indicator.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static FactValue amount(String amount) {
        return new FactValue.Amount(new BigDecimal(amount));
    }
}
