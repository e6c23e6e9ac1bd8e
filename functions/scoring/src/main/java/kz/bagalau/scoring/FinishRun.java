package kz.bagalau.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.rules.operational.Direction;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.Manifest;
import kz.bagalau.scoring.run.Ranking;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.s3.S3Documents;

/// Finishes a run in which nothing is left: writes its manifest and publishes it in the place of
/// the former one, or holds it where it is final and bodies are unsettled. Asked twice, it does
/// nothing the second time.
public final class FinishRun extends QueueFunction {

    static final String MANIFEST_TYPE = "application/json";

    private final Runs runs;
    private final Documents documents;
    private final Methodologies methodologies;
    private final SortedMap<String, String> code;

    public FinishRun() {
        this(
                DynamoRuns.fromEnvironment(),
                S3Documents.fromEnvironment(),
                Methodologies.OPERATIONAL,
                ScoringCode.digests());
    }

    FinishRun(
            Runs runs,
            Documents documents,
            Methodologies methodologies,
            SortedMap<String, String> code) {
        this.runs = runs;
        this.documents = documents;
        this.methodologies = methodologies;
        this.code = code;
    }

    @Override
    protected boolean work(QueueMessage message) {
        return finish(RunMessage.of(message));
    }

    static String manifest(String run) {
        return run + "/manifest.json";
    }

    private boolean finish(RunMessage message) {
        Optional<Run> found = runs.find(message.run());
        if (found.isEmpty()) {
            return message.putAside();
        }
        if (!found.get().published() && found.get().progress().over()) {
            finish(found.get());
        }
        return true;
    }

    private void finish(Run run) {
        String id = run.id();
        runs.finishing(id);
        List<BodyResult> results = runs.results(id);
        if (codes(results) > 1) {
            Log.event("run_of_several_codes", Map.of("run", id));
        }
        if (documents.find(manifest(id)).isEmpty()) {
            // One that a finish before left is the run's, also where its code was another.
            documents.put(manifest(id), manifest(run, results), MANIFEST_TYPE);
        }
        Run.Unsettled unsettled = Run.Unsettled.of(results);
        if (run.mustBeHeld(unsettled)) {
            runs.hold(id, unsettled);
            Log.event("run_held", Map.of("run", id));
        } else {
            runs.publish(run, unsettled);
            Log.event("run_published", Map.of("run", id));
        }
    }

    private byte[] manifest(Run run, List<BodyResult> results) {
        return Manifest.of(run, results, Ranking.of(directions(methodologies, run), results), code);
    }

    private static long codes(List<BodyResult> results) {
        return results.stream()
                .filter(BodyResult.Scored.class::isInstance)
                .map(result -> ((BodyResult.Scored) result).code())
                .distinct()
                .count();
    }

    static List<String> directions(Methodologies methodologies, Run run) {
        return methodologies.find(run.methodology()).orElseThrow().directions().stream()
                .map(Direction::id)
                .toList();
    }
}
