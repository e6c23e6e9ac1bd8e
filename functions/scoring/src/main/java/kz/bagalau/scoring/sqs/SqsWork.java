package kz.bagalau.scoring.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.scoring.run.Work;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Work as messages: `{"run","body"}` in the queues `ScoreBodies` and `FailedBodies`, `{"run"}` in
/// `FinishRuns`.
public final class SqsWork implements Work {

    /// SQS' limit on the messages of one request.
    private static final int BATCH = 10;

    private final Supplier<SqsClient> sqs;
    private final Supplier<String> bodies;
    private final Supplier<String> letters;
    private final Supplier<String> runs;

    /// @param bodies address of the queue of bodies; each is asked for only by what sends there, as
    ///   some functions have no right to it
    /// @param letters of the queue of bodies given up
    public SqsWork(
            Supplier<SqsClient> sqs,
            Supplier<String> bodies,
            Supplier<String> letters,
            Supplier<String> runs) {
        this.sqs = sqs;
        this.bodies = bodies;
        this.letters = letters;
        this.runs = runs;
    }

    /// The queues of this runtime's `SCORE_BODIES_QUEUE`, `FAILED_BODIES_QUEUE` and
    /// `FINISH_RUNS_QUEUE`.
    public static SqsWork fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new SqsWork(
                runtime::sqs,
                () -> runtime.env("SCORE_BODIES_QUEUE"),
                () -> runtime.env("FAILED_BODIES_QUEUE"),
                () -> runtime.env("FINISH_RUNS_QUEUE"));
    }

    @Override
    public void score(String run, List<String> ids) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            send(run, ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
    }

    private void send(String run, List<String> ids) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String body : ids) {
            entries.add(
                    SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .messageBody(message(run, body))
                            .build());
        }
        var sent =
                sqs.get()
                        .sendMessageBatch(
                                request -> request.queueUrl(bodies.get()).entries(entries));
        if (!sent.failed().isEmpty()) {
            throw new IllegalStateException(sent.failed().size() + " messages were not taken");
        }
    }

    @Override
    public void giveUp(String run, String body) {
        sqs.get()
                .sendMessage(
                        request -> request.queueUrl(letters.get()).messageBody(message(run, body)));
    }

    private static String message(String run, String body) {
        return Json.write(Json.object().put("run", run).put("body", body));
    }

    @Override
    public void finish(String run) {
        sqs.get()
                .sendMessage(request ->
                        request.queueUrl(runs.get())
                                .messageBody(Json.write(Json.object().put("run", run))));
    }
}
