package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.operational.BodyKind;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.scoring.run.Run;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same inputs give the same manifest, byte for byte, whoever runs them and wherever.
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
        assertThat(manifest.at("/code/rules").asText()).matches("[0-9a-f]{64}");
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
