package kz.bagalau.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Facts;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.failure.Outage;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.setting.Settings;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.s3.S3Documents;
import kz.bagalau.scoring.sqs.SqsWork;
import org.jspecify.annotations.Nullable;

/// How one body of a run is scored: its facts are read once, its conclusions written, and it is
/// settled in one transaction. Whoever sees that nothing is left asks for the run to be finished.
///
/// Only an error of this work is an attempt that failed. A process that ends, and whatever
/// [Outage#is] names, is none: the message comes again as if it had not been delivered.
final class ScoringBodies {

    /// So many attempts fail before a body is given up; then `FailBody` makes the last one.
    static final int ATTEMPTS = 3;

    private final Runs runs;
    private final Facts facts;
    private final ConclusionFile.Writer writer;
    private final Documents documents;
    private final Work work;
    private final Methodologies methodologies;
    private final SortedMap<String, String> code;

    /// Of a run only what it froze at its start is looked at, and that never changes, so that the
    /// last one is kept for the next message.
    private @Nullable Frozen last;

    private record Frozen(Run run, Map<String, ListedBody> bodies) {}

    /// What became of an attempt.
    sealed interface Attempt {}

    /// The body is settled, by this attempt or by one before.
    record Settled() implements Attempt {}

    /// There is no such run, or it has no such body.
    record Unknown() implements Attempt {}

    /// The work ended in an error.
    ///
    /// @param attempts how many of this body have failed, this one among them
    record Failed(ListedBody body, int attempts) implements Attempt {}

    ScoringBodies(
            Runs runs,
            Facts facts,
            ConclusionFile.Writer writer,
            Documents documents,
            Work work,
            Methodologies methodologies,
            SortedMap<String, String> code) {
        this.runs = runs;
        this.facts = facts;
        this.writer = writer;
        this.documents = documents;
        this.work = work;
        this.methodologies = methodologies;
        this.code = code;
    }

    static ScoringBodies fromEnvironment() {
        return new ScoringBodies(
                DynamoRuns.fromEnvironment(),
                DynamoFacts.fromEnvironment(),
                ConclusionFile::write,
                S3Documents.fromEnvironment(),
                SqsWork.fromEnvironment(),
                Methodologies.OPERATIONAL,
                ScoringCode.digests());
    }

    /// Scores a body that is not settled. Throws what is no error of the work.
    Attempt attempt(RunMessage message) {
        Optional<Frozen> found = frozen(message.run());
        Optional<ListedBody> listed =
                found.flatMap(run -> Optional.ofNullable(run.bodies().get(message.body())));
        if (found.isEmpty() || listed.isEmpty()) {
            return new Unknown();
        }
        Run run = found.get().run();
        ListedBody body = listed.get();
        if (!runs.settled(run.id(), body.id())) {
            try {
                score(run, body);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                if (Outage.is(e)) {
                    throw e;
                }
                Log.failure("scoring", e);
                return new Failed(body, runs.attemptFailed(run.id(), body.id()));
            }
        }
        finishIfOver(run.id());
        return new Settled();
    }

    /// Notes a body as failed, by name, and the run goes on without it.
    void giveUp(String run, ListedBody body) {
        runs.settle(
                run,
                new BodyResult.Failed(body, BodyResult.Failure.ATTEMPTS_FAILED),
                Optional.empty());
        Log.event("body_failed", Map.of("run", run, "body", body.id()));
        finishIfOver(run);
    }

    private void finishIfOver(String run) {
        if (runs.progress(run).over()) {
            work.finish(run);
        }
    }

    private void score(Run run, ListedBody body) {
        Methodology methodology = methodologies.find(run.methodology()).orElseThrow();
        Settings settings = SettingsJson.stored(run.settings());
        FactSet standing = facts.of(body.id(), run.year());
        Assessment assessment =
                methodology.assess(
                        standing.assessed(
                                body.kind(), AssessedPeriod.ofYear(run.year()), settings));
        FrozenScore score = new FrozenScore(run, body, standing, methodology, assessment);
        SortedMap<String, String> outputs = score.writeTo(documents, writer);
        BodyResult result = score.result(code, outputs);
        runs.settle(run.id(), result, Optional.of(score.shown()));
    }

    private Optional<Frozen> frozen(String id) {
        Frozen known = last;
        if (known != null && known.run().id().equals(id)) {
            return Optional.of(known);
        }
        Optional<Frozen> read = runs.find(id).map(this::freeze);
        read.ifPresent(frozen -> last = frozen);
        return read;
    }

    private Frozen freeze(Run run) {
        Map<String, ListedBody> bodies = new HashMap<>();
        runs.bodies(run.id()).forEach(body -> bodies.put(body.id(), body));
        return new Frozen(run, bodies);
    }
}
