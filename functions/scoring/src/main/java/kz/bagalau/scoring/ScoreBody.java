package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Facts;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.Settings;
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

/// Scores one body of a run for each message: reads its facts once, writes its conclusions, and
/// settles it in one transaction. A message delivered twice finds the body settled. Whoever sees
/// that nothing is left asks for the run to be finished.
public final class ScoreBody implements RequestHandler<SQSEvent, SQSBatchResponse> {

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

    public ScoreBody() {
        this(
                DynamoRuns.here(),
                DynamoFacts.here(),
                ConclusionFile::write,
                S3Documents.here(),
                SqsWork.here(),
                Methodologies.OPERATIONAL,
                ScoringCode.digests());
    }

    ScoreBody(
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

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return RunMessage.each("ScoreBody", event, this::score);
    }

    private void score(RunMessage message) {
        Frozen frozen = frozen(message.run());
        ListedBody body = frozen.bodies().get(message.body());
        if (body == null) {
            throw new IllegalArgumentException("the run has no such body");
        }
        String run = frozen.run().id();
        if (!runs.settled(run, body.id())) {
            score(frozen.run(), body);
        }
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

    private Frozen frozen(String id) {
        Frozen known = last;
        if (known != null && known.run().id().equals(id)) {
            return known;
        }
        Run run =
                runs.find(id)
                        .orElseThrow(() -> new IllegalArgumentException("there is no such run"));
        Map<String, ListedBody> bodies = new HashMap<>();
        runs.bodies(id).forEach(body -> bodies.put(body.id(), body));
        Frozen read = new Frozen(run, bodies);
        last = read;
        return read;
    }
}
