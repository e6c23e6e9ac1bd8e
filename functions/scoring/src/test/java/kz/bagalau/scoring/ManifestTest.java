package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.scoring.run.Run;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The same inputs give the same manifest, byte for byte, whoever runs them and wherever.
@Isolated("reads what the process prints")
class ManifestTest {

    @AutoClose private final RunStage stage = new RunStage();
    @TempDir private Path folder;

    /// The bodies, in the order of `numbers`.
    static void bodies(RunStage stage, List<Integer> numbers) {
        for (int number : numbers) {
            stage.complete(
                    "body-" + number, number % 3 == 0 ? BodyKind.ZHAO : BodyKind.OMO, number);
        }
    }

    @Test
    void theSameRunTwice_hasOneManifest() {
        bodies(stage, List.of(1, 2, 3));
        String first = stage.run(Run.Kind.PRELIMINARY);
        stage.later(Duration.ofDays(30));
        String second = stage.run(Run.Kind.PRELIMINARY);

        assertThat(stage.manifest(second)).isEqualTo(stage.manifest(first));
    }

    @Test
    void anotherProcessElsewhere_hasTheSameManifest() throws Exception {
        bodies(stage, List.of(1, 2, 3, 4, 5));
        String run = stage.run(Run.Kind.PRELIMINARY);

        assertThat(ofAnotherProcess()).isEqualTo(stage.manifest(run));
    }

    @Test
    void itNamesMethodologySettingsCodeInputsAndOutputs_andNoTimeNorHostNorRun() {
        bodies(stage, List.of(1, 2));
        String run = stage.run(Run.Kind.PRELIMINARY);

        String text = stage.manifest(run);
        JsonNode manifest = Json.read(text);
        assertThat(manifest.path("methodology").asText()).isEqualTo("operational-assessment-2023");
        assertThat(manifest.at("/settings/agreement_index/value").asText())
                .isEqualTo("mean_over_max");
        assertThat(manifest.path("code")).hasSize(1);
        assertThat(manifest.at("/code/0/modules/rules").asText()).matches("[0-9a-f]{64}");
        assertThat(bodies(manifest.at("/code/0"))).containsExactly("body-1", "body-2");
        assertThat(manifest.at("/code/0/rankings").asBoolean()).isTrue();
        assertThat(manifest.at("/bodies/body-1/input").asText()).matches("[0-9a-f]{64}");
        assertThat(manifest.at("/bodies/body-1/outputs/shown").asText()).matches("[0-9a-f]{64}");
        assertThat(text)
                .doesNotContain(run)
                .doesNotContainPattern(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT"))
                .doesNotContain(System.getProperty("user.name") + "\"")
                .doesNotContain(Checkout.root().toString());
    }

    @Test
    void theSettingsAndTheirReasonsAreInIt() {
        bodies(stage, List.of(1));
        String one = stage.run(Run.Kind.PRELIMINARY);
        var order = RunStage.order(2025, Run.Kind.PRELIMINARY);
        order.putObject("settings")
                .putObject("agreement_index")
                .put("value", "minmax")
                .put("reason", "Minutes of 12 January");
        String other = stage.post("/runs").body(order).send().text("id");
        stage.work();

        JsonNode manifest = Json.read(stage.manifest(other));
        assertThat(manifest.at("/settings/agreement_index/reason").asText())
                .isEqualTo("Minutes of 12 January");
        assertThat(manifest.at("/bodies/body-1/input"))
                .isEqualTo(Json.read(stage.manifest(one)).at("/bodies/body-1/input"));
        assertThat(manifest.at("/bodies/body-1/outputs/shown"))
                .isNotEqualTo(Json.read(stage.manifest(one)).at("/bodies/body-1/outputs/shown"));
    }

    /// Two of three bodies are scored, then other code is deployed, and once more before the
    /// finish.
    @Test
    void itTellsWhichCodeScoredWhichBody_andWhichMadeTheRankings() {
        bodies(stage, List.of(1, 2, 3));
        String run = deployedAmid("body-3");

        JsonNode code = Json.read(stage.manifest(run)).path("code");
        assertThat(code)
                .extracting(part -> part.at("/modules/rules").asText())
                .containsExactly("new", "newest", "old");
        assertThat(code)
                .extracting(ManifestTest::bodies)
                .containsExactly(List.of("body-3"), List.of(), List.of("body-1", "body-2"));
        assertThat(code)
                .extracting(part -> part.path("rankings").asBoolean())
                .containsExactly(false, true, false);
        assertThat(stage.manifest(deployedAmid("body-3"))).isEqualTo(stage.manifest(run));
        assertThat(stage.manifest(deployedAmid("body-1"))).isNotEqualTo(stage.manifest(run));
    }

    @Test
    void bodiesScoredByDifferentCode_areLogged() {
        bodies(stage, List.of(1, 2, 3));

        assertThat(logged(() -> stage.run(Run.Kind.PRELIMINARY)))
                .doesNotContain("run_of_several_codes");
        assertThat(logged(() -> deployedAmid("body-3"))).contains("run_of_several_codes");
    }

    private static String logged(Runnable work) {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /// A run in which this body is scored by other code than the rest.
    private String deployedAmid(String last) {
        stage.deploy(new TreeMap<>(Map.of("rules", "old")));
        String run = stage.start(Run.Kind.PRELIMINARY);
        var messages = stage.queues.of("ScoreBody");
        messages.sort(Comparator.comparing(message -> message.body().contains(last)));
        stage.deliver("ScoreBody", messages.removeFirst());
        stage.deliver("ScoreBody", messages.removeFirst());
        stage.deploy(new TreeMap<>(Map.of("rules", "new")));
        stage.deliver("ScoreBody", messages.removeFirst());
        stage.deploy(new TreeMap<>(Map.of("rules", "newest")));
        stage.work();
        return run;
    }

    private static List<String> bodies(JsonNode code) {
        return code.path("bodies").valueStream().map(JsonNode::asText).toList();
    }

    /// The run tells it; the conclusions are written before anybody may have a reason.
    @Test
    void aRelease_atTheStart_amidTheScoring_orAfterIt_changesNoConclusion() {
        bodies(stage, List.of(1, 2));
        String never = stage.run(Run.Kind.FINAL);
        var order = RunStage.order(2025, Run.Kind.FINAL);
        order.putObject("release").put("reason", "Order No. 1");
        String first = stage.post("/runs").body(order).send().text("id");
        stage.work();
        String amid = stage.start(Run.Kind.FINAL);
        stage.deliver("ScoreBody", stage.queues.of("ScoreBody").removeFirst());
        stage.release(amid, "Order No. 2");
        stage.release(amid, "Order No. 3");
        stage.work();

        assertThat(stage.find(never).state()).isEqualTo(Run.State.HELD);
        assertThat(stage.find(amid).release()).contains("Order No. 3");
        assertThat(List.of(stage.manifest(first), stage.manifest(amid)))
                .containsOnly(stage.manifest(never));
    }

    /// Another time zone, locale, character set and folder, and the facts in another order.
    private String ofAnotherProcess() throws IOException, InterruptedException {
        Path manifest = folder.resolve("manifest.json");
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.timezone=America/Anchorage",
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Dfile.encoding=ISO-8859-9",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                ManifestOfAnotherProcess.class.getName(),
                                manifest.toString())
                        .directory(new File(Checkout.root().toFile(), "events"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> read(log)).isZero();
        return Files.readString(manifest);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
