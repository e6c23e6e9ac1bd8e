package kz.bagalau.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash;
import kz.bagalau.facts.Fact;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.Run;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every body of a run is settled exactly once, whatever is delivered twice, lost, or dies on the
/// way.
class RunsTest {

    private static final Duration STILL = Duration.ofMinutes(5);
    private static final Set<String> ASSESSED = Set.of("akimat", "min-a", "min-b", "min-c");

    @AutoClose private final RunStage stage = new RunStage().withoutConclusions();

    @BeforeEach
    void fourBodiesThatAreAssessedAndTwoThatAreNot() {
        stage.complete("min-a", BodyKind.OMO, 1);
        stage.complete("min-b", BodyKind.OMO, 2);
        stage.complete("min-c", BodyKind.OMO, 3);
        stage.complete("akimat", BodyKind.ZHAO, 4);
        stage.body("min-a-committee", BodyKind.OMO, "min-a");
        stage.body("archive", BodyKind.OTHER, null);
    }

    @Test
    void everyBodyIsScored_andTheRunPublished() {
        String run = stage.start(Run.Kind.PRELIMINARY);
        assertThat(stage.show(run).text("state")).isEqualTo("SCORING");
        assertThat(stage.show(run).body().path("waiting").asInt()).isEqualTo(4);

        stage.work();

        assertThat(settled(run)).isEqualTo(ASSESSED);
        JsonNode shown = stage.show(run).body();
        assertThat(shown.path("state").asText()).isEqualTo("DONE");
        assertThat(shown.path("scored").asInt()).isEqualTo(4);
        assertThat(shown.path("waiting").asInt()).isZero();
        assertThat(shown.path("methodology").asText()).isEqualTo("operational-assessment-2023");
        assertThat(Json.read(stage.manifest(run)).path("bodies").properties())
                .extracting(entry -> entry.getKey())
                .containsExactly("akimat", "min-a", "min-b", "min-c");
    }

    /// A manifest that is not there yet is hidden from `FinishRun`, which may not list the bucket.
    @Test
    void aRunWithItsDocumentsInTheBucket_isPublished_andItsManifestRead() {
        try (RunStage other = new RunStage().withoutConclusions().inTheBucket()) {
            other.complete("min-a", BodyKind.OMO, 1);
            String run = other.start(Run.Kind.PRELIMINARY);
            other.deliver("ScoreBody", other.queues.of("ScoreBody").removeFirst());

            var finished = other.deliver("FinishRun", other.queues.of("FinishRun").removeFirst());

            assertThat(finished).isEmpty();
            assertThat(other.find(run).state()).isEqualTo(Run.State.DONE);
            Answer manifest = other.get("/runs/{run}/manifest").path("run", run).send();
            assertThat(manifest.body().at("/bodies/min-a/state").asText()).isEqualTo("SCORED");
        }
    }

    @Test
    void theListIsTheOneOfTheStart() {
        String run = stage.start(Run.Kind.PRELIMINARY);
        stage.complete("min-late", BodyKind.OMO, 9);

        stage.work();

        assertThat(settled(run)).isEqualTo(ASSESSED);
    }

    @Test
    void whateverIsDeliveredTwice_isDoneOnce() {
        String once = stage.run(Run.Kind.PRELIMINARY);
        String often = stage.start(Run.Kind.PRELIMINARY);

        stage.work(new Random(7), 4);

        assertThat(stage.find(often).progress().scored()).isEqualTo(4);
        assertThat(stage.manifest(often)).isEqualTo(stage.manifest(once));
        assertThat(items(often, "shown#")).isEqualTo(4);
    }

    /// Any order and multiplicity of deliveries gives the same manifest.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderGivesTheSameManifest(int seed) {
        String once = stage.run(Run.Kind.PRELIMINARY);
        String mixed = stage.start(Run.Kind.PRELIMINARY);

        stage.work(new Random(seed), 1 + seed % 4);

        assertThat(stage.manifest(mixed)).isEqualTo(stage.manifest(once));
    }

    /// Everything that a conclusion prints is in its number, and nothing else.
    @Test
    void oneNumber_isPrintedOnOneConclusionOnly() {
        stage.body("new-a", "New", BodyKind.OMO, null);
        stage.body("new-b", "New", BodyKind.OMO, null);
        String first = stage.run(Run.Kind.PRELIMINARY);
        String again = stage.run(Run.Kind.PRELIMINARY);
        String because = reading("Minutes of 12 January");
        String corrected = reading("Minutes of 13 January");
        stage.body("new-a", "Renamed", BodyKind.OMO, null);
        String renamed = stage.run(Run.Kind.PRELIMINARY);

        assertThat(number(again, "new-a")).isEqualTo(number(first, "new-a"));
        assertThat(number(renamed, "new-b")).isEqualTo(number(first, "new-b"));
        assertThat(
                        List.of(
                                number(first, "new-a"),
                                number(first, "new-b"),
                                number(because, "new-a"),
                                number(corrected, "new-a"),
                                number(renamed, "new-a"),
                                number(stage.run(Run.Kind.FINAL), "new-a")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherFactIsAnotherManifest() {
        String before = stage.run(Run.Kind.PRELIMINARY);
        stage.complete("min-b", BodyKind.OMO, 5);
        String after = stage.run(Run.Kind.PRELIMINARY);

        JsonNode one = Json.read(stage.manifest(before)).path("bodies");
        JsonNode other = Json.read(stage.manifest(after)).path("bodies");
        assertThat(other.path("min-a")).isEqualTo(one.path("min-a"));
        assertThat(other.path("min-b")).isNotEqualTo(one.path("min-b"));
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatDiesAtAnyRequest_leavesNothingHalfDone(Crash.Moment moment) {
        int number = 1;
        boolean lived = false;
        while (!lived) {
            String run = stage.start(Run.Kind.PRELIMINARY);
            var first = stage.queues.of("ScoreBody").getFirst();

            lived = stage.deliverDying("ScoreBody", first, number++, moment);
            stage.work();

            assertThat(settled(run)).isEqualTo(ASSESSED);
            assertThat(stage.find(run).progress().scored()).isEqualTo(4);
            assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
        }
        assertThat(number).isGreaterThan(6);
    }

    /// An analyst corrects a fact after the worker died, and before its message comes again.
    @ParameterizedTest
    @EnumSource
    void aFactThatChangesAfterAWorkerDied_isScored_andItsConclusionIsTheOneRead(
            Crash.Moment moment) {
        int number = 1;
        boolean lived = false;
        while (!lived) {
            stage.complete("min-b", BodyKind.OMO, 2);
            String run = stage.start(Run.Kind.PRELIMINARY);
            var message =
                    stage.queues.of("ScoreBody").stream()
                            .filter(one -> one.body().contains("min-b"))
                            .findFirst()
                            .orElseThrow();

            lived = stage.deliverDying("ScoreBody", message, number++, moment);
            stage.complete("min-b", BodyKind.OMO, 5);
            stage.work();

            assertThat(stage.find(run).progress().failed()).isZero();
            String printed = number(run, "min-b");
            var file = stage.get("/runs/{run}/conclusions/{file}").path("run", run);
            assertThat(Base64.getDecoder().decode(file.path("file", "min-b.pdf").raw().body()))
                    .asString()
                    .contains(printed);
        }
        assertThat(number).isGreaterThan(6);
    }

    /// The last body: whoever dies after settling it has not yet asked for the finish.
    @ParameterizedTest
    @EnumSource
    void theLastWorkerThatDiesAtAnyRequest_stillLeadsToTheFinish(Crash.Moment moment) {
        int number = 1;
        boolean lived = false;
        while (!lived) {
            String run = stage.start(Run.Kind.PRELIMINARY);
            var bodies = stage.queues.of("ScoreBody");
            var last = bodies.removeFirst();
            stage.work();
            assertThat(stage.find(run).state()).isEqualTo(Run.State.SCORING);

            lived = stage.deliverDying("ScoreBody", last, number++, moment);
            if (!lived) {
                bodies.add(last); // it was not acknowledged
            }
            stage.work();

            assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFinishThatDiesAtAnyRequest_isDoneByTheNext(Crash.Moment moment) {
        String former = stage.run(Run.Kind.PRELIMINARY);
        int number = 1;
        boolean lived = false;
        while (!lived) {
            stage.later(Duration.ofMinutes(1));
            String run = stage.start(Run.Kind.PRELIMINARY);
            while (!stage.queues.of("ScoreBody").isEmpty()) {
                stage.deliver("ScoreBody", stage.queues.of("ScoreBody").removeFirst());
            }
            var finish = stage.queues.of("FinishRun").removeFirst();

            lived = stage.deliverDying("FinishRun", finish, number++, moment);
            stage.deliver("FinishRun", finish);

            assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
            assertThat(stage.find(run).supersededBy()).isEmpty();
            assertThat(stage.find(former).supersededBy()).contains(run);
            former = run;
        }
        assertThat(number).isGreaterThan(5);
    }

    /// As the last two workers both see that nothing is left.
    @Test
    void twoFinishesAtOnce_publishTheRunOnce() {
        String former = stage.run(Run.Kind.PRELIMINARY);
        stage.later(Duration.ofMinutes(1));
        String run = stage.start(Run.Kind.PRELIMINARY);
        while (!stage.queues.of("ScoreBody").isEmpty()) {
            stage.deliver("ScoreBody", stage.queues.of("ScoreBody").removeFirst());
        }
        var finish = stage.queues.of("FinishRun").removeFirst();
        stage.documents.meanwhile(() -> stage.deliver("FinishRun", finish));

        var second = stage.deliver("FinishRun", finish);

        assertThat(second).isEmpty();
        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
        assertThat(stage.find(run).supersededBy()).isEmpty();
        assertThat(stage.find(former).supersededBy()).contains(run);
    }

    @ParameterizedTest
    @EnumSource
    void aStartThatDiesAtAnyRequest_isGoneOnWith(Crash.Moment moment) {
        int number = 1;
        boolean lived = false;
        while (!lived) {
            int before = all();
            var request =
                    stage.post("/runs")
                            .header("idempotency-key", moment + "-" + number)
                            .body(RunStage.order(2025, Run.Kind.PRELIMINARY));

            lived = stage.crash.at(number++, moment, request::send).isPresent();
            stage.later(STILL);
            stage.sweep();
            Answer again = request.send();
            stage.work();

            assertThat(again.status()).isEqualTo(202);
            assertThat(all()).as("one run of one request").isEqualTo(before + 1);
            assertThat(stage.find(again.text("id")).state()).isEqualTo(Run.State.DONE);
        }
        assertThat(number).isGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource
    void aYearlyStartThatDiesAtAnyRequest_isGoneOnWith(Crash.Moment moment) {
        for (int number = 1; number < 12; number++) {
            try (RunStage other = new RunStage().withoutConclusions()) {
                other.complete("min-a", BodyKind.OMO, 1);
                other.at(Instant.parse("2026-01-04T22:00:00Z")); // Monday 5 January, 03:00
                other.crash.at(
                        number,
                        moment,
                        () -> {
                            other.schedule("YearlyRun");
                            return true;
                        });
                other.later(STILL);
                other.sweep();
                other.work();

                assertThat(other.find("2025-preliminary-yearly").state()).isEqualTo(Run.State.DONE);
            }
        }
    }

    @Test
    void theYearlyTriggerSentTwice_makesOneRun() {
        stage.at(Instant.parse("2026-01-04T22:00:00Z")); // Monday 5 January, 03:00 in Almaty

        stage.schedule("YearlyRun");
        stage.schedule("YearlyRun");
        stage.work();

        assertThat(all()).isOne();
        Run run = stage.find("2025-preliminary-yearly");
        assertThat(run.year()).isEqualTo(2025);
        assertThat(run.kind()).isEqualTo(Run.Kind.PRELIMINARY);
        assertThat(run.progress().scored()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-04T21:55:00Z, 0", // Monday 5 January, 02:55 in Almaty
        "2026-01-04T22:00:00Z, 1",
        "2026-01-11T21:59:00Z, 1",
        "2026-01-11T22:00:00Z, 0",
        "2026-06-01T00:00:00Z, 0",
    })
    void aYearlyTriggerThatWasLost_isMadeUpWithinAWeek(Instant now, int runs) {
        stage.at(now);

        stage.sweep();

        assertThat(all()).isEqualTo(runs);
    }

    @Test
    void messagesThatWereLost_areSentAgainForTheBodiesStillWaitedFor() {
        String run = stage.start(Run.Kind.PRELIMINARY);
        stage.deliver("ScoreBody", stage.queues.of("ScoreBody").getFirst());
        stage.queues.lose();

        stage.sweep();
        assertThat(stage.queues.empty()).as("it moved a moment ago").isTrue();
        stage.later(STILL);
        stage.sweep();

        assertThat(stage.queues.of("ScoreBody")).hasSize(3);
        stage.work();
        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aStartThatDiedAmongItsMessages_goesOnWithTheBodiesStillWaitedFor() {
        for (int number = 5; number <= 14; number++) {
            stage.complete("more-" + number, BodyKind.OMO, number);
        }
        var waiting = stage.queues.of("ScoreBody");
        for (int number = 1; waiting.size() != 10; number++) {
            stage.queues.lose();
            stage.crash.at(number, Crash.Moment.AFTER, () -> stage.start(Run.Kind.PRELIMINARY));
        }
        String run = Json.read(waiting.getFirst().body()).path("run").asText();
        while (!waiting.isEmpty()) {
            stage.deliver("ScoreBody", waiting.removeFirst());
        }
        assertThat(stage.find(run).state()).isEqualTo(Run.State.STARTING);

        stage.later(STILL);
        stage.sweep();

        assertThat(waiting).filteredOn(message -> message.body().contains(run)).hasSize(4);
        stage.work();
        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aFinishThatWasLost_isAskedForAgain() {
        String run = stage.start(Run.Kind.PRELIMINARY);
        while (!stage.queues.of("ScoreBody").isEmpty()) {
            stage.deliver("ScoreBody", stage.queues.of("ScoreBody").removeFirst());
        }
        stage.queues.lose();

        stage.later(STILL);
        stage.sweep();
        stage.work();

        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aBodyThatAlwaysFails_isNamed_whileTheRestFinish() {
        stage.poison("min-b");

        String run = stage.run(Run.Kind.PRELIMINARY);

        JsonNode shown = stage.show(run).body();
        assertThat(shown.path("state").asText()).isEqualTo("DONE");
        assertThat(shown.path("scored").asInt()).isEqualTo(3);
        assertThat(shown.path("failed").asInt()).isOne();
        assertThat(shown.at("/failedBodies/0/body").asText()).isEqualTo("min-b");
        assertThat(shown.at("/failedBodies/0/reason").asText())
                .isEqualTo(
                        "Every attempt to compute the score ended in an error; the engineers see"
                                + " the cause in the log.");
        assertThat(Json.read(stage.manifest(run)).at("/bodies/min-b/state").asText())
                .isEqualTo("FAILED");
    }

    @ParameterizedTest
    @EnumSource
    void aLetterWhoseReaderDiesAtAnyRequest_isReadByTheNext(Crash.Moment moment) {
        stage.poison("min-b");
        int number = 1;
        boolean lived = false;
        while (!lived) {
            String run = stage.start(Run.Kind.PRELIMINARY);
            while (stage.queues.of("FailBody").isEmpty()) {
                var message = stage.queues.of("ScoreBody").removeFirst();
                if (!stage.deliver("ScoreBody", message).isEmpty()) {
                    stage.comesAgain("ScoreBody", message);
                }
            }
            var letter = stage.queues.of("FailBody").removeFirst();

            lived = stage.deliverDying("FailBody", letter, number++, moment);
            if (!lived) {
                stage.queues.of("FailBody").add(letter);
            }
            stage.work();

            assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
            assertThat(stage.find(run).progress().failed()).isOne();
        }
        assertThat(number).isGreaterThan(4);
    }

    /// Whoever kills the host kills it again and again, and always at the same body.
    @ParameterizedTest
    @EnumSource
    void aBodyWhoseWorkerDiesSixtyTimes_isScoredInTheEnd(Crash.Moment moment) {
        String run = stage.start(Run.Kind.PRELIMINARY);
        Random random = new Random(5);
        for (int death = 1; death <= 60; death++) {
            var message = stage.queues.of("ScoreBody").removeFirst();

            stage.deliverDying("ScoreBody", message, 1 + random.nextInt(4), moment);

            stage.comesAgain("ScoreBody", message);
            assertThat(stage.queues.of("FailBody")).isEmpty();
        }
        stage.work();

        assertThat(settled(run)).isEqualTo(ASSESSED);
        assertThat(stage.find(run).progress().failed()).isZero();
        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
    }

    /// DynamoDB, and with it the bucket, away for twenty minutes: four deliveries of each message,
    /// of which the first reach further and further.
    @ParameterizedTest
    @ValueSource(strings = {"ScoreBody", "FailBody"})
    void aStoreThatIsAwayFor20Minutes_failsNobody(String function) {
        String run = stage.start(Run.Kind.PRELIMINARY);
        if (function.equals("FailBody")) {
            stage.queues.of("FailBody").addAll(stage.queues.of("ScoreBody"));
            stage.queues.of("ScoreBody").clear();
        }
        for (int first = 1; first <= 16; first++) {
            var message = stage.queues.of(function).removeFirst();

            var response = stage.away.from(1 + first % 9, () -> stage.deliver(function, message));

            if (!response.isEmpty()) {
                stage.comesAgain(function, message);
            } else if (stage.queues.of(function).isEmpty()) {
                break;
            }
        }
        stage.work();

        assertThat(settled(run)).isEqualTo(ASSESSED);
        assertThat(stage.find(run).progress().failed()).isZero();
        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
    }

    /// The facts were mended between the last attempt of `ScoreBody` and the letter.
    @Test
    void aBodyThatWasGivenUp_isTriedOnceMore_beforeItIsFailed() {
        stage.poison("min-b");
        String run = stage.start(Run.Kind.PRELIMINARY);
        while (stage.queues.of("FailBody").isEmpty()) {
            var message = stage.queues.of("ScoreBody").removeFirst();
            if (!stage.deliver("ScoreBody", message).isEmpty()) {
                stage.comesAgain("ScoreBody", message);
            }
        }
        stage.cure("min-b");

        stage.work();

        assertThat(settled(run)).isEqualTo(ASSESSED);
        assertThat(stage.find(run).progress().failed()).isZero();
    }

    /// Three errors among many deliveries that an outage ended are three.
    @Test
    void outagesBetweenTwoErrors_areNoAttempts() {
        stage.poison("min-b");
        String run = stage.start(Run.Kind.PRELIMINARY);
        var message =
                stage.queues.of("ScoreBody").stream()
                        .filter(one -> one.body().contains("min-b"))
                        .findFirst()
                        .orElseThrow();
        for (int error = 1; error <= 3; error++) {
            for (int i = 1; i <= 3; i++) {
                int first = i;
                stage.away.from(first, () -> stage.deliver("ScoreBody", message));
            }
            assertThat(stage.queues.of("FailBody")).isEmpty();
            stage.deliver("ScoreBody", message);
        }

        assertThat(stage.queues.of("FailBody")).hasSize(1);
        assertThat(stage.find(run).progress().failed()).isZero();
    }

    @Test
    void aBodyThatFailedAndComesLate_staysFailed() {
        stage.poison("min-b");
        String run = stage.start(Run.Kind.PRELIMINARY);
        var message =
                stage.queues.of("ScoreBody").stream()
                        .filter(one -> one.body().contains("min-b"))
                        .findFirst()
                        .orElseThrow();
        stage.work();
        String manifest = stage.manifest(run);
        stage.cure("min-b");

        stage.deliver("ScoreBody", message);
        stage.work();

        assertThat(stage.find(run).progress().failed()).isOne();
        assertThat(stage.manifest(run)).isEqualTo(manifest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'run':'none','body':'min-a'}",
                "{'run':'','body':''}",
                "{'other':1}",
                "[]",
                "{'run':",
                "no JSON"
            })
    void aMessageOfNoRun_isPutAside_andStopsNobody(String body) {
        var message = new MemoryQueues.Message("x", body.replace('\'', '"'), 3);

        for (String function : List.of("ScoreBody", "FailBody", "FinishRun")) {
            assertThat(stage.deliver(function, message)).isEmpty();
        }
    }

    /// The finish before died, and the code was deployed anew since.
    @Test
    void aManifestThatStandsThere_isTheRunsOwn() {
        String run = stage.start(Run.Kind.PRELIMINARY);
        stage.documents.put(
                FinishRun.manifest(run), "{\"code\":{}}".getBytes(UTF_8), FinishRun.MANIFEST_TYPE);
        stage.work();

        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
        assertThat(stage.manifest(run)).isEqualTo("{\"code\":{}}");
    }

    @Test
    void twoRunsAtOnce_areBothWhole_andTheLaterIsTheValidOne() {
        String early = stage.start(Run.Kind.PRELIMINARY);
        stage.later(Duration.ofSeconds(1));
        String late = stage.start(Run.Kind.PRELIMINARY);

        stage.work(new Random(3), 2);

        assertThat(settled(early)).isEqualTo(ASSESSED);
        assertThat(settled(late)).isEqualTo(ASSESSED);
        assertThat(stage.manifest(early)).isEqualTo(stage.manifest(late));
        assertThat(stage.find(early).supersededBy()).contains(late);
        assertThat(stage.find(late).supersededBy()).isEmpty();
    }

    @Test
    void aRunThatFinishesAfterALaterOne_isOutOfDateAtOnce() {
        String early = stage.start(Run.Kind.PRELIMINARY);
        var its = List.copyOf(stage.queues.of("ScoreBody"));
        stage.queues.lose();
        stage.later(Duration.ofSeconds(1));
        String late = stage.run(Run.Kind.PRELIMINARY);

        stage.queues.of("ScoreBody").addAll(its);
        stage.work();

        assertThat(stage.find(early).supersededBy()).contains(late);
        assertThat(stage.find(late).supersededBy()).isEmpty();
    }

    @Test
    void aFinalRunSupersedesNoPreliminaryOne() {
        String preliminary = stage.run(Run.Kind.PRELIMINARY);
        ObjectNode order = RunStage.order(2025, Run.Kind.FINAL);
        order.putObject("release").put("reason", "Order of 20 January");
        stage.later(Duration.ofSeconds(1));
        stage.post("/runs").body(order).send();
        stage.work();

        assertThat(stage.find(preliminary).supersededBy()).isEmpty();
    }

    @Test
    void whatIsPublishedIsNotOverwritten() {
        String former = stage.run(Run.Kind.PRELIMINARY);
        var frozen = stage.resultsOf(former);
        String manifest = stage.manifest(former);
        stage.complete("min-b", BodyKind.OMO, 6);

        stage.later(Duration.ofSeconds(1));
        String next = stage.run(Run.Kind.PRELIMINARY);

        assertThat(stage.resultsOf(former)).isEqualTo(frozen);
        assertThat(stage.manifest(former)).isEqualTo(manifest);
        assertThat(stage.find(former).supersededBy()).contains(next);
    }

    @Test
    void aFinalRunWithIncompleteBodies_isHeldUntilItIsReleasedWithAReason() {
        // Nobody has entered the points by hand.
        String run = stage.run(Run.Kind.FINAL);
        assertThat(stage.show(run).text("state")).isEqualTo("HELD");
        assertThat(stage.show(run).body().path("incomplete").asInt()).isEqualTo(4);

        stage.later(STILL);
        stage.sweep();
        stage.work();
        assertThat(stage.show(run).text("state")).isEqualTo("HELD");

        assertThat(stage.release(run, "").status()).isEqualTo(400);
        assertThat(stage.release(run, "Order No. 5").status()).isEqualTo(202);
        stage.work();

        assertThat(stage.show(run).text("state")).isEqualTo("DONE");
        assertThat(stage.show(run).body().at("/release/reason").asText()).isEqualTo("Order No. 5");
        assertThat(stage.release(run, "again").status()).isEqualTo(409);
    }

    /// An act of flexible time of March is entered when the hours of the year have been counted.
    @Test
    void p40_1_hoursCountedByOtherTimesHoldAFinalRun() {
        stage.publish("min-b", "report:access-events", stage.hours());
        assertThat(stage.show(stage.run(Run.Kind.FINAL)).body().path("provisional").asInt())
                .isZero();

        stage.act("min-b", "2025-03-03", "2025-03-31");

        String run = stage.run(Run.Kind.FINAL);
        assertThat(stage.show(run).body().path("provisional").asInt()).isEqualTo(1);
        assertThat(stage.find(run).state()).isEqualTo(Run.State.HELD);
    }

    @Test
    void bodiesScoredFromWhatMayStillChange_areCounted() {
        stage.publish(
                "min-b",
                "report:appendix-7",
                List.of(
                        new Fact(
                                "staff.phd",
                                new FactValue.Amount(BigDecimal.TWO),
                                Json.object().put("kind", "report").put("provisional", true))));

        String run = stage.run(Run.Kind.FINAL);

        assertThat(stage.show(run).body().path("provisional").asInt()).isEqualTo(1);
        assertThat(stage.find(run).state()).isEqualTo(Run.State.HELD);
        stage.release(run, "Order No. 5");
        stage.work();
        assertThat(stage.show(run).body().path("provisional").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FINAL, 0, 0, 0, false",
        "FINAL, 1, 0, 0, true",
        "FINAL, 0, 1, 0, true",
        "FINAL, 0, 0, 1, true",
        "PRELIMINARY, 1, 1, 1, false"
    })
    void aFinalRunIsHeldWhereBodiesAreUnsettled(
            Run.Kind kind, int incomplete, int provisional, int failed, boolean held) {
        Run run =
                new Run(
                        "run",
                        2025,
                        kind,
                        Run.State.FINISHING,
                        Instant.EPOCH,
                        Optional.empty(),
                        "methodology",
                        Json.object(),
                        Optional.empty(),
                        new Run.Progress(3, 3 - failed, failed, Instant.EPOCH),
                        Run.Unsettled.NONE,
                        Optional.empty());

        assertThat(run.mustBeHeld(new Run.Unsettled(incomplete, provisional))).isEqualTo(held);
    }

    @Test
    void aReleaseWhoseMessageIsLost_isTakenUpByTheSweep() {
        String run = stage.run(Run.Kind.FINAL);
        stage.release(run, "Order No. 5");
        stage.queues.lose();

        stage.sweep();
        stage.work();

        assertThat(stage.find(run).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aPreliminaryRunIsNotReleased() {
        String run = stage.run(Run.Kind.PRELIMINARY);

        assertThat(stage.release(run, "why").status()).isEqualTo(409);
        assertThat(stage.release("none", "why").status()).isEqualTo(404);
    }

    private Set<String> settled(String run) {
        return stage.resultsOf(run).stream()
                .map(BodyResult::body)
                .map(body -> body.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A run by another index of agreement, for this reason.
    private String reading(String reason) {
        ObjectNode order = RunStage.order(2025, Run.Kind.PRELIMINARY);
        order.putObject("settings")
                .putObject("agreement_index")
                .put("value", "minmax")
                .put("reason", reason);
        String run = stage.post("/runs").body(order).send().text("id");
        stage.work();
        return run;
    }

    private String number(String run, String body) {
        return stage.get("/runs/{run}/scores/{body}")
                .path("run", run)
                .path("body", body)
                .send()
                .text("number");
    }

    private int all() {
        return stage.get("/runs").send().body().path("runs").size();
    }

    private long items(String run, String prefix) {
        return stage
                .sandbox
                .dynamo()
                .scanPaginator(scan -> scan.tableName(stage.sandbox.table("Records")))
                .items()
                .stream()
                .filter(item -> Item.text(item, Item.PK).equals("run#" + run))
                .filter(item -> Item.text(item, Item.SK).startsWith(prefix))
                .count();
    }
}
