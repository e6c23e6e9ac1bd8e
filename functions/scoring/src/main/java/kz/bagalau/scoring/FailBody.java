package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Log;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.sqs.SqsWork;

/// The messages that `ScoreBody` failed too often: each body is noted as failed, by name, and the
/// run goes on without it.
public final class FailBody implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Runs runs;
    private final Work work;

    public FailBody() {
        this(DynamoRuns.here(), SqsWork.here());
    }

    FailBody(Runs runs, Work work) {
        this.runs = runs;
        this.work = work;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return RunMessage.each("FailBody", event, this::fail);
    }

    private void fail(RunMessage message) {
        Optional<ListedBody> body =
                runs.find(message.run()).stream()
                        .flatMap(run -> runs.bodies(run.id()).stream())
                        .filter(listed -> listed.id().equals(message.body()))
                        .findFirst();
        if (body.isEmpty()) {
            // Of no run: nobody waits for it, and it would only fail again.
            Log.event("message_of_no_run", Map.of());
            return;
        }
        runs.settle(
                message.run(),
                new BodyResult.Failed(body.get(), BodyResult.Failure.ATTEMPTS_FAILED),
                Optional.empty());
        Log.event("body_failed", Map.of("run", message.run(), "body", message.body()));
        if (runs.progress(message.run()).over()) {
            work.finish(message.run());
        }
    }
}
